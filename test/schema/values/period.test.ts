import { describe, expect, it } from 'vitest';

import {
  comparePeriods,
  containsPeriod,
  nextPeriod,
  parsePeriod,
  periodEnd,
  periodFrequency,
  periodMonths,
  periodStart,
  previousPeriod,
  samePeriodLastYear,
} from '../../../schema/values/index.ts';
import { period } from '../../support/parsed.ts';

const FORMS = 'a period such as 2024, 2024-S1, 2024-Q1, 2024-03, 2022-12-31 or a span 2023-01/P9M';

describe('given the text of a period', () => {
  it.each([
    ['2020', 'YEAR', '2020-01-01', '2020-12-31'],
    ['2023-S1', 'HALF_YEAR', '2023-01-01', '2023-06-30'],
    ['2023-S2', 'HALF_YEAR', '2023-07-01', '2023-12-31'],
    ['2024-Q1', 'QUARTER', '2024-01-01', '2024-03-31'],
    ['2024-Q2', 'QUARTER', '2024-04-01', '2024-06-30'],
    ['2024-Q3', 'QUARTER', '2024-07-01', '2024-09-30'],
    ['2024-Q4', 'QUARTER', '2024-10-01', '2024-12-31'],
    ['2023-02', 'MONTH', '2023-02-01', '2023-02-28'],
    ['2024-02', 'MONTH', '2024-02-01', '2024-02-29'],
    ['2024-12', 'MONTH', '2024-12-01', '2024-12-31'],
    ['2022-12-31', 'DAY', '2022-12-31', '2022-12-31'],
    ['2024-02-29', 'DAY', '2024-02-29', '2024-02-29'],
    ['2023-01/P9M', 'SPAN', '2023-01-01', '2023-09-30'],
    ['2023-09/P9M', 'SPAN', '2023-09-01', '2024-05-31'],
    ['2023-04/P6M', 'SPAN', '2023-04-01', '2023-09-30'],
    ['2023-07/P12M', 'SPAN', '2023-07-01', '2024-06-30'],
    ['2020-01/P60M', 'SPAN', '2020-01-01', '2024-12-31'],
    ['2023-11/P2M', 'SPAN', '2023-11-01', '2023-12-31'],
    ['1900', 'YEAR', '1900-01-01', '1900-12-31'],
    ['2199-Q4', 'QUARTER', '2199-10-01', '2199-12-31'],
  ])('when %s is parsed, then it is a %s from %s to %s', (text, frequency, first, last) => {
    const parsed = period(text);

    expect([parsed, periodFrequency(parsed), periodStart(parsed), periodEnd(parsed)]).toEqual([
      text,
      frequency,
      first,
      last,
    ]);
  });

  it.each([
    ['nothing', '', FORMS],
    ['words', 'quý I/2024', FORMS],
    ['two digits of a year', '24-Q1', FORMS],
    ['no hyphen', '2024Q1', FORMS],
    ['a small letter', '2024-q1', FORMS],
    ['a month of one digit', '2024-3', FORMS],
    ['a blank behind it', '2024-Q1 ', FORMS],
    ['a line break behind it', '2024-Q1\n', FORMS],
    ['a week', '2024-W07', FORMS],
    ['an interval of days', '2024-01-01/P9M', FORMS],
    ['a span without a length', '2024-01/PM', FORMS],
    ['a span in years', '2024-01/P1Y', FORMS],
    ['a fifth quarter', '2023-Q5', 'Q1 to Q4: a year has four quarters'],
    ['a quarter 0', '2023-Q0', 'Q1 to Q4: a year has four quarters'],
    ['a quarter with a leading zero', '2023-Q01', 'Q1 to Q4: a year has four quarters'],
    ['a third half', '2023-S3', 'S1 or S2: a year has two halves'],
    ['a month 13', '2023-13', 'a month from 01 to 12'],
    ['a month 00', '2023-00', 'a month from 01 to 12'],
    ['a span from month 13', '2023-13/P2M', 'a month from 01 to 12'],
    ['a day that does not exist', '2023-02-29', 'a day of the calendar such as 2024-03-31'],
    ['an empty span', '2023-01/P0M', 'a span of at least one month, without leading zeros'],
    ['a span with a leading zero', '2023-01/P09M', 'a span of at least one month, without leading zeros'],
    ['a span that is a month', '2023-05/P1M', '"2023-05", which is the same stretch of time'],
    ['a span that is a quarter', '2023-04/P3M', '"2023-Q2", which is the same stretch of time'],
    ['a span that is a half-year', '2023-07/P6M', '"2023-S2", which is the same stretch of time'],
    ['a span that is a year', '2023-01/P12M', '"2023", which is the same stretch of time'],
    ['a year before 1900', '1899-Q4', 'a year from 1900 to 2199'],
    ['a year after 2199', '2200', 'a year from 1900 to 2199'],
    ['a day before 1900', '1899-12-31', 'a year from 1900 to 2199'],
  ])('when it has %s, then %j is refused with what is expected', (_what, text, expected) => {
    const parsed = parsePeriod(text);

    expect(parsed).toEqual({ ok: false, expected });
  });
});

