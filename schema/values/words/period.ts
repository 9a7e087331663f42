import type { CalendarDate } from '../date.ts';
import type { Locale } from '../label.ts';
import { periodEnd, periodFrequency, periodStart, type Period } from '../period.ts';
import { formatDate } from './date.ts';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;
const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;

/** The period in words: "quý I năm 2024", "the first quarter of 2024". Different periods have different words. */
export function formatPeriod(period: Period, locale: Locale): string {
  return locale === 'VI' ? vietnamesePeriod(period) : englishPeriod(period);
}

function vietnamesePeriod(period: Period): string {
  const year = period.slice(0, 4);
  const ordinal = Number(period.slice(-1));
  switch (periodFrequency(period)) {
    case 'YEAR':
      return `năm ${year}`;
    case 'HALF_YEAR':
      return `6 tháng ${ordinal === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'QUARTER':
      return `quý ${ROMAN[ordinal - 1] ?? ''} năm ${year}`;
    case 'MONTH':
      return `tháng ${Number(period.slice(5))} năm ${year}`;
    case 'DAY':
      return `ngày ${formatDate(periodStart(period), 'VI')}`;
    case 'SPAN': {
      const [start, end] = [periodStart(period), periodEnd(period)];
      if (start.slice(5, 7) === '01' && end.startsWith(year))
        return `${Number(end.slice(5, 7))} tháng đầu năm ${year}`;
      return `từ tháng ${vietnameseMonth(start)} đến tháng ${vietnameseMonth(end)}`;
    }
  }
}

function vietnameseMonth(date: CalendarDate): string {
  return `${Number(date.slice(5, 7))}/${date.slice(0, 4)}`;
}

function englishPeriod(period: Period): string {
  const year = period.slice(0, 4);
  const ordinal = ORDINALS[Number(period.slice(-1)) - 1] ?? '';
  switch (periodFrequency(period)) {
    case 'YEAR':
      return year;
    case 'HALF_YEAR':
      return `the ${ordinal} half of ${year}`;
    case 'QUARTER':
      return `the ${ordinal} quarter of ${year}`;
    case 'MONTH':
      return englishMonth(periodStart(period));
    case 'DAY':
      return formatDate(periodStart(period), 'EN');
    case 'SPAN':
      return `${englishMonth(periodStart(period))} to ${englishMonth(periodEnd(period))}`;
  }
}

function englishMonth(date: CalendarDate): string {
  return `${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}
