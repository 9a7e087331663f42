import { describe, expect, it } from 'vitest';

import { mergeData } from '../../../../gateway/execution/plan/mergeData.ts';

function merged(known: string, added: string): Record<string, unknown> {
  const target = JSON.parse(known) as Record<string, unknown>;
  mergeData(target, JSON.parse(added) as Record<string, unknown>, new Set(['Document']));
  return target;
}

describe('given an object that another answer adds to', () => {
  it.each([
    ['a new key', '{"a":1}', '{"b":2}', { a: 1, b: 2 }],
    ['a value for a null', '{"a":null}', '{"a":{"b":1}}', { a: { b: 1 } }],
    ['a null for a value', '{"a":{"b":1}}', '{"a":null}', { a: { b: 1 } }],
    ['an object to an object', '{"a":{"b":1}}', '{"a":{"c":2}}', { a: { b: 1, c: 2 } }],
    [
      'a list to a list',
      '{"a":[{"b":1},null,{"b":3}]}',
      '{"a":[{"c":1},{"c":2},null]}',
      { a: [{ b: 1, c: 1 }, { c: 2 }, { b: 3 }] },
    ],
    ['a list of other length', '{"a":[1]}', '{"a":[2,3]}', { a: [2] }],
    ['a value of another shape', '{"a":"x"}', '{"a":{"b":1}}', { a: { b: 1 } }],
    [
      'a type for an abstract one',
      '{"__typename":"Document"}',
      '{"__typename":"Decree"}',
      { __typename: 'Decree' },
    ],
    [
      'an abstract type for a type',
      '{"__typename":"Decree"}',
      '{"__typename":"Document"}',
      { __typename: 'Decree' },
    ],
  ])('when it adds %s, then nothing is lost', (_, known, added, expected) => {
    expect(merged(known, added)).toEqual(expected);
  });

  it('when it adds a key named as what objects inherit from, then the object inherits nothing of it', () => {
    const target = merged('{"a":1}', '{"__proto__":{"area":"north"}}');

    expect(target.area).toBeUndefined();
    expect(JSON.stringify(target)).toBe('{"a":1,"__proto__":{"area":"north"}}');
  });
});
