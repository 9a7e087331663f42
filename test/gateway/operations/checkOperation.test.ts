import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { checkOperation } from '../../../gateway/operations/checkOperation.ts';
import { DEFAULT_LIMITS, type OperationLimits } from '../../../gateway/operations/operationLimits.ts';
import { faultOf } from '../../../schema/errors/index.ts';

const schema = buildSchema(
  'directive @mark repeatable on FIELD | QUERY | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | VARIABLE_DEFINITION ' +
    'type Query { a(of: Int): Int, self: Query }',
);

/** Fragments that each spread the next one twice: small as text, two to the power of the depth when spread. */
const doubling = (depth: number): string => {
  const fragments = Array.from(
    { length: depth },
    (_, index) =>
      `fragment F${index} on Query { ${index + 1 < depth ? `...F${index + 1} ...F${index + 1}` : 'a'} }`,
  );
  return `{ ...F0 } ${fragments.join(' ')}`;
};

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** What is wrong with an operation: the limits that it exceeds, else messages. */
const faultsOf = (query: string, limits: Partial<OperationLimits> = {}): unknown[] =>
  checkOperation(schema, parse(query), { limits: { ...DEFAULT_LIMITS, ...limits } }).map((error) => {
    const said = faultOf(error);
    return said?.code === 'OPERATION_TOO_LARGE' ? said.details : (said?.code ?? error.message);
  });

describe('given an operation that is to be planned', () => {
  it('when it is valid, then nothing is wrong', () => {
    expect(faultsOf(doubling(10))).toEqual([]);
  });

  it('when its fragments spread to a flood of fields, then it is refused before it is planned', () => {
    expect(faultsOf(doubling(25))).toEqual([{ what: 'fields', limit: 20_000 }]);
  });

  it('when a fragment spreads itself, then validation says so', () => {
    expect(faultsOf('{ ...F } fragment F on Query { self { ...F } }')).toEqual([
      'Cannot spread fragment "F" within itself.',
    ]);
  });

  it('when it is a mutation and the graph has none, then that is said', () => {
    expect(faultsOf('mutation { __typename }')).toEqual(['OPERATION_NOT_SERVED']);
  });
});

describe('given a limit of four', () => {
  const nested = (levels: number) => `${'{ self '.repeat(levels - 1)}{ a ${'}'.repeat(levels)}`;
  it.each<[keyof OperationLimits, string, string]>([
    ['depth', nested(4), nested(5)],
    [
      'depth',
      '{ ...F } fragment F on Query { self { self { self { a } } } }',
      '{ self { ...F } } fragment F on Query { self { self { self { a } } } }',
    ],
    [
      'fields',
      '{ a self { a ... { __typename } } }'.replace('... { __typename }', ''),
      '{ a self { a ... { __typename } } }',
    ],
    ['aliases', `{ ${times(4, (index) => `a${index}: a`)} }`, `{ ${times(5, (index) => `a${index}: a`)} }`],
    [
      'aliases',
      `{ self { b: a ...F } self { ...F } } fragment F on Query { c: a }`,
      `{ b: self { b: a ...F } b: self { ...F } } fragment F on Query { c: a }`,
    ],
    [
      'rootFields',
      `{ ${times(4, (index) => `a${index}: a`)} }`,
      `{ ${times(4, (index) => `a${index}: a`)} ...F } fragment F on Query { a }`,
    ],
    [
      'directives',
      `query @mark { a @mark self @mark { a @mark } }`,
      `query ($v: Int @mark) @mark { a(of: $v) @mark self @mark { a @mark } }`,
    ],
    ['directivesAtOnePlace', `{ a @mark @mark @mark @mark }`, `{ a @mark @mark @mark @mark @mark }`],
    ['repeats', `{ ${times(4, () => 'a')} }`, `{ ${times(5, () => 'a')} }`],
    ['repeats', `{ self { a a } self { a a } }`, `{ self { a a } self { a a a } }`],
    [
      'repeats',
      `{ self { a } } fragment F on Query { a a a a }`,
      `{ self { a } } fragment F on Query { a a a a a }`,
    ],
    [
      'fragments',
      `{ ${times(4, (index) => `...F${index}`)} } ${times(4, (index) => `fragment F${index} on Query { a }`)}`,
      `{ ${times(5, (index) => `...F${index}`)} } ${times(5, (index) => `fragment F${index} on Query { a }`)}`,
    ],
    [
      'operations',
      times(4, (index) => `query Q${index} { a }`),
      times(5, (index) => `query Q${index} { a }`),
    ],
  ])('when an operation has five %s, then it is refused; with four it is not', (what, fits, exceeds) => {
    const limits = { [what]: 4 };

    expect(faultsOf(exceeds, limits)).toContainEqual({ what, limit: 4 });
    expect(faultsOf(fits, limits)).not.toContainEqual({ what, limit: 4 });
  });

  it('when it exceeds several, then all are told at once', () => {
    expect(faultsOf('{ b: a c: a }', { aliases: 1, rootFields: 1 })).toEqual([
      { what: 'rootFields', limit: 1 },
      { what: 'aliases', limit: 1 },
    ]);
  });
});

describe('given documents that would hold whoever looks at them', () => {
  // Without the limits each of these takes validation many seconds: it compares fields of one place pair by pair.
  it.each([
    ['the same field over and over', `{ ${times(15_000, () => 'a')} }`, 'repeats'],
    [
      'the same object over and over',
      `{ ${times(60, () => `self { ${times(60, () => 'self { a }')} }`)} }`,
      'repeats',
    ],
    [
      'a fragment that nobody spreads',
      `{ a } fragment F on Query { ${times(15_000, () => 'a')} }`,
      'repeats',
    ],
    [
      'thousands of fragments',
      `{ ${times(3000, (index) => `...F${index}`)} } ${times(3000, (index) => `fragment F${index} on Query { a${index}: a }`)}`,
      'fragments',
    ],
  ])('when it asks %s, then it is refused in no time', (_what, query, what) => {
    const document = parse(query);
    const before = performance.now();

    const errors = checkOperation(schema, document);

    expect(performance.now() - before).toBeLessThan(1000);
    expect(errors.map((error) => faultOf(error)?.details.what)).toContain(what);
  });
});
