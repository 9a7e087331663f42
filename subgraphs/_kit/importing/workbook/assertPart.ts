import { WORKBOOK_LIMITS } from '../limits.ts';
import { refusedWorkbook, type Part } from './archive.ts';

/**
 * Looks through a part of a workbook for what would keep a reader busy, before one sees it.
 * @throws WORKBOOK_REFUSED
 */
export function assertPart({ name, text }: Part): void {
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) {
    throw refusedWorkbook(`its part "${name}" declares entities, which no spreadsheet program does`);
  }
  if (text.includes('\0') || /^\s*<\?xml[^>]*encoding=["'](?!utf-8|us-ascii)/i.test(text)) {
    throw refusedWorkbook(`its part "${name}" is not in UTF-8`);
  }
  if (!/worksheets\/[^/]+\.xml$/i.test(name)) return;
  for (const [, reference = ''] of text.matchAll(/<(?:\w+:)?dimension\s[^<>]*ref=["']([^"']*)/g)) {
    assertRange(reference, 'declares cells that no sheet has');
  }
  // No "<" within a tag: what is never closed would be looked through from each of its beginnings.
  let merged = 0;
  for (const [, reference = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*ref=["']([^"']*)/g)) {
    merged += assertRange(reference, 'merges cells that no sheet has');
    if (merged > WORKBOOK_LIMITS.mergedCells) {
      throw refusedWorkbook(
        `a sheet merges more than ${WORKBOOK_LIMITS.mergedCells} cells`,
        'Unmerge them, and fill every cell.',
      );
    }
  }
  for (const [, row = ''] of text.matchAll(/<(?:\w+:)?row\s[^<>]*?\br=["']([^"']*)/g)) {
    if (!(Number(row) <= WORKBOOK_LIMITS.lastRow))
      throw refusedWorkbook('a sheet has a row that no sheet has');
  }
  for (const [, column = ''] of text.matchAll(/<(?:\w+:)?col\s[^<>]*?\bmax=["']([^"']*)/g)) {
    if (!(Number(column) <= WORKBOOK_LIMITS.lastColumn))
      throw refusedWorkbook('a sheet has a column that no sheet has');
  }
}

/** How many cells a range has. */
function assertRange(reference: string, what: string): number {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(reference);
  const [, left = '', top = '', right = left, bottom = top] = match ?? [];
  const [columns, rows] = [columnNumber(right) - columnNumber(left) + 1, Number(bottom) - Number(top) + 1];
  const isInSheet =
    columnNumber(right) <= WORKBOOK_LIMITS.lastColumn && Number(bottom) <= WORKBOOK_LIMITS.lastRow;
  if (!match || !isInSheet || columns < 1 || rows < 1) throw refusedWorkbook(`a sheet ${what}`);
  return columns * rows;
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
