import { fault } from '../schema/errors/index.ts';
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

/** What to do about an organisation that the office does not know. */
export const ORGANISATION_FIRST =
  'New organisations come in before their figures: npm run import -- LIST.csv --catalogue organisations';

/** What an organisation is called. @throws GatewayProblem where the office does not know it. */
export function labelOfOrganisation(value: string, known: ReadonlyMap<string, string>): string {
  const label = known.get(value);
  if (label !== undefined) return label;
  const details = { value, known: [...known.keys()], remedy: ORGANISATION_FIRST };
  throw new GatewayProblem(fault('ORGANISATION_UNKNOWN', details).message);
}
