import {
  getIntrospectionQuery,
  getNamedType,
  isLeafType,
  isRequiredArgument,
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
  type GraphQLField,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';

import { compileCost } from '../../../gateway/operations/operationCost.ts';
import { measureOperation } from '../../../gateway/operations/measureOperation.ts';
import { DEFAULT_OPERATION_SETTINGS } from '../../../gateway/operations/operationSettings.ts';
import { readTabs } from '../../../gateway/playground/playground.ts';
import { withOrganisations } from '../../../scripts/withOrganisations.ts';
import { committedSupergraph } from '../committedSupergraph.ts';

const { limits, costLimit } = DEFAULT_OPERATION_SETTINGS;
const tabs = await readTabs();
const fullReport = tabs[0]!.query;

/** What an operation takes of each limit, 1 being all of it. */
function shares(text: string, variables: Record<string, unknown> = {}): Record<string, number> {
  const document = parse(text);
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  )!;
  const measured = { ...measureOperation(document, limits.fields), tokens: countTokens(text) };
  const cost = compileCost(committedSupergraph, document, operation)(variables);
  const taken = Object.entries(measured).map(([what, count]): [string, number] => [
    what,
    count / limits[what as keyof typeof measured],
  ]);
  return { ...Object.fromEntries(taken), cost: cost / costLimit };
}

function countTokens(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 1;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

const above = (text: string, share: number): [string, number][] =>
  Object.entries(shares(text)).filter(([, taken]) => taken > share);

describe('given the limits where nothing is set', () => {
  it.each(tabs.map(({ title, query }): [string, string] => [title, query]))(
    'when tab %s of the Playground is asked, then it takes less than a quarter of each',
    (_title, query) => {
      expect(above(query, 0.25)).toEqual([]);
    },
  );

  it('when "npm run report" asks, then that takes less than a quarter of each', () => {
    expect(above(withOrganisations(fullReport), 0.25)).toEqual([]);
  });

  it('when the Playground asks what there is, then that takes less than half of each', () => {
    const query = getIntrospectionQuery({
      inputValueDeprecation: true,
      schemaDescription: true,
      oneOf: true,
    });

    expect(above(query, 0.5)).toEqual([]);
  });

  it('when all of a report is asked, every field of every form with all figures, then that takes less than 0.6 of each', () => {
    expect(above(largestReport(), 0.6)).toEqual([]);
  });

  it('when a page of figures is as long as it may be, then it takes less than a twentieth of the cost', () => {
    const figure = /^fragment Figure on Observation \{.*?^\}/ms.exec(fullReport)![0];
    const query = `query ($first: Int!) { inspection { observations(first: $first) { nodes { ...Figure } } } } ${figure}`;

    expect(shares(query, { first: 1000 }).cost).toBeLessThan(0.05);
  });
});

function largestReport(): string {
  const figure = /^fragment Figure on Observation \{.*?^\}/ms.exec(fullReport)![0];
  const fields = Object.values(
    (committedSupergraph.schema.getType('Report') as GraphQLObjectType).getFields(),
  );
  return `{ report(organisation: "a", period: "2024-Q1") { ${fields.map(everythingOf).join(' ')} } } ${figure}`;
}

/** Everything of a field: all that is below it, each figure as the full report has it. */
function everythingOf(field: GraphQLField<unknown, unknown>): string {
  const required = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: "2020"`);
  const called = required.length > 0 ? `${field.name}(${required.join(', ')})` : field.name;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return called;
  if (type.name === 'Observation') return `${called} { ...Figure }`;
  const below = Object.values((type as GraphQLObjectType).getFields()).map(everythingOf);
  return `${called} { ${below.join(' ')} }`;
}
