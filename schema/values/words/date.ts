import { parseDate, type CalendarDate } from '../date.ts';
import type { Locale } from '../label.ts';
import { refused, type Parsed } from '../parsed.ts';

/** The day as it is written in a text: "31/03/2024", in English "2024-03-31". */
export function formatDate(date: CalendarDate, locale: Locale): string {
  return locale === 'VI' ? date.split('-').reverse().join('/') : date;
}

/** The inverse of {@link formatDate}; in Vietnamese day and month may stand without a leading zero. */
export function parseWrittenDate(text: string, locale: Locale): Parsed<CalendarDate> {
  if (locale === 'EN') return parseDate(text);
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const parsed = parseDate([year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'));
  return parsed.ok ? parsed : refused('a day of the calendar such as 31/03/2024');
}
