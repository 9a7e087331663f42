import { describe, expect, it } from 'vitest';

import type { Instant } from '../../../schema/values/index.ts';
import type { StoredMove } from '../../../subgraphs/_kit/storage/moveStore.ts';
import { givenMove } from '../../support/moves.ts';
import { april } from '../../support/stores.ts';
import { givenMoveStore, type CreatePlace } from './givenMoveStore.ts';

const agency = 'inspection';
const justBefore = (moment: Instant) => new Date(Date.parse(moment) - 1).toISOString() as Instant;

const publish = (sequence: number, day: number, visibleFrom = day): StoredMove =>
  givenMove({ sequence, number: sequence, at: april(day), visibleFrom: april(visibleFrom) });
const withdraw = (sequence: number, day: number): StoredMove =>
  givenMove({ sequence, number: sequence, at: april(day), kind: 'WITHDRAW' });

/** Numbers of the headers, newest first; and, where it is another question, of what stands. */
type Moment = readonly [when: string, asOf: Instant, headers: readonly number[], standing: number | null];

const LINES: readonly (readonly [what: string, moves: StoredMove[], moments: Moment[]])[] = [
  [
    'published under an embargo until 9 April, and withdrawn on the 5th',
    [publish(1, 1, 9), withdraw(2, 5)],
    [
      ['before the withdrawal', april(4), [], null],
      ['after it', april(6), [], null],
      ['at the moment that never came', april(9), [], null],
      ['long after it', april(30), [], null],
    ],
  ],
  [
    'published under an embargo until 9 April, and withdrawn at the very moment',
    [publish(1, 1, 9), withdraw(2, 9)],
    [['at that moment', april(9), [], null]],
  ],
  [
    'published under an embargo until 9 April, and withdrawn a millisecond after its moment',
    [
      publish(1, 1, 9),
      givenMove({ sequence: 2, number: 2, at: '2024-04-09T00:00:00.001Z', kind: 'WITHDRAW' }),
    ],
    [
      ['at its moment', april(9), [1], 1],
      ['after the withdrawal', april(10), [1], null],
    ],
  ],
  [
    'published under an embargo until 9 April, and replaced at once on the 5th',
    [publish(1, 1, 9), publish(2, 5)],
    [
      ['before that', justBefore(april(5)), [], null],
      ['from then on', april(5), [2], 2],
      ['at the moment of the first', april(9), [2], 2],
    ],
  ],
  [
    'published under an embargo until 20 April, and replaced by what is visible from the 9th on',
    [publish(1, 1, 20), publish(2, 5, 9)],
    [
      ['when both wait', april(6), [], null],
      ['from the 9th on', april(9), [2], 2],
      ['from the 20th on', april(20), [2], 2],
    ],
  ],
  [
    'published twice, both visible from 9 April on',
    [publish(1, 1, 9), publish(2, 5, 9)],
    [
      ['a millisecond before', justBefore(april(9)), [], null],
      ['then', april(9), [2], 2],
    ],
  ],
  [
    'published under an embargo until 9 April, and replaced under one until the 20th',
    [publish(1, 1, 9), publish(2, 5, 20)],
    [
      ['from the 9th on', april(9), [1], 1],
      ['from the 20th on', april(20), [2, 1], 2],
    ],
  ],
  [
    'published on 1 April, corrected under an embargo until the 9th, all withdrawn on the 5th, published anew on the 6th',
    [publish(1, 1), publish(2, 2, 9), withdraw(3, 5), publish(4, 6)],
    [
      ['after the withdrawal', april(5), [1], null],
      ['after the new release', april(6), [4, 1], 4],
      ['at the moment that never came', april(9), [4, 1], 4],
    ],
  ],
  [
    'published anew under a longer embargo after a withdrawal of what was under a shorter one',
    [publish(1, 1, 9), withdraw(2, 2), publish(3, 3, 20)],
    [
      ['at the moment that never came', april(9), [], null],
      ['at the one that came', april(20), [3], 3],
    ],
  ],
  [
    'published three times, the third visible first',
    [publish(1, 1, 8), publish(2, 2, 9), publish(3, 3, 7)],
    [
      ['then', april(7), [3], 3],
      ['for ever', april(30), [3], 3],
    ],
  ],
];

export function stoodContract(createPlace: CreatePlace): void {
  describe.each(LINES)('given a line %s', (_what, moves, moments) => {
    const store = givenMoveStore(createPlace, moves);

    it.each(moments)(
      'when releases are asked for %s, then only those come that have stood',
      async (_when, asOf, headers, standing) => {
        const of = { agency, organisations: ['ha-tinh-khoi'] };

        const found = await store().headers(of, asOf);
        const newest = await store().newestOfAll(of, asOf);

        expect(found.map(({ number }) => number)).toEqual(headers);
        expect(newest.map(({ number }) => number)).toEqual(standing === null ? [] : [standing]);
      },
    );
  });

  describe.each(LINES)('given nothing yet of a line that will be %s', (_what, moves) => {
    const store = givenMoveStore(createPlace);

    it('when moves are made one by one, then no move changes what was told of moments before it', async () => {
      const told: { asOf: Instant; headers: unknown }[] = [];
      for (const move of moves) {
        const asOf = justBefore(move.at);
        told.push({ asOf, headers: await store().headers({ agency }, asOf) });
        await store().append(move);
      }

      for (const { asOf, headers } of told) expect(await store().headers({ agency }, asOf)).toEqual(headers);
    });
  });

  describe('given a line of which nothing ever stood beside two others', () => {
    const store = givenMoveStore(createPlace, [
      givenMove({ sequence: 1, organisation: 'a', number: 1, at: april(1), visibleFrom: april(9) }),
      givenMove({ sequence: 2, organisation: 'b', number: 1, at: april(2), visibleFrom: april(9) }),
      givenMove({ sequence: 3, organisation: 'a', number: 2, at: april(3), kind: 'WITHDRAW' }),
      givenMove({ sequence: 4, organisation: 'a', period: '2024-Q2', number: 1, at: april(4) }),
    ]);

    it('when all headers are asked for, then no line takes away from another', async () => {
      const found = await store().headers({ agency }, april(9));

      expect(found.map(({ organisation, period }) => `${organisation} ${period}`)).toEqual([
        'b 2024-Q1',
        'a 2024-Q2',
      ]);
    });
  });
}
