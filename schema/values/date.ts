import type { Brand } from './brand.ts';
import { accepted, refused, type Parsed } from './parsed.ts';

/** A day of the calendar, `YYYY-MM-DD`. */
export type CalendarDate = Brand<'CalendarDate'>;

/** A moment in UTC to the millisecond, `2024-04-01T00:00:00.000Z`; texts sort as the moments do. */
export type Instant = Brand<'Instant'>;

const FIRST_MOMENT = Date.parse('0000-01-01T00:00:00.000Z');
const LAST_MOMENT = Date.parse('9999-12-31T23:59:59.999Z');

export function parseDate(text: string): Parsed<CalendarDate> {
  const expected = refused('a day of the calendar such as 2024-03-31');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return expected;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return expected;
  return accepted(text as CalendarDate);
}

/** The day `days` after the given one (before it, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date(`${date}T00:00:00.000Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10) as CalendarDate;
}

/** Reads an RFC 3339 date-time with any offset; what is finer than a millisecond is refused, not rounded. */
export function parseInstant(text: string): Parsed<Instant> {
  const match = /^(\d{4}-\d{2}-\d{2})T(?!24)\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  const time = Date.parse(text);
  const day = match?.[1];
  // An offset can move a moment out of the years 0 to 9999, whose texts alone sort as the moments do.
  if (day === undefined || !parseDate(day).ok || !(time >= FIRST_MOMENT && time <= LAST_MOMENT)) {
    return refused('a moment such as 2024-04-01T00:00:00Z');
  }
  return accepted(instantOf(time));
}

/** The instant of a number of milliseconds since 1970, as clocks give it. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

export function instantMilliseconds(instant: Instant): number {
  return Date.parse(instant);
}

/** The newest closed instant: the last full second, so that all who ask within one second share it. */
export function lastFullSecond(milliseconds: number): Instant {
  return instantOf(Math.floor(milliseconds / 1000) * 1000);
}
