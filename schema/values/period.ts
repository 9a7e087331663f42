import type { Brand } from './brand.ts';
import { compareTexts } from './compareTexts.ts';
import { addDays, parseDate, type CalendarDate } from './date.ts';
import { accepted, refused, type Parsed } from './parsed.ts';

/**
 * A stretch of calendar time in its SDMX text: `2020`, `2023-S1`, `2024-Q1`, `2024-03`, a day `2022-12-31`,
 * a span of months `2023-01/P9M`. Each stretch has one text only, so equal texts are equal periods.
 */
export type Period = Brand<'Period'>;

export type Frequency = 'YEAR' | 'HALF_YEAR' | 'QUARTER' | 'MONTH' | 'DAY' | 'SPAN';

/** Months that a calendar period takes. */
const MONTHS = { YEAR: 12, HALF_YEAR: 6, QUARTER: 3, MONTH: 1 } as const;
type CalendarFrequency = keyof typeof MONTHS;

const TEXT =
  /^(?<year>\d{4})(?:-(?:S(?<half>\d+)|Q(?<quarter>\d+)|(?<month>\d{2})(?:\/P(?<span>\d{1,3})M)?))?$/;
const FORMS = '2024, 2024-S1, 2024-Q1, 2024-03, 2022-12-31 or a span 2023-01/P9M';

/** A period as months: counted from year 0, so that arithmetic is plain. Days are apart. */
interface MonthRange {
  readonly first: number;
  readonly months: number;
}

/** Reads the SDMX text; the refusal says what is wrong with it. */
export function parsePeriod(text: string): Parsed<Period> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const day = parseDate(text);
    return day.ok ? checkYear(text) : day;
  }
  const parts = TEXT.exec(text)?.groups;
  if (!parts) return refused(`a period such as ${FORMS}`);
  const { half, quarter, month, span } = parts;
  if (half !== undefined && !/^[12]$/.test(half)) return refused('S1 or S2: a year has two halves');
  if (quarter !== undefined && !/^[1-4]$/.test(quarter)) return refused('Q1 to Q4: a year has four quarters');
  if (month !== undefined && (month < '01' || month > '12')) return refused('a month from 01 to 12');
  if (span !== undefined && (span.startsWith('0') || formatRange(rangeOf(text as Period)) !== text)) {
    return refused(
      span.startsWith('0')
        ? 'a span of at least one month, without leading zeros'
        : `"${formatRange(rangeOf(text as Period))}", which is the same stretch of time`,
    );
  }
  return checkYear(text);
}

function checkYear(text: string): Parsed<Period> {
  const year = text.slice(0, 4);
  return year >= '1900' && year <= '2199' ? accepted(text as Period) : refused('a year from 1900 to 2199');
}

export function periodFrequency(period: Period): Frequency {
  if (period.length === 10 && !period.includes('/')) return 'DAY';
  if (period.includes('/')) return 'SPAN';
  if (period.includes('S')) return 'HALF_YEAR';
  if (period.includes('Q')) return 'QUARTER';
  return period.length === 4 ? 'YEAR' : 'MONTH';
}

/** How many months the period takes; 0 for a day. */
export function periodMonths(period: Period): number {
  return periodFrequency(period) === 'DAY' ? 0 : rangeOf(period).months;
}

/** First day of the period. */
export function periodStart(period: Period): CalendarDate {
  return periodFrequency(period) === 'DAY' ? asDate(period) : firstDay(rangeOf(period).first);
}

/** Last day of the period. */
export function periodEnd(period: Period): CalendarDate {
  if (periodFrequency(period) === 'DAY') return asDate(period);
  const { first, months } = rangeOf(period);
  return addDays(firstDay(first + months), -1);
}

/** The period of the same length that ends where this one begins. */
export function previousPeriod(period: Period): Period {
  return shifted(period, -1);
}

/** The period of the same length that begins where this one ends. */
export function nextPeriod(period: Period): Period {
  return shifted(period, 1);
}

/** The same stretch a year earlier ("cùng kỳ năm trước"); 29 February becomes 28 February. */
export function samePeriodLastYear(period: Period): Period {
  const year = String(Number(period.slice(0, 4)) - 1).padStart(4, '0');
  const moved = year + period.slice(4);
  return (moved.endsWith('-02-29') ? `${year}-02-28` : moved) as Period;
}

/** Whether `inner` lies wholly within `outer`. */
export function containsPeriod(outer: Period, inner: Period): boolean {
  return periodStart(outer) <= periodStart(inner) && periodEnd(inner) <= periodEnd(outer);
}

/** Order by start, then the shorter first. */
export function comparePeriods(a: Period, b: Period): number {
  return compareTexts(periodStart(a), periodStart(b)) || compareTexts(periodEnd(a), periodEnd(b));
}

function asDate(period: Period): CalendarDate {
  return period as string as CalendarDate;
}

function shifted(period: Period, steps: number): Period {
  if (periodFrequency(period) === 'DAY') return addDays(asDate(period), steps) as string as Period;
  const { first, months } = rangeOf(period);
  return formatRange({ first: first + steps * months, months });
}

function rangeOf(period: Period): MonthRange {
  const january = Number(period.slice(0, 4)) * 12;
  const ordinal = Number(/[SQ](\d)$/.exec(period)?.[1] ?? '1');
  const frequency = periodFrequency(period);
  if (frequency === 'SPAN') {
    const [month = '', length = ''] = period.slice(5).split('/');
    return { first: january + Number(month) - 1, months: Number(length.slice(1, -1)) };
  }
  if (frequency === 'MONTH') return { first: january + Number(period.slice(5)) - 1, months: 1 };
  const months = MONTHS[frequency as CalendarFrequency];
  return { first: january + (ordinal - 1) * months, months };
}

/** The one text of a range: the calendar period where it is one, else a span. */
function formatRange({ first, months }: MonthRange): Period {
  const year = String(Math.floor(first / 12)).padStart(4, '0');
  const month = first % 12;
  const monthText = String(month + 1).padStart(2, '0');
  const ordinal = month / months + 1;
  if (months === 1) return `${year}-${monthText}` as Period;
  if (month % months !== 0 || !Object.values<number>(MONTHS).includes(months)) {
    return `${year}-${monthText}/P${months}M` as Period;
  }
  if (months === 12) return year as Period;
  return `${year}-${months === 6 ? 'S' : 'Q'}${ordinal}` as Period;
}

function firstDay(month: number): CalendarDate {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01` as CalendarDate;
}
