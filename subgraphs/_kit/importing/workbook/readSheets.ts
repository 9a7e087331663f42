import ExcelJS from 'exceljs';

import { catalogued } from '../../../../schema/errors/index.ts';
import { cellText, type Grid, type GridCell, type GridRow } from '../grid.ts';
import { FILE_LIMITS, WORKBOOK_LIMITS } from '../limits.ts';
import { doubleText } from '../numberCell.ts';
import { refusedWorkbook } from './archive.ts';

/**
 * What is not needed to know what stands where: drop-downs over whole columns would be made cell by cell, and what leads to
 * other parts would be looked for there.
 */
const UNREAD = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'tableParts',
  'picture',
  'extLst',
];

/** The sheets of a {@link ReaderArchive}. @throws WORKBOOK_REFUSED, FILE_TOO_LARGE */
export async function readSheets(bytes: Buffer): Promise<readonly Grid[]> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer, { ignoreNodes: UNREAD });
  } catch {
    throw refusedWorkbook('it is broken, or holds what no spreadsheet program writes');
  }
  const { worksheets } = workbook;
  if (worksheets.length === 0) throw refusedWorkbook('it has no sheets');
  if (worksheets.length > WORKBOOK_LIMITS.sheets)
    throw refusedWorkbook(
      `it has ${worksheets.length} sheets: at most ${WORKBOOK_LIMITS.sheets} are read`,
      'Delete those without figures.',
    );
  const count = { rows: 0, characters: 0 };
  return worksheets.map((sheet) => gridOf(sheet, count));
}

/** What is handed on is bounded as well: a text that many cells share is held once, and handed on with each of them. */
function assertSmall({ rows, characters }: Count): void {
  if (rows > FILE_LIMITS.rows) {
    throw catalogued('FILE_TOO_LARGE', { what: `${rows} rows`, limit: `${FILE_LIMITS.rows} rows` });
  }
  if (characters > WORKBOOK_LIMITS.inflatedBytes) {
    const limit = `${WORKBOOK_LIMITS.inflatedBytes} characters`;
    throw catalogued('FILE_TOO_LARGE', { what: `${characters} characters in its cells`, limit });
  }
}

interface Count {
  rows: number;
  characters: number;
}

function gridOf(sheet: ExcelJS.Worksheet, count: Count): Grid {
  const rows: GridRow[] = [];
  const used = new Set<number>();
  const merges = new Map<string, string>();
  sheet.eachRow({ includeEmpty: false }, (row) => {
    const cells: GridCell[] = [];
    row.eachCell({ includeEmpty: false }, (cell) => {
      if (cell.isMerged && cell.master !== cell) {
        // It repeats what its first cell says; the last of them comes last.
        merges.set(cell.master.address, cell.address);
        return;
      }
      const position = cell.fullAddress.col - 1;
      while (cells.length < position) cells.push('');
      const content = gridCellOf(cell);
      cells[position] = content;
      count.characters += cellText(content).length;
      used.add(position);
    });
    if (cells.every((cell) => cell === '')) return;
    rows.push({ row: row.number, isHidden: row.hidden, cells });
    count.rows += 1;
    assertSmall(count);
  });
  const hiddenColumns = [...used].filter((position) => sheet.getColumn(position + 1).hidden);
  return {
    sheet: sheet.name,
    isHidden: sheet.state !== 'visible',
    rows,
    hiddenColumns: hiddenColumns.sort((a, b) => a - b),
    merges: [...merges].map(([first, last]) => `${first}:${last}`),
  };
}

function gridCellOf(cell: ExcelJS.Cell): GridCell {
  const { formula, sharedFormula } = cell.model as { formula?: string; sharedFormula?: string };
  if (formula !== undefined || sharedFormula !== undefined)
    return { kind: 'formula', text: `=${formula ?? cell.formula}` };
  return valueOf(cell.value, cell.numFmt);
}

function valueOf(value: ExcelJS.CellValue, format = 'General'): GridCell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    // Spreadsheets make of codes such as 12e34567 what no double holds, or only as long as it is not rounded.
    if (!(Math.abs(value) < 1e308)) return { kind: 'error', text: '#NUM!' };
    return { kind: 'number', text: doubleText(value), format };
  }
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return { kind: 'date', text: dayText(value) };
  if ('error' in value) return { kind: 'error', text: value.error };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return { kind: 'formula', text: '=' };
}

/** The day, and the time of day where there is one. */
function dayText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '?';
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
