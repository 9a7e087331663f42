import { nearest } from '../schema/errors/index.ts';
import { answerOf } from './answerOf.ts';
import { GatewayProblem, type Ask } from './askGateway.ts';

/** The organisations that the office knows, by code. Rejects with GatewayProblem. */
export async function fetchOrganisations(ask: Ask): Promise<ReadonlyMap<string, string>> {
  const { organisations } = await answerOf<{ organisations: { code: string; label: string }[] }>(
    ask,
    '{ organisations { code label } }',
  );
  return new Map(organisations.map(({ code, label }) => [code, label]));
}

/** That an organisation is not known, and which may be meant. */
export function unknownOrganisation(value: string, known: ReadonlyMap<string, string>): string {
  const near = nearest(value, [...known.keys()]).map((code) => `"${code}"`);
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  return `Organisation "${value}" is not known to the office.${hint} Import it into the office's directory first, or name another.`;
}

/** What an organisation is called. @throws GatewayProblem where the office does not know it. */
export function labelOfOrganisation(value: string, known: ReadonlyMap<string, string>): string {
  const label = known.get(value);
  if (label === undefined) throw new GatewayProblem(unknownOrganisation(value, known));
  return label;
}
