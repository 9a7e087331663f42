import { periodFrequency, periodMonths, periodStart, type Period } from '../period.ts';

/** What a time is to a reporting period, in two words: the exact one, then one that leaves room. */
export type TimeRoles = readonly [exact: string, roomy: string];

/**
 * What the time of a figure is to the reporting period of its release. Times of two releases correspond where they have
 * the same role: their own periods, whatever their frequency; the year, half-year, quarter or month as far away from
 * the one in which the reporting period begins; the span of as many months as far away, else the one of the same
 * months of the year (the school year); the same day of a month as far away, else any day of it.
 */
export function timeRoles(time: Period, reportingPeriod: Period): TimeRoles {
  if (time === reportingPeriod) return ['own', 'own'];
  const [from, to] = [monthOf(reportingPeriod), monthOf(time)];
  const frequency = periodFrequency(time);
  const months = periodMonths(time);
  if (frequency === 'DAY') {
    const month = `DAY ${to - from}`;
    return [`${month} ${time.slice(-2)}`, month];
  }
  if (frequency === 'SPAN') {
    const stretch = time.slice('2023-'.length);
    return [`SPAN ${months} ${to - from}`, `SPAN ${stretch} ${Math.ceil((to - from) / 12)}`];
  }
  const role = `${frequency} ${Math.floor(to / months) - Math.floor(from / months)}`;
  return [role, role];
}

/** The month in which a period begins, counted from year 0. */
function monthOf(period: Period): number {
  const [year = '', month = ''] = periodStart(period).split('-');
  return Number(year) * 12 + Number(month) - 1;
}
