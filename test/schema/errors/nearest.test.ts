import { describe, expect, it } from 'vitest';

import { nearest } from '../../../schema/errors/index.ts';

describe('given a text that is not known', () => {
  it.each([
    ['a letter too many', 'vallue', ['value', 'unit'], ['value']],
    ['two letters swapped', 'vlaue', ['value', 'unit'], ['value']],
    ['other capitals', 'vnd', ['VND', 'USD'], ['VND']],
    ['no accents', 'uoc dat', ['ước đạt', 'sơ bộ'], ['ước đạt']],
    ['several near ones, the nearest first', 'units', ['unite', 'unit', 'suits'], ['unit', 'unite', 'suits']],
    ['equally near ones, in alphabetical order', 'b1', ['b3', 'b2'], ['b2', 'b3']],
    ['more than three near ones', 'a1', ['a5', 'a4', 'a3', 'a2'], ['a2', 'a3', 'a4']],
    ['none near', 'person', ['VND', 'percent-of-plan'], []],
    ['nothing known', 'person', [], []],
    ['nothing nearly as long', 'p'.repeat(1_000_000), Array.from({ length: 100 }, () => 'person'), []],
    ['nothing asked', '', ['person'], []],
  ])('when there are %s, then these are suggested', (_what, unknown, known, expected) => {
    const suggested = nearest(unknown, known);

    expect(suggested).toEqual(expected);
  });
});
