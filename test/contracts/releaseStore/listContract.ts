import { describe, expect, it } from 'vitest';

import type { Period, Release, ReleaseHeader } from '../../../schema/values/index.ts';
import type { ReleaseStore } from '../../../subgraphs/_kit/storage/releaseStore.ts';
import { givenRelease, headerOf } from '../../support/given.ts';
import { april } from '../../support/stores.ts';
import { givenStore } from './givenStore.ts';

const agency = 'inspection';
const periods = (...texts: string[]) => texts as Period[];

/** `organisation period number` of each, so that expectations fit one line. */
const names = (releases: readonly (Release | ReleaseHeader)[]) =>
  releases.map(({ organisation, period, number }) => `${organisation} ${period} ${number}`);

export function listContract(createStore: () => Promise<ReleaseStore>): void {
  describe('given releases of several organisations and periods, and of another agency', () => {
    const corrected = givenRelease({ organisation: 'b', number: 2, publishedAt: april(5) });
    const store = givenStore(createStore, [
      givenRelease({ organisation: 'b', period: '2024-Q2', publishedAt: april(3) }),
      corrected,
      givenRelease({ organisation: 'a', period: '2024-Q1', publishedAt: april(3) }),
      givenRelease({ organisation: 'b', number: 1, publishedAt: april(1) }),
      givenRelease({ organisation: 'a', period: '2023', publishedAt: april(3) }),
      givenRelease({ organisation: 'b', agency: 'party-building', number: 7, publishedAt: april(2) }),
    ]);

    it('when all newest are asked for, then there is one of each line, by organisation, then period', async () => {
      const found = await store().newestOfAll({ agency }, april(9));

      expect(names(found)).toEqual(['a 2023 1', 'a 2024-Q1 1', 'b 2024-Q1 2', 'b 2024-Q2 1']);
    });

    it('when one of them is looked at, then it is read back exactly', async () => {
      const found = await store().newestOfAll(
        { agency, organisations: ['b'], periods: periods('2024-Q1') },
        april(9),
      );

      expect(found).toEqual([corrected]);
    });

    it.each([
      ['before any', '2024-03-31T23:59:59.999Z', []],
      ['at exactly the first', april(1), ['b 2024-Q1 1']],
      [
        'before the correction',
        '2024-04-04T23:59:59.999Z',
        ['a 2023 1', 'a 2024-Q1 1', 'b 2024-Q1 1', 'b 2024-Q2 1'],
      ],
      ['at exactly the correction', april(5), ['a 2023 1', 'a 2024-Q1 1', 'b 2024-Q1 2', 'b 2024-Q2 1']],
    ])('when the newest are asked for %s, then later ones do not count', async (_when, asOf, expected) => {
      const found = await store().newestOfAll({ agency }, asOf as never);

      expect(names(found)).toEqual(expected);
    });

    const FILTERS = [
      ['organisation', { organisations: ['a'] }, ['a 2023 1', 'a 2024-Q1 1'], ['a 2023 1', 'a 2024-Q1 1']],
      [
        'period',
        { periods: periods('2024-Q1') },
        ['a 2024-Q1 1', 'b 2024-Q1 2'],
        ['b 2024-Q1 2', 'a 2024-Q1 1', 'b 2024-Q1 1'],
      ],
      [
        'several of both',
        { organisations: ['b', 'a'], periods: periods('2024-Q2', '2023') },
        ['a 2023 1', 'b 2024-Q2 1'],
        ['a 2023 1', 'b 2024-Q2 1'],
      ],
      ['what does not exist', { organisations: ['c'] }, [], []],
      ['none of the organisations', { organisations: [] }, [], []],
      ['none of the periods', { periods: [] }, [], []],
    ] as const;

    it.each(FILTERS)(
      'when the newest are filtered by %s, then only those come',
      async (_what, filter, expected) => {
        const found = await store().newestOfAll({ agency, ...filter }, april(9));

        expect(names(found)).toEqual(expected);
      },
    );

    it.each(FILTERS)(
      'when headers are filtered by %s, then only those come',
      async (_what, filter, _newest, expected) => {
        const found = await store().headers({ agency, ...filter }, april(9));

        expect(names(found)).toEqual(expected);
      },
    );

    it('when headers are asked for, then all releases come, newest first, then by organisation and period', async () => {
      const found = await store().headers({ agency }, april(9));

      expect(names(found)).toEqual(['b 2024-Q1 2', 'a 2023 1', 'a 2024-Q1 1', 'b 2024-Q2 1', 'b 2024-Q1 1']);
    });

    it('when headers are asked for at a moment, then one published at exactly it counts and a later one does not', async () => {
      const found = await store().headers({ agency }, april(3));

      expect(names(found)).toEqual(['a 2023 1', 'a 2024-Q1 1', 'b 2024-Q2 1', 'b 2024-Q1 1']);
    });

    it('when a header is looked at, then it has all of the release but its figures', async () => {
      const [found] = await store().headers({ agency }, april(9));

      expect(found).toEqual(headerOf(corrected));
    });

    it('when the other agency asks, then it sees its own only', async () => {
      const other = { agency: 'party-building' };

      const found = [await store().newestOfAll(other, april(9)), await store().headers(other, april(9))];

      expect(found.map(names)).toEqual([['b 2024-Q1 7'], ['b 2024-Q1 7']]);
    });
  });
}
