import { describe, expect, it } from 'vitest';

import type { Release } from '../../../../schema/values/index.ts';
import { standingHistory } from '../../../../subgraphs/_kit/reading/standingHistory.ts';
import { givenRelease, headerOf } from '../../../support/given.ts';

const first = givenRelease();
const second = givenRelease({ number: 2 });
const third = givenRelease({ number: 3 });

const numbersOf = (releases: readonly Release[]) => releases.map(({ number }) => number);

describe('given a release that stands', () => {
  it('when it has replaced others, then these are told after it, back to the first', () => {
    const headers = [third, second, first].map(headerOf);

    expect(numbersOf(standingHistory([third], [first, second, third], headers))).toEqual([3, 2, 1]);
  });

  it('when one of them was replaced before it ever stood, then those before it are told all the same', () => {
    const headers = [third, second, first].map(headerOf);

    expect(numbersOf(standingHistory([third], [first, third], headers))).toEqual([3, 1]);
  });

  it('when all before it was withdrawn, then that is left out', () => {
    const anew = givenRelease({ number: 3, supersedes: null });
    const headers = [anew, second, first].map(headerOf);

    expect(numbersOf(standingHistory([anew], [first, second, anew], headers))).toEqual([3]);
  });

  it('when it replaces one that nobody knows of yet, then nothing before it is told', () => {
    const headers = [third, first].map(headerOf);

    expect(numbersOf(standingHistory([third], [first, third], headers))).toEqual([3]);
  });
});
