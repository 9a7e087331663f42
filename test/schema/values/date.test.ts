import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addDays,
  instantMilliseconds,
  instantOf,
  lastFullSecond,
  parseDate,
  parseInstant,
} from '../../../schema/values/index.ts';
import { date, instant } from '../../support/parsed.ts';

describe('given the text of a day', () => {
  it.each(['2024-03-31', '2024-02-29', '2000-02-29', '1930-02-03'])(
    'when %s is parsed, then it is that day',
    (text) => {
      const parsed = parseDate(text);

      expect(parsed).toEqual({ ok: true, value: text });
    },
  );

  it.each([
    '',
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '31/03/2024',
    '2024-3-31',
  ])('when %j is parsed, then it is refused with an example', (text) => {
    const parsed = parseDate(text);

    expect(parsed).toEqual({ ok: false, expected: 'a day of the calendar such as 2024-03-31' });
  });
});

describe('given a day', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2024-03-31', 0, '2024-03-31'],
    ['2024-01-01', 366, '2025-01-01'],
  ])('when %s is moved by %i days, then it is %s', (day, days, expected) => {
    const moved = addDays(date(day), days);

    expect(moved).toBe(expected);
  });
});

describe('given the text of a moment', () => {
  it.each([
    ['2024-04-01T00:00:00Z', '2024-04-01T00:00:00.000Z'],
    ['2024-04-01T07:00:00+07:00', '2024-04-01T00:00:00.000Z'],
    ['2024-03-31T20:30:00-03:30', '2024-04-01T00:00:00.000Z'],
    ['2024-04-01T00:00:00.5Z', '2024-04-01T00:00:00.500Z'],
    ['2024-04-01T00:00:00.123Z', '2024-04-01T00:00:00.123Z'],
  ])('when %s is parsed, then it is given in UTC to the millisecond: %s', (text, expected) => {
    const parsed = parseInstant(text);

    expect(parsed).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['nothing', ''],
    ['a day alone', '2024-04-01'],
    ['no offset', '2024-04-01T00:00:00'],
    ['no seconds', '2024-04-01T00:00Z'],
    ['a blank for the T', '2024-04-01 00:00:00Z'],
    ['microseconds', '2024-04-01T00:00:00.000001Z'],
    ['a day that does not exist', '2024-02-30T00:00:00Z'],
    ['the hour 24', '2024-04-01T24:00:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['an offset of a day', '2024-04-01T00:00:00+24:00'],
    ['a moment before the year 0', '0000-01-01T00:00:00+01:00'],
    ['a moment after the year 9999', '9999-12-31T23:59:59-01:00'],
  ])('when it has %s, then it is refused with an example', (_what, text) => {
    const parsed = parseInstant(text);

    expect(parsed).toEqual({ ok: false, expected: 'a moment such as 2024-04-01T00:00:00Z' });
  });
});

describe('given moments', () => {
  it('when a moment is turned into milliseconds and back, then it is the same', () => {
    const milliseconds = instantMilliseconds(instant('2024-04-01T00:00:00.250Z'));

    expect([milliseconds, instantOf(milliseconds)]).toEqual([1711929600250, '2024-04-01T00:00:00.250Z']);
  });

  it.each([
    [1711929600000, '2024-04-01T00:00:00.000Z'],
    [1711929600001, '2024-04-01T00:00:00.000Z'],
    [1711929600999, '2024-04-01T00:00:00.000Z'],
  ])('when the last full second is asked for at %i, then it is %s', (now, expected) => {
    const newest = lastFullSecond(now);

    expect(newest).toBe(expected);
  });

  it('when any two are compared as texts, then they stand as the moments do', () => {
    const moment = fc.integer({ min: Date.parse('0000-01-01'), max: Date.parse('9999-12-31') });

    fc.assert(fc.property(moment, moment, (a, b) => instantOf(a) < instantOf(b) === a < b));
  });
});
