import fc from 'fast-check';

import { decimalFromParts, type CalendarDate, type Decimal, type Period } from '../../schema/values/index.ts';

/** Any decimal of up to forty digits with up to ten decimals. */
export const anyDecimal: fc.Arbitrary<Decimal> = fc
  .record({ digits: fc.bigInt(-(10n ** 40n), 10n ** 40n), scale: fc.nat(10) })
  .map(decimalFromParts);

const padded = (length: number) => (value: number) => String(value).padStart(length, '0');

/** Years away from the edges, so that neighbours and years earlier can be read again. */
const year = fc.integer({ min: 2000, max: 2099 }).map(String);
const month = fc.integer({ min: 1, max: 12 }).map(padded(2));
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

/** Months that a span may have; a span that is a calendar period is not among the accepted texts. */
const span = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2, max: 60 }))
  .filter(([, first, months]) => !([3, 6, 12].includes(months) && (first - 1) % months === 0))
  .map(([ofYear, first, months]) => `${ofYear}-${padded(2)(first)}/P${months}M`);

/** Texts of periods of every frequency, built from their parts and not by the code under test. */
export const anyPeriodText: fc.Arbitrary<string> = fc.oneof(
  year,
  fc.tuple(year, fc.constantFrom('S1', 'S2', 'Q1', 'Q2', 'Q3', 'Q4')).map((parts) => parts.join('-')),
  fc.tuple(year, month).map((parts) => parts.join('-')),
  day,
  span,
);

export const anyPeriod: fc.Arbitrary<Period> = anyPeriodText.map((text) => text as Period);

/** Days of the years that people write. */
export const anyDate: fc.Arbitrary<CalendarDate> = day.map((text) => text as CalendarDate);
