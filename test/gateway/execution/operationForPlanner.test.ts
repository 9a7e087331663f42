import { type OperationDefinitionNode, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';

import { coerceVariables, operationForPlanner } from '../../../gateway/execution/index.ts';
import { consumerSchema } from './support/federation.ts';

function planned(source: string): string {
  const document = parse(source);
  return print(operationForPlanner(document, document.definitions[0] as OperationDefinitionNode)).replace(
    /\s+/g,
    ' ',
  );
}

describe('given an operation for the planner', () => {
  it.each([
    ['has an alias', '{ a: shelves }', '{ _alias_a: shelves }'],
    ['has an alias that is the own name', '{ shelves: shelves }', '{ shelves }'],
    ['asks for the schema', '{ s: __schema { types { name } } shelves }', '{ __typename shelves }'],
    [
      'names a type under conditions',
      'query ($x: Boolean!) { t: __typename @skip(if: $x) }',
      'query ($x: Boolean!) { __typename }',
    ],
    [
      'leaves a field out',
      '{ shelves @skip(if: true) reports { area @include(if: false) } }',
      '{ __typename reports { __typename } }',
    ],
    [
      'leaves fragments out',
      '{ ...F @skip(if: true) ... @include(if: false) { shelves } } fragment F on Query { shelves }',
      '{ __typename __typename } fragment F on Query { shelves }',
    ],
    ['has literals that leave nothing out', '{ shelves @skip(if: false) @include(if: true) }', '{ shelves }'],
    [
      'has a variable named as one of the planner',
      'query ($representations: Boolean!) { shelves @skip(if: $representations) }',
      'query ($_variable_representations: Boolean!) { shelves @skip(if: $_variable_representations) }',
    ],
    [
      'has an inline fragment under a condition',
      'query ($x: Boolean!) { ... @include(if: $x) { shelves reports { area } } }',
      'query ($x: Boolean!) { ... { shelves @include(if: $x) reports @include(if: $x) { area } } }',
    ],
    [
      'spreads a fragment with a condition and without',
      'query ($x: Boolean!) { ...F @skip(if: $x) ...F } fragment F on Query { shelves }',
      'query ($x: Boolean!) { ..._copy_0 ...F } fragment F on Query { shelves } fragment _copy_0 on Query { shelves @skip(if: $x) }',
    ],
    [
      'has a condition under a condition',
      'query ($x: Boolean!, $y: Boolean!) { ... @include(if: $x) { shelves @include(if: $y) } }',
      'query ($x: Boolean!, $y: Boolean!, $_condition_0: Boolean!) { ... { shelves @include(if: $_condition_0) } }',
    ],
    ['has other operations', 'query A { shelves } query B { shelves }', 'query A { shelves }'],
  ])('when the operation %s, then the planner is given what it can plan', (_, source, expected) => {
    expect(planned(source)).toBe(expected);
  });
});

describe('given the variables of an operation', () => {
  const operation = parse(
    'query ($o: ID!, $p: String = "2024-Q1") { report(organisation: $o, period: $p) { period } }',
  ).definitions[0] as OperationDefinitionNode;

  it('when they fit, then they are coerced, with the defaults filled in', () => {
    expect(coerceVariables(consumerSchema, operation, { o: 7 })).toEqual({
      variables: { o: '7', p: '2024-Q1' },
    });
  });

  it('when they do not, then all faults are told', () => {
    const outcome = coerceVariables(consumerSchema, operation, { p: 1 });

    expect('errors' in outcome && outcome.errors.map(({ message }) => message)).toEqual([
      'Variable "$o" of required type "ID!" was not provided.',
      'Variable "$p" got invalid value 1; String cannot represent a non string value: 1',
    ]);
  });
});