describe('given a period', () => {
  it.each([
    ['2023', '2024', '2025'],
    ['2023-S2', '2024-S1', '2024-S2'],
    ['2023-Q4', '2024-Q1', '2024-Q2'],
    ['2024-Q3', '2024-Q4', '2025-Q1'],
    ['2023-12', '2024-01', '2024-02'],
    ['2024-02-28', '2024-02-29', '2024-03-01'],
    ['2022-12-31', '2023-01-01', '2023-01-02'],
    ['2022-04/P9M', '2023-01/P9M', '2023-10/P9M'],
    ['2022-12/P9M', '2023-09/P9M', '2024-06/P9M'],
    ['2022-10/P6M', '2023-04/P6M', '2023-10/P6M'],
    ['2018-01/P24M', '2020-01/P24M', '2022-01/P24M'],
  ])('when its neighbours are asked for, then %s comes before %s and %s after', (before, text, after) => {
    const neighbours = [previousPeriod(period(text)), nextPeriod(period(text))];

    expect(neighbours).toEqual([before, after]);
  });

  it.each([
    ['2024', '2023'],
    ['2024-S1', '2023-S1'],
    ['2024-Q1', '2023-Q1'],
    ['2024-03', '2023-03'],
    ['2024-03-31', '2023-03-31'],
    ['2024-02-29', '2023-02-28'],
    ['2023-02-28', '2022-02-28'],
    ['2023-09/P9M', '2022-09/P9M'],
    ['2000-Q1', '1999-Q1'],
  ])('when the same period a year before %s is asked for, then it is %s', (text, expected) => {
    const earlier = samePeriodLastYear(period(text));

    expect(earlier).toBe(expected);
  });
});

describe('given periods of all frequencies', () => {
  it.each([
    ['2020', 12],
    ['2023-S1', 6],
    ['2024-Q1', 3],
    ['2024-02', 1],
    ['2023-09/P9M', 9],
    ['2020-01/P60M', 60],
    ['2022-12-31', 0],
  ])('when the months of %s are counted, then they are %i', (text, months) => {
    expect(periodMonths(period(text))).toBe(months);
  });
});

describe('given two periods', () => {
  it.each([
    ['2024', '2024-Q1', true],
    ['2024', '2024', true],
    ['2024-S1', '2024-Q2', true],
    ['2023-01/P9M', '2023-Q3', true],
    ['2024-Q1', '2024-03-31', true],
    ['2024-Q1', '2024-04-01', false],
    ['2024-Q1', '2024', false],
    ['2023-09/P9M', '2023', false],
    ['2023', '2023-12/P2M', false],
  ])('when %s is asked whether it contains %s, then the answer is %s', (outer, inner, expected) => {
    const contained = containsPeriod(period(outer), period(inner));

    expect(contained).toBe(expected);
  });

  it('when several are sorted, then they stand by their first day, the shorter first', () => {
    const texts = [
      '2024',
      '2023-Q4',
      '2024-Q1',
      '2024-01-01',
      '2024-02',
      '2024-01/P9M',
      '2024-S1',
      '2024-01',
    ];

    const sorted = texts.map(period).sort(comparePeriods);

    expect(sorted).toEqual([
      '2023-Q4',
      '2024-01-01',
      '2024-01',
      '2024-Q1',
      '2024-S1',
      '2024-01/P9M',
      '2024',
      '2024-02',
    ]);
  });
});
