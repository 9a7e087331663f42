import { describe, expect, it } from 'vitest';

import { givenCompleteness, givenObligation, givenStanding, onlySection } from './given.ts';

const statusAt = (asOf: string, obligation = givenObligation(), period = '2024-Q1') =>
  onlySection(givenCompleteness({ asOf, period, obligations: [obligation] })).status;

describe('given a day that ends in Vietnam seven hours before it does in UTC', () => {
  it.each([
    ['2024-03-31T16:59:59.999Z', 'NOT_DUE'],
    ['2024-03-31T17:00:00.000Z', 'NOT_SUBMITTED'],
    ['2024-04-15T16:59:59.999Z', 'NOT_SUBMITTED'],
    ['2024-04-15T17:00:00.000Z', 'LATE'],
  ])('when a quarter due in 15 days is judged at %s, then it is %s', (asOf, status) => {
    expect(statusAt(asOf)).toBe(status);
  });

  it.each([
    ['2024-03-14T16:59:59.999Z', 'NOT_DUE'],
    ['2024-03-14T17:00:00.000Z', 'NOT_SUBMITTED'],
    ['2024-03-29T16:59:59.999Z', 'NOT_SUBMITTED'],
    ['2024-03-29T17:00:00.000Z', 'LATE'],
  ])('when an administrative quarter due in 15 days is judged at %s, then it is %s', (asOf, status) => {
    expect(statusAt(asOf, givenObligation({ calendar: 'ADMINISTRATIVE' }))).toBe(status);
  });

  it.each([
    ['2024-03-31T16:59:59.999Z', 'NOT_DUE'],
    ['2024-03-31T17:00:00.000Z', 'NOT_SUBMITTED'],
    ['2199-12-31T00:00:00.000Z', 'NOT_SUBMITTED'],
  ])('when a quarter without deadline is judged at %s, then it is %s', (asOf, status) => {
    expect(statusAt(asOf, givenObligation({ deadlineDays: null }))).toBe(status);
  });

  it.each([
    ['2024-03-31T16:59:59.999Z', 'NOT_DUE'],
    ['2024-03-31T17:00:00.000Z', 'LATE'],
  ])('when a quarter due on its last day is judged at %s, then it is %s', (asOf, status) => {
    expect(statusAt(asOf, givenObligation({ deadlineDays: 0 }))).toBe(status);
  });
});

describe('given periods of every frequency in both calendars', () => {
  it.each([
    ['YEAR', '2024', 'CALENDAR', 20, '2025-01-20T16:59:59.999Z'],
    ['YEAR', '2024', 'ADMINISTRATIVE', 20, '2025-01-03T16:59:59.999Z'],
    ['HALF_YEAR', '2024-S1', 'CALENDAR', 0, '2024-06-30T16:59:59.999Z'],
    ['HALF_YEAR', '2024-S2', 'ADMINISTRATIVE', 17, '2024-12-31T16:59:59.999Z'],
    ['QUARTER', '2024-Q4', 'CALENDAR', 15, '2025-01-15T16:59:59.999Z'],
    ['QUARTER', '2024-Q1', 'ADMINISTRATIVE', 15, '2024-03-29T16:59:59.999Z'],
    // A leap day is the last covered day, or lies between that and the deadline.
    ['MONTH', '2024-02', 'CALENDAR', 0, '2024-02-29T16:59:59.999Z'],
    ['MONTH', '2023-02', 'CALENDAR', 0, '2023-02-28T16:59:59.999Z'],
    ['MONTH', '2100-02', 'CALENDAR', 0, '2100-02-28T16:59:59.999Z'],
    ['MONTH', '2024-02', 'ADMINISTRATIVE', 15, '2024-02-29T16:59:59.999Z'],
    ['MONTH', '2023-02', 'ADMINISTRATIVE', 15, '2023-03-01T16:59:59.999Z'],
    ['MONTH', '2024-01', 'CALENDAR', 30, '2024-03-01T16:59:59.999Z'],
    ['MONTH', '2023-01', 'CALENDAR', 30, '2023-03-02T16:59:59.999Z'],
  ] as const)(
    'when a %s, %s in the calendar %s, is due in %i days, then that is %s',
    (frequency, period, calendar, deadlineDays, dueAt) => {
      const obligations = [givenObligation({ frequency, calendar, deadlineDays })];

      const section = onlySection(givenCompleteness({ period, obligations }));

      expect(section).toMatchObject({ calendar, dueAt });
    },
  );
});

describe('given an obligation that holds for some periods', () => {
  const obligations = [
    givenObligation({ deadlineDays: null, to: '2023-Q4' }),
    givenObligation({ deadlineDays: 15, from: '2024-Q1', to: '2024-Q2' }),
    givenObligation({ frequency: 'YEAR', deadlineDays: 20, from: '2024' }),
  ];

  it.each([
    ['2020-Q1', [null]],
    ['2023-Q4', [null]],
    ['2024-Q1', ['2024-04-15T16:59:59.999Z']],
    ['2024-Q2', ['2024-07-15T16:59:59.999Z']],
    ['2024-Q3', []],
    ['2023', []],
    ['2024', ['2025-01-20T16:59:59.999Z']],
    ['2024-S1', []],
    ['2024-01', []],
    ['2024-02/P3M', []],
    ['2024-03-31', []],
  ])('when the report is of %s, then what is due is %j', (period, expected) => {
    const { sections } = givenCompleteness({ period, obligations });

    expect(sections.map(({ dueAt }) => dueAt)).toEqual(expected);
  });

  it('when figures are published without a deadline, however late, then they are not late', () => {
    const inspection = [givenStanding({ period: '2020-Q1', firstPublishedAt: '2024-04-20T12:00:00.000Z' })];

    const answer = givenCompleteness({ period: '2020-Q1', obligations, standings: { inspection } });

    expect(answer).toMatchObject({ expected: 1, received: 1 });
    expect(onlySection(answer)).toMatchObject({ status: 'PUBLISHED', dueAt: null, late: false });
  });
});
