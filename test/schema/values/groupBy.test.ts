import { describe, expect, it } from 'vitest';

import { compareTexts, groupBy, lazily, lineageOf, remembered } from '../../../schema/values/index.ts';

describe('given a list', () => {
  it('when it is grouped, then groups and their items stand in the order of the list', () => {
    const groups = groupBy(['ba', 'ab', 'bb', 'aa'], ([first]) => first);

    expect([...groups]).toEqual([
      ['b', ['ba', 'bb']],
      ['a', ['ab', 'aa']],
    ]);
  });

  it('when it is sorted as texts, then by their code units, whatever the language', () => {
    expect(['đ', 'e', 'Z', 'a', 'd'].sort(compareTexts)).toEqual(['Z', 'a', 'd', 'e', 'đ']);
    expect(compareTexts('a', 'a')).toBe(0);
  });
});

describe('given something that is made when it is asked for', () => {
  it('when it is asked for several times, then it is made once, and nothing before', () => {
    const made: string[] = [];
    const one = lazily(() => ({ number: made.push('one') }));
    const ofKey = remembered((key: string) => made.push(key) && null);

    expect(made).toEqual([]);
    expect([one(), one()]).toEqual([{ number: 1 }, { number: 1 }]);
    expect([ofKey('a'), ofKey('b'), ofKey('a')]).toEqual([null, null, null]);
    expect(made).toEqual(['one', 'a', 'b']);
  });
});

describe('given codes with parents', () => {
  const codes = new Map([
    ['a', { parent: null }],
    ['b', { parent: 'a' }],
    ['c', { parent: 'b' }],
  ]);

  it.each([
    ['c', ['c', 'b', 'a']],
    ['a', ['a']],
    ['x', ['x']],
  ])('when the lineage of %s is asked for, then it leads outwards', (code, expected) => {
    expect(lineageOf(code, codes)).toEqual(expected);
    expect(lineageOf(code, undefined)).toEqual([code]);
  });
});
