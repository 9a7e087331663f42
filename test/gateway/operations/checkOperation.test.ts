import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { checkOperation } from '../../../gateway/operations/checkOperation.ts';
import { faultOf } from '../../../schema/errors/index.ts';

const schema = buildSchema('type Query { a: Int, self: Query }');

/** Fragments that each spread the next one twice: small as text, two to the power of the depth when spread. */
const doubling = (depth: number): string => {
  const fragments = Array.from(
    { length: depth },
    (_, index) =>
      `fragment F${index} on Query { ${index + 1 < depth ? `...F${index + 1} ...F${index + 1}` : 'a'} }`,
  );
  return `{ ...F0 } ${fragments.join(' ')}`;
};

const codesOf = (query: string): (string | undefined)[] =>
  checkOperation(schema, parse(query)).map((error) => faultOf(error)?.code ?? error.message);

describe('given an operation that is to be planned', () => {
  it('when it is valid, then nothing is wrong', () => {
    expect(codesOf(doubling(10))).toEqual([]);
  });

  it('when its fragments spread to a flood of fields, then it is refused before it is planned', () => {
    expect(codesOf(doubling(25))).toEqual(['OPERATION_TOO_LARGE']);
  });

  it('when a fragment spreads itself, then validation says so', () => {
    expect(codesOf('{ ...F } fragment F on Query { self { ...F } }')).toEqual([
      'Cannot spread fragment "F" within itself.',
    ]);
  });

  it('when it is a mutation and the graph has none, then that is said', () => {
    expect(codesOf('mutation { __typename }')).toEqual(['OPERATION_NOT_SERVED']);
  });
});
