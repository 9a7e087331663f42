import { describe, expect, it } from 'vitest';

import type { Period, Release, ReleaseHeader } from '../../../schema/values/index.ts';
import { headerOf } from '../../support/given.ts';
import { givenMove, releaseOfNumber } from '../../support/moves.ts';
import { april } from '../../support/stores.ts';
import { givenMoveStore, openAt, type CreatePlace } from './givenMoveStore.ts';

const agency = 'inspection';
const periods = (...texts: string[]) => texts as Period[];

/** `organisation period number` of each, so that expectations fit one line. */
const names = (releases: readonly (Release | ReleaseHeader)[]) =>
  releases.map(({ organisation, period, number }) => `${organisation} ${period} ${number}`);

export function listContract(createPlace: CreatePlace): void {
  describe('given releases of several organisations and periods, one withdrawn, one embargoed, and of another agency', () => {
    const store = givenMoveStore(createPlace, [
      givenMove({ sequence: 4, organisation: 'b', period: '2024-Q2', at: april(3) }),
      givenMove({ sequence: 6, organisation: 'b', number: 2, at: april(5) }),
      givenMove({ sequence: 3, organisation: 'a', period: '2024-Q1', at: april(3) }),
      givenMove({ sequence: 1, organisation: 'b', number: 1, at: april(1) }),
      givenMove({ sequence: 5, organisation: 'a', period: '2023', at: april(3) }),
      givenMove({ sequence: 2, organisation: 'c', at: april(2) }),
      givenMove({ sequence: 7, organisation: 'c', number: 2, at: april(6), kind: 'WITHDRAW' }),
      givenMove({ sequence: 8, organisation: 'd', at: april(7), visibleFrom: april(8) }),
      givenMove({ sequence: 9, organisation: 'e', at: april(7), kind: 'SAVE' }),
      givenMove({ agency: 'party-building', organisation: 'b', number: 7, at: april(2) }),
    ]);

    it('when all newest are asked for, then there is one of each line, by organisation, then period', async () => {
      const found = await store().newestOfAll({ agency }, april(9));

      expect(names(found)).toEqual(['a 2023 1', 'a 2024-Q1 1', 'b 2024-Q1 2', 'b 2024-Q2 1', 'd 2024-Q1 1']);
    });

    it('when one of them is looked at, then it is read back exactly', async () => {
      const found = await store().newestOfAll(
        { agency, organisations: ['b'], periods: periods('2024-Q1') },
        april(9),
      );

      expect(found).toEqual([{ ...releaseOfNumber(2, april(5)), organisation: 'b' }]);
    });

    it.each([
      ['before any', '2024-03-31T23:59:59.999Z', []],
      ['at exactly the first', april(1), ['b 2024-Q1 1']],
      [
        'before the correction',
        '2024-04-04T23:59:59.999Z',
        ['a 2023 1', 'a 2024-Q1 1', 'b 2024-Q1 1', 'b 2024-Q2 1', 'c 2024-Q1 1'],
      ],
      ['at exactly the withdrawal', april(6), ['a 2023 1', 'a 2024-Q1 1', 'b 2024-Q1 2', 'b 2024-Q2 1']],
    ])('when the newest are asked for %s, then later ones do not count', async (_when, asOf, expected) => {
      const found = await store().newestOfAll({ agency }, asOf as never);

      expect(names(found)).toEqual(expected);
    });

    const FILTERS = [
      ['organisation', { organisations: ['a'] }, ['a 2023 1', 'a 2024-Q1 1'], ['a 2023 1', 'a 2024-Q1 1']],
      [
        'period',
        { periods: periods('2024-Q1') },
        ['a 2024-Q1 1', 'b 2024-Q1 2', 'd 2024-Q1 1'],
        ['d 2024-Q1 1', 'b 2024-Q1 2', 'a 2024-Q1 1', 'c 2024-Q1 1', 'b 2024-Q1 1'],
      ],
      [
        'several of both',
        { organisations: ['b', 'a'], periods: periods('2024-Q2', '2023') },
        ['a 2023 1', 'b 2024-Q2 1'],
        ['a 2023 1', 'b 2024-Q2 1'],
      ],
      ['what is withdrawn', { organisations: ['c'] }, [], ['c 2024-Q1 1']],
      ['what is only a draft', { organisations: ['e'] }, [], []],
      ['what does not exist', { organisations: ['f'] }, [], []],
      ['none of the organisations', { organisations: [] }, [], []],
      ['none of the periods', { periods: [] }, [], []],
    ] as const;

    it.each(FILTERS)(
      'when releases are filtered by %s, then only those come',
      async (_what, filter, newest, headers) => {
        expect(names(await store().newestOfAll({ agency, ...filter }, april(9)))).toEqual(newest);
        expect(names(await store().headers({ agency, ...filter }, april(9)))).toEqual(headers);
      },
    );

    it('when headers are asked for, then all releases come, newest first, then by organisation and period', async () => {
      const found = await store().headers({ agency }, april(9));

      expect(names(found)).toEqual([
        'd 2024-Q1 1',
        'b 2024-Q1 2',
        'a 2023 1',
        'a 2024-Q1 1',
        'b 2024-Q2 1',
        'c 2024-Q1 1',
        'b 2024-Q1 1',
      ]);
    });

    it.each([
      [
        'at exactly three of them',
        april(3),
        ['a 2023 1', 'a 2024-Q1 1', 'b 2024-Q2 1', 'c 2024-Q1 1', 'b 2024-Q1 1'],
      ],
      [
        'a millisecond before an embargo ends',
        '2024-04-07T23:59:59.999Z',
        ['b 2024-Q1 2', 'a 2023 1', 'a 2024-Q1 1', 'b 2024-Q2 1', 'c 2024-Q1 1', 'b 2024-Q1 1'],
      ],
    ])('when headers are asked for %s, then those visible come', async (_when, asOf, expected) => {
      expect(names(await store().headers({ agency }, asOf as never))).toEqual(expected);
    });

    it('when a header is looked at, then it has all of the release but its figures', async () => {
      const [, found] = await store().headers({ agency }, april(9));

      expect(found).toEqual(headerOf({ ...releaseOfNumber(2, april(5)), organisation: 'b' }));
    });

    it('when the other agency asks, then it sees its own only', async () => {
      const other = { agency: 'party-building' };

      const found = [await store().newestOfAll(other, april(9)), await store().headers(other, april(9))];

      expect(found.map(names)).toEqual([['b 2024-Q1 7'], ['b 2024-Q1 7']]);
    });
  });

  describe('given sixty lines with two releases each', () => {
    const organisations = Array.from({ length: 60 }, (_, index) => `o${String(index).padStart(2, '0')}`);
    const moves = organisations.flatMap((organisation, index) => [
      givenMove({ sequence: 2 * index + 1, organisation, number: 1, at: april(1) }),
      givenMove({ sequence: 2 * index + 2, organisation, number: 2, at: april(2) }),
    ]);

    it('when everything is asked for, then the second of each comes, in order, with all its headers', async () => {
      const store = await openAt(await createPlace());
      for (const move of moves) await store.append(move);

      const found = {
        newest: names(await store.newestOfAll({ agency }, april(9))),
        headers: (await store.headers({ agency }, april(9))).length,
        lastMoves: (await store.lastMoves({ agency }, april(9))).map(({ sequence }) => sequence),
      };

      expect(found).toEqual({
        newest: organisations.map((organisation) => `${organisation} 2024-Q1 2`),
        headers: 120,
        lastMoves: organisations.map((_, index) => 2 * index + 2),
      });
    });
  });
}
