import { addDays, type CalendarDate } from './date.ts';
import { periodEnd, periodFrequency, periodStart, type Period } from './period.ts';

/**
 * How a reporting period lies in time: as the calendar has it, or as Vietnamese administrative reports count it, from
 * the 15th of the month before the period to the 14th of its last month (Decree 09/2019/NĐ-CP, article 12).
 */
export const REPORTING_CALENDARS = ['CALENDAR', 'ADMINISTRATIVE'] as const;
export type ReportingCalendar = (typeof REPORTING_CALENDARS)[number];

/** A stretch of days, both ends included. */
export interface DaySpan {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** The days that a period covers in a calendar. A single day is itself in both. */
export function coveredDays(period: Period, calendar: ReportingCalendar): DaySpan {
  const [first, last] = [periodStart(period), periodEnd(period)];
  if (calendar === 'CALENDAR' || periodFrequency(period) === 'DAY') return { first, last };
  return { first: dayOfMonth(addDays(first, -1), 15), last: dayOfMonth(last, 14) };
}

/** Another day of the same month; `day` is one that every month has, in two digits. */
function dayOfMonth(date: CalendarDate, day: number): CalendarDate {
  return `${date.slice(0, 8)}${day}` as CalendarDate;
}
