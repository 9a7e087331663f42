import { describe, expect, it } from 'vitest';

import type { StoredMove } from '../../../subgraphs/_kit/storage/moveStore.ts';
import { givenMove, releaseOfNumber } from '../../support/moves.ts';
import { april, lineAt } from '../../support/stores.ts';
import { givenMoveStore, type CreatePlace } from './givenMoveStore.ts';

const agency = 'inspection';
const A_MILLISECOND_BEFORE_5 = '2024-04-04T23:59:59.999Z';
const FOR_EVER = '9999-12-31T23:59:59.999Z';

const publish = (sequence: number, day: number, visibleFrom = day): StoredMove =>
  givenMove({ sequence, number: sequence, at: april(day), visibleFrom: april(visibleFrom) });
const withdraw = (sequence: number, day: number): StoredMove =>
  givenMove({ sequence, number: sequence, at: april(day), kind: 'WITHDRAW' });

type Moment = readonly [when: string, asOf: string, expected: ReturnType<typeof releaseOfNumber> | null];

const LINES: readonly (readonly [what: string, moves: StoredMove[], moments: Moment[]])[] = [
  [
    'published on 1, 5 and 9 April',
    [publish(3, 9), publish(1, 1), publish(2, 5)],
    [
      ['before the first', '2024-03-31T23:59:59.999Z', null],
      ['at exactly the first', april(1), releaseOfNumber(1, april(1))],
      ['a millisecond before the second', A_MILLISECOND_BEFORE_5, releaseOfNumber(1, april(1))],
      ['at exactly the second', april(5), releaseOfNumber(2, april(5))],
      ['a millisecond after the second', '2024-04-05T00:00:00.001Z', releaseOfNumber(2, april(5))],
      ['long after the last', FOR_EVER, releaseOfNumber(3, april(9))],
    ],
  ],
  [
    'published on 1 April and withdrawn on the 5th',
    [publish(1, 1), withdraw(2, 5)],
    [
      ['a millisecond before', A_MILLISECOND_BEFORE_5, releaseOfNumber(1, april(1))],
      ['at exactly the withdrawal', april(5), null],
      ['long after it', FOR_EVER, null],
    ],
  ],
  [
    'withdrawn on 5 April and published anew on the 9th',
    [publish(1, 1), withdraw(2, 5), publish(3, 9)],
    [
      ['between', april(6), null],
      ['at exactly the new release', april(9), releaseOfNumber(3, april(9))],
    ],
  ],
  [
    'published on 1 April under an embargo until the 5th',
    [publish(1, 1, 5)],
    [
      ['when it was published', april(1), null],
      ['a millisecond before the embargo ends', A_MILLISECOND_BEFORE_5, null],
      ['when it ends', april(5), releaseOfNumber(1, april(5))],
    ],
  ],
  [
    'published under an embargo until 9 April, and corrected at once on the 5th',
    [publish(1, 1, 9), publish(2, 5)],
    [
      ['before the correction', A_MILLISECOND_BEFORE_5, null],
      ['at the correction', april(5), releaseOfNumber(2, april(5))],
      ['when the embargo ends', april(9), releaseOfNumber(2, april(5))],
      ['for ever', FOR_EVER, releaseOfNumber(2, april(5))],
    ],
  ],
  [
    'published on 1 April, corrected under an embargo until the 9th',
    [publish(1, 1), publish(2, 5, 9)],
    [
      ['during the embargo', april(8), releaseOfNumber(1, april(1))],
      ['when it ends', april(9), releaseOfNumber(2, april(9))],
    ],
  ],
  [
    'published under an embargo until 9 April, and withdrawn on the 5th',
    [publish(1, 1, 9), withdraw(2, 5)],
    [
      ['at the withdrawal', april(5), null],
      ['when the embargo would have ended', april(9), null],
    ],
  ],
  [
    'saved and submitted only',
    [givenMove({ sequence: 1, kind: 'SAVE' }), givenMove({ sequence: 2, kind: 'SUBMIT', at: april(2) })],
    [['long after', FOR_EVER, null]],
  ],
  [
    'published on 1 April, with a new draft since',
    [publish(1, 1), givenMove({ sequence: 2, kind: 'SAVE', at: april(5) })],
    [['after the draft', april(9), releaseOfNumber(1, april(1))]],
  ],
  [
    'published eleven times in eleven days',
    Array.from({ length: 11 }, (_, index) => publish(index + 1, index + 1)),
    [
      ['at the ninth', april(9), releaseOfNumber(9, april(9))],
      ['at the tenth', april(10), releaseOfNumber(10, april(10))],
      ['after the eleventh', FOR_EVER, releaseOfNumber(11, april(11))],
    ],
  ],
];

export function newestContract(createPlace: CreatePlace): void {
  describe.each(LINES)('given a line %s', (_what, moves, moments) => {
    const store = givenMoveStore(createPlace, moves);

    it.each(moments)(
      'when it is asked for %s, then what was visible then is found',
      async (_when, asOf, expected) => {
        const of = { agency, organisations: ['ha-tinh-khoi'] };

        expect(await store().newestOfLines([lineAt(asOf)])).toEqual([expected]);
        expect(await store().newestOfAll(of, asOf as never)).toEqual(expected === null ? [] : [expected]);
      },
    );
  });

  describe('given three lines', () => {
    const store = givenMoveStore(createPlace, [
      publish(1, 1),
      givenMove({ sequence: 2, organisation: 'ha-tinh', at: april(2) }),
      givenMove({ sequence: 3, period: '2024-Q2', at: april(3) }),
      publish(4, 5),
    ]);
    const ask = async (...lines: ReturnType<typeof lineAt>[]) =>
      (await store().newestOfLines(lines)).map(
        (release) => release && `${release.organisation} ${release.period} ${release.number}`,
      );

    it('when no line is asked for, then the answer is empty', async () => {
      expect(await ask()).toEqual([]);
    });

    it('when several are asked for, then they come in the order asked, null for the absent', async () => {
      const found = await ask(
        lineAt(april(9), 'ha-tinh-khoi', '2024-Q2'),
        lineAt(april(9), 'nghe-an'),
        lineAt(april(9), 'ha-tinh'),
        lineAt(april(1), 'ha-tinh'),
        lineAt(april(9)),
      );

      expect(found).toEqual([
        'ha-tinh-khoi 2024-Q2 1',
        null,
        'ha-tinh 2024-Q1 1',
        null,
        'ha-tinh-khoi 2024-Q1 4',
      ]);
    });

    it('when one line is asked for at two moments and twice at one, then each gets its answer', async () => {
      const found = await ask(lineAt(april(5)), lineAt(april(4)), lineAt(april(5)));

      expect(found).toEqual(['ha-tinh-khoi 2024-Q1 4', 'ha-tinh-khoi 2024-Q1 1', 'ha-tinh-khoi 2024-Q1 4']);
    });

    it('when lines of two agencies are asked for, then each gets its own', async () => {
      const found = await store().newestOfLines([
        { ...lineAt(april(9)), agency: 'party-building' },
        lineAt(april(9)),
      ]);

      expect(found).toEqual([null, releaseOfNumber(4, april(5))]);
    });
  });
}
