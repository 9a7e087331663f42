import ExcelJS, { type CellValue } from 'exceljs';

/** Columns of a small workbook of figures; K is left for a document, L has no heading. */
export const SMALL_COLUMNS = [
  'indicator',
  'breakdown',
  'time',
  'value',
  'unit',
  'unit_multiplier',
  'stage',
  'missing',
  'note',
  'section',
  'document',
] as const;

/** A row that is good: two members disciplined in the first quarter of 2024. */
const GOOD: Readonly<Record<string, CellValue>> = {
  indicator: 'members-disciplined',
  time: '2024-Q1',
  value: 2,
  unit: 'person',
  stage: 'FINAL',
  document: 'bao-cao',
};

/** What a row says otherwise than the good one, and in which number formats. */
export interface RowChange {
  readonly cells?: Readonly<Record<string, CellValue>>;
  readonly formats?: Readonly<Record<string, string>>;
}

/** A workbook with one sheet of figures; each row is good but for its change. */
export function smallWorkbook(...changes: readonly RowChange[]): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Số liệu');
  sheet.addRow([...SMALL_COLUMNS]);
  for (const { cells = {}, formats = {} } of changes) {
    const row = sheet.addRow([]);
    [...SMALL_COLUMNS, 'stray'].forEach((column, position) => {
      const cell = row.getCell(position + 1);
      cell.value = column in cells ? cells[column] : GOOD[column];
      if (formats[column]) cell.numFmt = formats[column];
    });
  }
  return workbook;
}

/** The bytes of a workbook. */
export async function bytesOf(workbook: ExcelJS.Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
