import assert from 'node:assert/strict';

import { getNamedType, isObjectType, isRequiredArgument, type GraphQLNamedType } from 'graphql';

import type { Instant, Principal } from '../../schema/values/index.ts';
import { report } from './reports.ts';
import { april } from './stores.ts';
import { inventedAgency, type RunningAgency } from './testAgency.ts';

/** Arguments of fields that have to be given some. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'InventedAgency.series': '(indicator: "members-disciplined", organisation: "ha-tinh-khoi")',
  'InventedSection.changes': '(against: "2023-Q1")',
  'Observation.against': '(kind: SAME_PERIOD_LAST_YEAR)',
};

/**
 * All that a principal can be told by the invented agency, as text: every field of its entry and of its section in the
 * reports of 2024-Q1 and 2023-Q1, with what figures are compared with. Fields that need arguments other than these are left out.
 */
export async function wholeAnswer(
  { ask }: RunningAgency,
  principal: Principal | null,
  asOf: Instant = april(20),
): Promise<string> {
  const { schema } = inventedAgency();
  const ofEntry = selection(schema.getType('InventedAgency')!);
  const ofSection = selection(schema.getType('InventedSection')!);
  const answer = await ask(
    `query ($reports: [_Any!]!) {
      invented ${ofEntry}
      _entities(representations: $reports) { ... on Report { invented ${ofSection} } }
    }`,
    { reports: [report({ asOf }), report({ asOf, period: '2023-Q1' })] },
    principal,
  );
  assert(answer.data, `the question is sound: ${JSON.stringify(answer.errors)}`);
  return JSON.stringify(answer);
}

function selection(type: GraphQLNamedType, around: readonly string[] = []): string {
  if (!isObjectType(type)) return '';
  const told = Object.values(type.getFields()).flatMap(({ name, args, type: inner }) => {
    const given = ARGUMENTS[`${type.name}.${name}`];
    if (given === undefined && args.some(isRequiredArgument)) return [];
    // A figure within a figure tells its own number and words, and no further figures.
    if (around.includes(type.name) && isObjectType(getNamedType(inner))) return [];
    return `${name}${given ?? ''} ${selection(getNamedType(inner), [...around, type.name])}`;
  });
  return `{ ${told.join(' ')} }`;
}
