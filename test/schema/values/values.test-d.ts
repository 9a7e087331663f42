// Checked by `npx tsc`: every line under @ts-expect-error must not compile.
import type {
  CalendarDate,
  Decimal,
  Indicator,
  Instant,
  Observation,
  Period,
  Qualifier,
} from '../../../schema/values/index.ts';

declare const text: string;
declare const number: number;
declare const period: Period;
declare const day: CalendarDate;
declare const decimal: Decimal;
declare const indicator: Indicator;
declare const observation: Observation;

// Texts that have passed a parser are texts…
export const written: string = period;

// …but a text is not one of them, nor is one another.
// @ts-expect-error a text has to pass parsePeriod
export const fromText: Period = text;
// @ts-expect-error a literal has to pass parsePeriod
export const fromLiteral: Period = '2024-Q1';
// @ts-expect-error a day has to pass parsePeriod to be a period
export const fromDay: Period = day;
// @ts-expect-error a day is not a moment
export const moment: Instant = day;
// @ts-expect-error a decimal never comes from a floating-point number
export const fromNumber: Decimal = number;
// @ts-expect-error a decimal has to pass parseDecimal
export const fromDigits: Decimal = '1853.40';

// Arithmetic goes through the functions of decimal.ts.
// @ts-expect-error decimals are texts
export const product = decimal * 2;

// What is published does not change.
// @ts-expect-error an observation is readonly
observation.value = null;
// @ts-expect-error its sources are readonly
observation.sources[0] = { document: 'd', section: '', footnote: null };

// @ts-expect-error a qualifier is one of the closed list
export const qualifier: Qualifier = 'ROUGHLY';

// An indicator has a unit.
export const unit: string = indicator.units[0];
// @ts-expect-error no unit at all
export const units: Indicator['units'] = [];
