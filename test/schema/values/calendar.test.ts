import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addDays,
  coveredDays,
  nextPeriod,
  previousPeriod,
  REPORTING_CALENDARS,
  type Period,
} from '../../../schema/values/index.ts';
import { anyPeriod } from '../../support/arbitraries.ts';

describe('given a period', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31', '2023-12-15', '2024-12-14'],
    ['2024-S1', '2024-01-01', '2024-06-30', '2023-12-15', '2024-06-14'],
    ['2024-S2', '2024-07-01', '2024-12-31', '2024-06-15', '2024-12-14'],
    ['2024-Q1', '2024-01-01', '2024-03-31', '2023-12-15', '2024-03-14'],
    ['2024-Q2', '2024-04-01', '2024-06-30', '2024-03-15', '2024-06-14'],
    ['2024-01', '2024-01-01', '2024-01-31', '2023-12-15', '2024-01-14'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-01-15', '2024-02-14'],
    ['2024-03', '2024-03-01', '2024-03-31', '2024-02-15', '2024-03-14'],
    ['2023-02', '2023-02-01', '2023-02-28', '2023-01-15', '2023-02-14'],
    ['2023-01/P9M', '2023-01-01', '2023-09-30', '2022-12-15', '2023-09-14'],
    ['2023-09/P9M', '2023-09-01', '2024-05-31', '2023-08-15', '2024-05-14'],
    ['2020-01/P60M', '2020-01-01', '2024-12-31', '2019-12-15', '2024-12-14'],
    ['1900', '1900-01-01', '1900-12-31', '1899-12-15', '1900-12-14'],
    ['2024-02-29', '2024-02-29', '2024-02-29', '2024-02-29', '2024-02-29'],
    ['2024-01-01', '2024-01-01', '2024-01-01', '2024-01-01', '2024-01-01'],
  ])(
    'when it is %s, then it covers %s to %s of the calendar, and administratively %s to %s',
    (text, first, last, administrativeFirst, administrativeLast) => {
      const days = REPORTING_CALENDARS.map((calendar) => coveredDays(text as Period, calendar));

      expect(days).toEqual([
        { first, last },
        { first: administrativeFirst, last: administrativeLast },
      ]);
    },
  );
});

describe.each(REPORTING_CALENDARS)('given any period that follows the calendar %s', (calendar) => {
  it('when its neighbours are taken, then no day lies between them and none in both', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const { first, last } = coveredDays(period, calendar);

        expect(coveredDays(nextPeriod(period), calendar).first).toBe(addDays(last, 1));
        expect(coveredDays(previousPeriod(period), calendar).last).toBe(addDays(first, -1));
      }),
    );
  });

  it('when its days are told, then the first is not after the last', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const { first, last } = coveredDays(period, calendar);

        expect(first <= last).toBe(true);
      }),
    );
  });
});

describe('given a year that follows the administrative calendar', () => {
  it.each([
    ['halves', ['2024-S1', '2024-S2']],
    ['quarters', ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']],
    ['first and last months', ['2024-01', '2024-12']],
  ])('when it is told by its %s, then these begin and end with it', (_what, parts) => {
    const spans = parts.map((part) => coveredDays(part as Period, 'ADMINISTRATIVE'));

    expect([spans[0]?.first, spans.at(-1)?.last]).toEqual(['2023-12-15', '2024-12-14']);
  });
});
