import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';

import { inertText } from '../../csv/inertText.ts';

/** A list as a file has it: the columns, and a row for each entry. */
export interface CatalogueTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A list as CSV, its texts as cells that no spreadsheet carries out. */
export function writeCatalogueCsv({ columns, rows }: CatalogueTable): string {
  return `\ufeff${stringify([[...columns], ...rows.map((row) => row.map(inertText))])}`;
}

const WIDEST = 60;

/** A list as a workbook of one sheet, which is named as the list is; all of it text. */
export async function writeCatalogueWorkbook(
  { columns, rows }: CatalogueTable,
  list: string,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(list, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...columns]).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map(inertText));
  columns.forEach((_name, position) => {
    const column = sheet.getColumn(position + 1);
    // What is typed in stays as it is typed: "2024-01" is no date.
    column.numFmt = '@';
    const lengths = [columns, ...rows].map((row) => row[position]?.length ?? 0);
    column.width = Math.min(WIDEST, Math.max(...lengths) + 2);
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
