import { isListType, isObjectType, getNamedType, getNullableType, type GraphQLSchema } from 'graphql';

import type { Agency } from '../../subgraphs/_kit/defineAgency.ts';
import { dataOf } from './answers.ts';
import { givenRealAgency } from './realAgency.ts';

/** The reports behind the documents, and the one about the province in a year when only the bloc has reported. */
export const REPORTS = [
  ['ha-tinh-khoi', '2024-Q1'],
  ['ha-tinh-khoi', '2020'],
  ['ha-tinh', '2023'],
  ['ha-tinh', '2020'],
] as const;

/** The fields of a form (`group.field`) with what they show: a line per figure, null or no lines where not reported. */
export type FormText = Readonly<Record<string, string | null | readonly string[]>>;

interface Figure {
  readonly breakdown: readonly { readonly code: string }[];
  readonly value: string | null;
  readonly qualifier: string | null;
  readonly unit: { readonly code: string };
  readonly unitMultiplier: number;
  readonly comparisons: readonly {
    readonly measure: string;
    readonly reported: { readonly value: string };
  }[];
}

type Groups = Readonly<Record<string, Readonly<Record<string, Figure | readonly Figure[] | null>>>>;

/**
 * What the form of an agency shows in {@link REPORTS}, by "organisation period": its own figures files are published
 * and every field of every group is asked for. @throws AggregateError when the answer has an error.
 */
export async function formsOf(agency: Agency, sectionField: string): Promise<Record<string, FormText>> {
  const { ask, asOf } = await givenRealAgency(agency);
  const reports = REPORTS.map(([organisation, period]) => ({
    __typename: 'Report',
    organisation,
    period,
    asOf,
    area: 'ha-tinh',
  }));
  const answer = await ask(allFields(agency.schema, sectionField), { reports });
  const { _entities } = dataOf(answer) as { _entities: Record<string, Groups>[] };
  return Object.fromEntries(
    REPORTS.map((report, index) => [report.join(' '), textOf(_entities[index]?.[sectionField] ?? {})]),
  );
}

/** A query of all fields of all groups; `observations` and `submissions` are lists and no groups. */
function allFields(schema: GraphQLSchema, sectionField: string): string {
  const report = schema.getType('Report');
  if (!isObjectType(report)) throw new Error('the schema has no Report');
  const section = getNamedType(report.getFields()[sectionField]?.type);
  if (!isObjectType(section)) throw new Error(`Report has no section ${sectionField}`);
  const groups = Object.values(section.getFields()).flatMap(({ name, type }) => {
    const group = getNullableType(type);
    if (isListType(group) || !isObjectType(group)) return [];
    const fields = Object.keys(group.getFields()).map((field) => `${field} { ...Figure }`);
    return [`${name} { ${fields.join(' ')} }`];
  });
  return `query ($reports: [_Any!]!) {
    _entities(representations: $reports) { ... on Report { ${sectionField} { ${groups.join('\n')} } } }
  }
  fragment Figure on Observation {
    breakdown { code }
    value
    qualifier
    unit { code }
    unitMultiplier
    comparisons { measure reported { value } }
  }`;
}

function textOf(groups: Groups): FormText {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([group, fields]) =>
      Object.entries(fields).map(([field, shown]) => [
        `${group}.${field}`,
        shown === null ? null : shown instanceof Array ? shown.map(lineOf) : lineOf(shown),
      ]),
    ),
  );
}

/** Such as `reprimand: 29 person` and `NEARLY 1636e9 VND, PERCENT_CHANGE 116.95`. */
function lineOf({ breakdown, value, qualifier, unit, unitMultiplier, comparisons }: Figure): string {
  const codes = breakdown.map(({ code }) => code).join(' ');
  const number = `${qualifier ? `${qualifier} ` : ''}${value}${unitMultiplier ? `e${unitMultiplier}` : ''} ${unit.code}`;
  const compared = comparisons.map((one) => `${one.measure} ${one.reported.value}`);
  return `${codes ? `${codes}: ` : ''}${[...(value === null ? [] : [number]), ...compared].join(', ')}`;
}
