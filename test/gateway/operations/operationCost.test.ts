import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';

import { readFieldCosts } from '../../../gateway/operations/fieldCosts.ts';
import { compileCost } from '../../../gateway/operations/operationCost.ts';

const SDL = `
  directive @cost(weight: Int!) on FIELD_DEFINITION
  directive @listSize(
    assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true
  ) on FIELD_DEFINITION
  type Query {
    plain: Int
    one: Item
    many: [Item!]! @listSize(assumedSize: 100)
    unsaid: [Item!]!
    dear: Int @cost(weight: 7)
    judged: [Item!] @cost(weight: 50) @listSize(assumedSize: 10)
    sliced(first: Int = 3): [Item] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
    page(first: Int! = 3): Page @listSize(slicingArguments: ["first"], sizedFields: ["nodes"])
  }
  type Page { nodes: [Item!]! others: [Item!]! total: Int }
  type Item { code: ID parts: [Item!]! @listSize(assumedSize: 2) }
`;
const costs = readFieldCosts(SDL);
const schema = buildSchema(SDL);

function costOf(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  )!;
  return compileCost({ schema, costs }, document, operation)(variables);
}

describe('given fields with costs and sizes', () => {
  it.each([
    ['plain values cost nothing', '{ plain }', 0],
    ['unless their agency says so', '{ dear }', 7],
    ['an object costs one', '{ one { code } }', 1],
    ['and so does each entry of a list', '{ many { code } }', 100],
    ['of which five are assumed where nothing is said', '{ unsaid { code } }', 5],
    ['lists in lists multiply: 100 × (1 + 2 × (1 + 2))', '{ many { parts { parts { code } } } }', 700],
    ['a weight of a list is that of the whole: 50 + 10 × 2', '{ judged { parts { code } } }', 70],
    ['an argument says how many', '{ sliced(first: 20) { code } }', 20],
    ['its default says it where it is left out', '{ sliced { code } }', 3],
    [
      'an argument says it for the lists below: 1 + 20 × 1 + 5 × 1',
      '{ page(first: 20) { nodes { code } others { code } } }',
      26,
    ],
    [
      'also through fragments',
      '{ page(first: 20) { ...F } } fragment F on Page { ... { nodes { code } } }',
      21,
    ],
    [
      'a fragment costs wherever it is spread',
      '{ one { ...F } many { ...F } } fragment F on Item { parts { code } }',
      303,
    ],
    ['aliases cost each time', '{ a: many { code } b: many { code } }', 200],
    ['introspection costs nothing', '{ __schema { types { name } } __typename }', 0],
    ['a negative number costs nothing', '{ sliced(first: -5) { code } }', 0],
  ])('when %s, then that is counted', (_what, query, cost) => {
    expect(costOf(query)).toBe(cost);
  });

  it.each([
    [{ n: 40 }, 40],
    [{}, 3],
    [{ n: 'many' }, 0],
  ])('when a variable says %j, then it counts %d', (variables, cost) => {
    expect(costOf('query ($n: Int) { sliced(first: $n) { code } }', variables)).toBe(cost);
  });
});
