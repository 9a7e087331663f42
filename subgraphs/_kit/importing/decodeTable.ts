import { stringify } from 'csv-stringify/sync';

import { fault, faultOf, type FileFault } from '../../../schema/errors/index.ts';
import { plainText } from '../csv/inertText.ts';
import { readTable, type Columns, type Table, type TableRow } from '../csv/readTable.ts';
import type { FiguresFile } from '../figures/figureTable.ts';
import { refuseUnseen, type Refuse } from './decodeGrid.ts';
import { cellText, columnLetter, type Grid, type GridRow } from './grid.ts';
import { readCell } from './readCell.ts';
import { sheetKindOf } from './sheetNames.ts';
import { openWorkbook } from './workbook/openWorkbook.ts';

/** A table, and the sheet that it stands on; absent in a CSV file. */
export interface DecodedTable extends Table {
  readonly sheet?: string;
}

/**
 * Reads a list of the catalogue from a CSV file, or from a workbook: its sheet for new indicators where it is a template,
 * else the one sheet that is filled in. Faults of the file are told, in its order; then there are no rows.
 */
export async function decodeTable(file: FiguresFile, columns: Columns): Promise<DecodedTable> {
  const isWorkbook = Buffer.from(file.bytes.subarray(0, 2)).toString('latin1') === 'PK';
  if (!isWorkbook) return withPlainTexts(readTable(file.name, file.bytes, columns));
  try {
    return withPlainTexts(decodeSheet(file.name, chooseSheet(await openWorkbook(file.bytes)), columns));
  } catch (error) {
    const said = faultOf(error);
    if (!said) throw error;
    return { rows: [], faults: [{ file: file.name, fault: said }] };
  }
}

/** Lists that were written by this house keep texts from being carried out: that is taken off again. */
function withPlainTexts({ rows, ...found }: DecodedTable): DecodedTable {
  const plain = (cells: TableRow['cells']) =>
    Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, plainText(cell)]));
  return { rows: rows.map(({ row, cells }) => ({ row, cells: plain(cells) })), ...found };
}

function chooseSheet(sheets: readonly Grid[]): Grid | undefined {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const template = filled.find(({ sheet = '' }) => sheetKindOf(sheet) === 'INDICATORS');
  return template ?? (filled.length === 1 ? filled[0] : undefined);
}

function decodeSheet(file: string, grid: Grid | undefined, columns: Columns): DecodedTable {
  if (!grid) {
    const what = 'one sheet that is filled in: put each list into a workbook of its own';
    return { rows: [], faults: [{ file, fault: fault('FILE_EMPTY', { what }) }] };
  }
  const { sheet = '', rows } = grid;
  const faults: FileFault[] = [];
  const refuse: Refuse = (what, row, column) => {
    const place = { ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
    faults.push({ file, sheet, ...place, fault: what });
  };
  if (grid.isHidden) refuse(fault('HIDDEN_CONTENT', { what: 'The sheet' }));
  refuseUnseen(grid, { row: rows[0]?.row ?? 1, body: rows.slice(1) }, refuse);
  const header = rows[0]?.cells.map((cell) => cellText(cell).trim()) ?? [];
  // As a CSV whose lines are the rows of the sheet, so that there is one reader of tables.
  const records: (readonly string[])[] = [];
  for (const row of rows) {
    while (records.length < row.row - 1) records.push(header.map(() => ''));
    records.push(readCells(row, header, refuse));
  }
  const table = readTable(file, Buffer.from(stringify(records.map((record) => [...record]))), columns);
  const told = [...faults, ...table.faults.map((one) => ({ sheet, ...one }))];
  return { sheet, rows: told.length > 0 ? [] : table.rows, faults: told };
}

function readCells({ row, isHidden, cells }: GridRow, header: readonly string[], refuse: Refuse): string[] {
  if (isHidden) refuse(fault('HIDDEN_CONTENT', { what: 'The row' }), row);
  cells.slice(header.length).forEach((cell, index) => {
    const value = cellText(cell).trim();
    const reason = 'its column has no heading';
    if (value !== '')
      refuse(fault('CELL_NOT_EMPTY', { value, reason }), row, columnLetter(header.length + index));
  });
  return header.map((name, position) => {
    const read = readCell('note', cells[position] ?? '', { form: 'plain', isInPercent: false });
    if (typeof read === 'string') return read;
    refuse(read, row, name);
    return '';
  });
}
