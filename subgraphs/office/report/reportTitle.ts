import {
  periodEnd,
  periodFrequency,
  periodStart,
  type Locale,
  type Period,
} from '../../../schema/values/index.ts';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** "Báo cáo quý I năm 2024 - Đảng bộ Khối…", or the same in English. */
export function reportTitle(organisation: string, period: Period, locale: Locale): string {
  const words = locale === 'VI' ? `Báo cáo ${vietnamesePeriod(period)}` : `Report ${englishPeriod(period)}`;
  return `${words} - ${organisation}`;
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
    default:
      return `từ ${vietnameseDate(periodStart(period))} đến ${vietnameseDate(periodEnd(period))}`;
  }
}

function vietnameseDate(date: string): string {
  return date.split('-').reverse().join('/');
}

function englishPeriod(period: Period): string {
  const year = period.slice(0, 4);
  const ordinal = Number(period.slice(-1));
  switch (periodFrequency(period)) {
    case 'YEAR':
      return `for ${year}`;
    case 'HALF_YEAR':
      return `for the ${ordinal === 1 ? 'first' : 'second'} half of ${year}`;
    case 'QUARTER':
      return `for the ${['first', 'second', 'third', 'fourth'][ordinal - 1] ?? ''} quarter of ${year}`;
    default:
      return `for ${periodStart(period)} to ${periodEnd(period)}`;
  }
}
