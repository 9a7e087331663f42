import { describe, expect, it } from 'vitest';

import {
  compareFigures,
  finderOf,
  type Observation,
  type WantedComparison,
} from '../../../../schema/values/index.ts';
import { givenBook } from '../../../support/book.ts';
import { givenObservation, type Plain } from '../../../support/given.ts';

type Change = Plain<Observation>;

const figure = givenObservation({ time: '2024', value: '12' });
const WANTED: WantedComparison = {
  against: 'PERIOD',
  baseTime: '2023' as WantedComparison['baseTime'],
  setBy: null,
  measure: 'PERCENT_CHANGE',
};

/** `base → computed`, or the reason, of a figure against a certain other one among some that are held. */
function compared(base: Change, held: readonly Change[], change: Change = {}): string | null {
  const subject = { ...figure, ...change } as Observation;
  const book = givenBook(subject, ...held.map(givenObservation));
  const found = compareFigures(book, subject, WANTED, null, finderOf(givenObservation(base)));
  return found.base ? `${found.base.observation.value} → ${found.value}` : found.reason;
}

describe('given a certain base', () => {
  it.each([
    ['a result', { time: '2023' }, [{ time: '2023', value: '10' }], {}, '10 → 20.00'],
    [
      'a plan for a plan',
      { time: '2023', setBy: 'Tỉnh' },
      [
        { time: '2023', value: '10' },
        { time: '2023', value: '8', setBy: 'Tỉnh', stage: 'PLANNED' },
      ],
      { setBy: 'Tỉnh', stage: 'PLANNED' },
      '8 → 50.00',
    ],
    ['held no longer', { time: '2023' }, [{ time: '2022', value: '10' }], {}, 'BASE_MISSING'],
    ['without value', { time: '2023' }, [{ time: '2023', value: null }], {}, 'BASE_MISSING'],
    ['zero', { time: '2023' }, [{ time: '2023', value: '0' }], {}, '0 → null'],
    [
      'before a break',
      { time: '2023' },
      [{ time: '2023', value: '10' }],
      { seriesBreak: 'cách tính mới' },
      'BREAK_IN_SERIES',
    ],
    [
      'of another calendar',
      { time: '2023', calendar: 'ADMINISTRATIVE' },
      [{ time: '2023', value: '10', calendar: 'ADMINISTRATIVE' }],
      {},
      'CALENDARS_DIFFER',
    ],
  ] as const)('when it is %s, then the comparison with it says so', (_what, base, held, change, expected) => {
    expect(compared(base, held, change)).toBe(expected);
  });
});
