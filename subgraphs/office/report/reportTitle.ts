import { formatPeriod, type Locale, type Period } from '../../../schema/values/index.ts';

/** "Báo cáo quý I năm 2024 - Đảng bộ Khối…", or the same in English. */
export function reportTitle(organisation: string, period: Period, locale: Locale): string {
  return `${locale === 'VI' ? 'Báo cáo' : 'Report for'} ${formatPeriod(period, locale)} - ${organisation}`;
}
