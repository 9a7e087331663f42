import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';

import { HEADINGS } from '../../../subgraphs/_kit/importing/headings.ts';

type Cells = Readonly<Record<string, string>>;

/** Cells that the form has no column for: such a figure goes to the free rows, as one does that the form has no row for. */
const OF_FREE_ROWS = ['set_by', 'comparison_against'];
/** What the command or the form says of all rows. */
const SAID_ONCE = ['organisation', 'period', 'document'];

/** Fills in a template with the figures of a CSV file, as an officer does: numbers as numbers, what the form has no room for below. */
export async function fillForm(template: string, figures: string): Promise<void> {
  const rows: Cells[] = parse(await readFile(figures), { columns: true });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(template);
  const form = rowsOf(workbook.getWorksheet('Số liệu')!, 3);
  const free = rowsOf(workbook.getWorksheet('Số liệu khác')!, 1);
  for (const cells of rows) {
    const row = form.find(
      ({ at }) => at('indicator').text === cells.indicator && at('breakdown').text === cells.breakdown,
    );
    if (row && !OF_FREE_ROWS.some((column) => Boolean(cells[column]))) {
      row.at('value').value = Number(cells.value);
      if (cells.as_at) row.at('as_at').value = new Date(cells.as_at);
      continue;
    }
    const { at } = free.shift()!;
    const filled = Object.entries(cells).filter(
      ([column, cell]) => cell !== '' && !SAID_ONCE.includes(column),
    );
    for (const [column, cell] of filled) at(column).value = column === 'value' ? Number(cell) : cell;
  }
  await workbook.xlsx.writeFile(template);
}

/** The rows below the header, each with its cells by column. */
function rowsOf(sheet: ExcelJS.Worksheet, header: number) {
  const headings = sheet.getRow(header).values as readonly (string | undefined)[];
  return Array.from({ length: sheet.rowCount - header }, (_, index) => {
    const row = sheet.getRow(header + 1 + index);
    const at = (column: string) => row.getCell(headings.indexOf(HEADINGS[column as keyof typeof HEADINGS]));
    return { at };
  });
}
