import { stringify } from 'csv-stringify/sync';

import { fault, formatFileFault, type FaultCode, type FileFault } from '../../schema/errors/index.ts';
import { AGENCY_CODES } from '../../schema/values/index.ts';
import { inertText } from '../../subgraphs/_kit/csv/inertText.ts';
import { FIGURE_COLUMNS, TEXT_COLUMNS, type FigureColumn } from '../../subgraphs/_kit/figures/columns.ts';
import type { PlacedRow } from '../../subgraphs/_kit/figures/figureTable.ts';
import type { DecodedFile } from '../../subgraphs/_kit/importing/decodeFile.ts';

/** The rows of a file about one organisation and period. */
export interface FileLine {
  readonly organisation: string;
  readonly period: string;
  readonly rows: readonly PlacedRow[];
}

/** A fault as an agency tells it of the CSV that it was sent. */
export interface SentFault {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

/** The rows of a decoded file by organisation and period, in its order, without those of other agencies. */
export function cutFile({ rows }: DecodedFile, agency: string): readonly FileLine[] {
  const others: readonly string[] = AGENCY_CODES.filter((code) => code !== agency);
  const lines = new Map<string, { organisation: string; period: string; rows: PlacedRow[] }>();
  for (const row of rows) {
    const { organisation = '', period = '', agency: owner = '' } = row.cells;
    if (others.includes(owner)) continue;
    const key = `${organisation}|${period}`;
    const line = lines.get(key) ?? { organisation, period, rows: [] };
    line.rows.push(row);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** A line as a figures CSV: its rows in their order, the first in row 2. */
export function csvOfLine({ rows }: FileLine): string {
  const texts = new Set<FigureColumn>(TEXT_COLUMNS);
  const records = rows.map(({ cells }) =>
    FIGURE_COLUMNS.map((column) => {
      const text = cells[column] ?? '';
      return texts.has(column) ? inertText(text) : text;
    }),
  );
  return stringify([[...FIGURE_COLUMNS], ...records]);
}

/** What an agency says of the CSV of a line, about the file that it was cut from. */
export function faultInFile(file: string, { rows }: FileLine, sent: SentFault): string {
  const rowAt = (row: number | null) => (row === null ? undefined : rows[row - 2]);
  const row = rowAt(sent.row);
  const place = row && {
    ...(row.sheet !== undefined && { sheet: row.sheet }),
    row: row.row,
    ...(sent.column !== null && { column: row.columnNames?.[sent.column as FigureColumn] ?? sent.column }),
  };
  // The CSV that was sent has no sheet for new indicators.
  const remedy = row?.indicatorRemedy;
  if (remedy !== undefined && sent.code === 'CODE_UNKNOWN' && sent.column === 'indicator') {
    const details = { what: 'Indicator', value: row?.cells.indicator ?? '', known: [], remedy };
    return formatFileFault({ file, ...place, fault: fault('CODE_UNKNOWN', details) });
  }
  // Messages that name another row name the row of the CSV that was sent, which nobody has but the agency.
  const message = sent.message.replace(/row (\d+) of "line-\d+\.csv"/, (text, number: string) => {
    const other = rowAt(Number(number));
    const sheet = other?.sheet === undefined ? '' : `sheet "${other.sheet}" of `;
    return other ? `row ${other.row} of ${sheet}"${file}"` : text;
  });
  return formatSent({ ...sent, message }, { file, ...place });
}

/** A fault as an agency tells it, as one line for people; at another place, where that is given. */
export function formatSent(sent: SentFault, place?: Omit<FileFault, 'fault'>): string {
  const { file, sheet, row, column, code, message } = sent;
  const own = {
    file,
    ...(sheet !== null && { sheet }),
    ...(row !== null && { row }),
    ...(column !== null && { column }),
  };
  return formatFileFault({ ...(place ?? own), fault: { code: code as FaultCode, message, details: {} } });
}
