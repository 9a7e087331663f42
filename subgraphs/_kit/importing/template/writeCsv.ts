import { stringify } from 'csv-stringify/sync';

import type { Decimal } from '../../../../schema/values/index.ts';
import { inertText } from '../../csv/inertText.ts';
import type { Separator } from '../../csv/separator.ts';
import type { NumberForm } from '../numberText.ts';
import { FORM_COLUMNS, formCells, headingOf, type Template } from './columns.ts';

/** A spreadsheet whose decimal sign is a comma puts ";" between cells, and opens a file with commas as one column. */
const SEPARATOR_OF: Readonly<Record<NumberForm, Separator>> = { vi: ';', plain: ',' };

/**
 * A template as CSV, as a spreadsheet of its locale opens it in columns: its settings in rows that begin with "#", then the
 * form. Free rows may be added at its end.
 */
export function writeCsvTemplate({ settings, rows }: Template): string {
  const settingRows = Object.entries(settings).map(([name, value]) => [`#${name}`, String(value)]);
  const formRows = rows.map((row) => {
    const cells: Readonly<Record<string, string>> = {
      ...formCells(row, settings.period, inertText),
      last_period: writtenNumber(row.lastPeriod, settings.locale),
      last_year: writtenNumber(row.lastYear, settings.locale),
    };
    return FORM_COLUMNS.map((column) => cells[column] ?? '');
  });
  // Every row has as many cells as the header: what reads CSV strictly reads this.
  const all = [...settingRows, FORM_COLUMNS.map(headingOf), ...formRows].map((row) =>
    FORM_COLUMNS.map((_column, position) => row[position] ?? ''),
  );
  return `\ufeff${stringify(all, { delimiter: SEPARATOR_OF[settings.locale] })}`;
}

/** A number as the file declares that it writes them. */
function writtenNumber(value: Decimal | null, form: NumberForm): string {
  if (value === null || form === 'plain') return value ?? '';
  const [whole = '', decimals] = value.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
