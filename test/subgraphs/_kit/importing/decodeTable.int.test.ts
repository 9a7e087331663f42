import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';

import { formatFileFault } from '../../../../schema/errors/index.ts';
import { decodeTable } from '../../../../subgraphs/_kit/importing/decodeTable.ts';
import { writeWorkbookTemplate } from '../../../../subgraphs/_kit/importing/template/writeWorkbook.ts';
import { ROOT } from '../../../support/processes.ts';
import { givenTemplate } from '../../../support/templates.ts';
import { bytesOf } from '../../../support/workbooks.ts';

const COLUMNS = { required: ['code', 'label_vi', 'deadline_days'], optional: ['retired'] };
const HEADER = ['code', 'label_vi', 'deadline_days'];
const GOOD = ['gifts', 'Quà', 20];

/** A workbook of one list: a header and a row, and what is done to it. */
function listOf(change: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Danh sách');
  sheet.addRows([HEADER, GOOD]);
  change(sheet, workbook);
  return bytesOf(workbook);
}

const nothing = (): void => undefined;

async function read(bytes: Uint8Array, columns = COLUMNS) {
  const { rows, faults } = await decodeTable({ name: 'danh-muc.xlsx', bytes }, columns);
  return { rows, said: faults.map(formatFileFault) };
}

describe('given a list of a catalogue as a workbook', () => {
  it.each([
    'organisations',
    'documents',
    'obligations',
    'inspection/units',
    'inspection/indicators',
    'inspection/rules',
  ])('when it has the rows of the CSV file %s, then it is read as that is', async (name) => {
    const csv = await readFile(join(ROOT, 'test/scenarios/onboarding/lam-son', `${name}.csv`));
    const records: string[][] = parse(csv);
    const workbook = new ExcelJS.Workbook();
    // As Excel keeps what an officer types: 2024 is a number.
    const typed = records.map((cells) => cells.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));
    workbook.addWorksheet('Danh sách').addRows(typed);
    const columns = { required: records[0]!, optional: [] };

    const asWorkbook = await read(await bytesOf(workbook), columns);

    expect(asWorkbook.rows.length).toBe(records.length - 1);
    expect(asWorkbook).toEqual(await read(csv, columns));
  });

  it('when rows between are empty, then each has the number that the spreadsheet shows', async () => {
    const bytes = await listOf((sheet) => (sheet.getRow(5).values = ['houses', 'Nhà', '']));

    expect((await read(bytes)).rows).toEqual([
      { row: 2, cells: { code: 'gifts', label_vi: 'Quà', deadline_days: '20', retired: '' } },
      { row: 5, cells: { code: 'houses', label_vi: 'Nhà', deadline_days: '', retired: '' } },
    ]);
  });

  it.each<[string, Parameters<typeof listOf>[0], string]>([
    [
      'a formula',
      (sheet) => (sheet.getCell('B2').value = { formula: '"Q"&"uà"', result: 'Quà' }),
      'sheet "Danh sách", row 2, column "label_vi": The cell holds "="Q"&"uà"", which is a formula. Copy the cell and paste it as a value, so that the figure itself stands there. [CELL_REFUSED]',
    ],
    [
      'a day where it has none',
      (sheet) => (sheet.getCell('C2').value = new Date('2024-03-31T00:00:00Z')),
      'sheet "Danh sách", row 2, column "deadline_days": The cell holds "2024-03-31", which the spreadsheet keeps as a date. Format the cell as text, and enter again what is meant. [CELL_REFUSED]',
    ],
    [
      'a column that is not known',
      (sheet) => (sheet.getCell('D1').value = 'ghi chú'),
      'sheet "Danh sách", row 1: Column "ghi chú" is not known.',
    ],
    [
      'a cell beside its columns',
      (sheet) => (sheet.getCell('E2').value = 'nhớ hỏi lại'),
      'sheet "Danh sách", row 2, column "E": The cell holds "nhớ hỏi lại", but its column has no heading.',
    ],
    [
      'a hidden row',
      (sheet) => (sheet.getRow(2).hidden = true),
      'sheet "Danh sách", row 2: The row is hidden and not empty: nobody sees what would be imported. Unhide it, or delete it. [HIDDEN_CONTENT]',
    ],
    [
      'a hidden column',
      (sheet) => (sheet.getColumn(3).hidden = true),
      'sheet "Danh sách": Column C is hidden and not empty: nobody sees what would be imported. Unhide it, or delete it. [HIDDEN_CONTENT]',
    ],
    [
      'merged cells',
      (sheet) => {
        sheet.addRow(['houses', 'Nhà', 20]);
        sheet.mergeCells('C2:C3');
      },
      'sheet "Danh sách", row 2: The cells C2:C3 are merged: it cannot be told which rows their content is about. Unmerge them, and fill every cell. [CELLS_MERGED]',
    ],
    [
      'its only sheet hidden',
      (sheet, workbook) => {
        workbook.addWorksheet('Trống');
        sheet.state = 'hidden';
      },
      'sheet "Danh sách": The sheet is hidden and not empty: nobody sees what would be imported. Unhide it, or delete it. [HIDDEN_CONTENT]',
    ],
  ])('when it has %s, then it is refused where that stands', async (_what, change, expected) => {
    const { rows, said } = await read(await listOf(change));

    expect(rows).toEqual([]);
    expect(said).toEqual([expect.stringContaining(`danh-muc.xlsx, ${expected}`)]);
  });

  it('when two sheets are filled in, then nobody guesses which is meant', async () => {
    const bytes = await listOf((_sheet, workbook) => workbook.addWorksheet('Hai').addRows([HEADER, GOOD]));

    expect((await read(bytes)).said).toEqual([
      'danh-muc.xlsx: The file has no one sheet that is filled in: put each list into a workbook of its own. Nothing can be read from it. [FILE_EMPTY]',
    ]);
  });

  it('when a sheet beside it is empty, then it is the one that is meant', async () => {
    const bytes = await listOf((_sheet, workbook) => workbook.addWorksheet('Hai'));

    expect(await read(bytes)).toEqual(await read(await listOf(nothing)));
  });

  it('when it is a template, then its sheet for new indicators is taken', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await writeWorkbookTemplate(givenTemplate())) as unknown as ExcelJS.Buffer);
    const sheet = workbook.getWorksheet('Chỉ tiêu mới')!;
    sheet.getCell('A2').value = 'indicator';
    sheet.getCell('B2').value = 'houses';
    const header = (sheet.getRow(1).values as string[]).slice(1);

    const { rows, said } = await read(await bytesOf(workbook), { required: header, optional: [] });

    expect(said).toEqual([]);
    expect(rows.map(({ row, cells }) => [row, cells.kind, cells.code])).toEqual([[2, 'indicator', 'houses']]);
  });
});
