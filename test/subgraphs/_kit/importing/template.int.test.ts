import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';

import { formatFileFault } from '../../../../schema/errors/index.ts';
import { readFigureTables } from '../../../../subgraphs/_kit/figures/readFigures.ts';
import { decodeFile, type ImportTarget } from '../../../../subgraphs/_kit/importing/decodeFile.ts';
import { writeWorkbookTemplate } from '../../../../subgraphs/_kit/importing/template/writeWorkbook.ts';
import { hashObservations } from '../../../../subgraphs/_kit/publishing/hashObservations.ts';
import { givenCatalogue, givenFigures } from '../../../support/given.ts';
import { filledCsv, filledWorkbook, givenTemplate } from '../../../support/templates.ts';

async function read(name: string, bytes: Buffer, target: Partial<ImportTarget> = {}) {
  const table = await decodeFile({ name, bytes }, target);
  const { drafts, faults } = readFigureTables([table], givenCatalogue(), 'invented');
  return {
    said: faults.map(formatFileFault),
    hashes: drafts.map((one) => `${one.organisation} ${one.period} ${hashObservations(one.observations)}`),
  };
}

describe('given a template that is filled in', () => {
  const FILLED = {
    0: { value: 2 },
    1: { value: 1, note: '=kiểm tra lại', qualifier: 'gần' },
    3: { value: '1.900,50', stage: 'ước' },
  };
  const DAY = new Date(Date.UTC(2024, 2, 15));

  it('when it is read as workbook, as CSV and as figures CSV, then all say the same', async () => {
    const template = givenTemplate();
    const section = 'A.I.3';
    const figures = givenFigures(
      { value: '2', section, as_at: '2024-03-15' },
      { value: '1', breakdown: 'form=reprimand', note: "'=kiểm tra lại", qualifier: 'NEARLY', section: '' },
      {
        indicator: 'budget-revenue',
        unit: 'VND',
        unit_multiplier: '9',
        value: '1900.50',
        stage: 'ESTIMATED',
        section,
      },
    );

    const inWorkbook = { ...FILLED, 0: { ...FILLED[0], as_at: DAY } };
    const workbook = await read('a.xlsx', await filledWorkbook(template, inWorkbook));
    const inCsv = {
      ...FILLED,
      0: { ...FILLED[0], as_at: '15/03/2024' },
      1: { ...FILLED[1], note: "'=kiểm tra lại" },
    };
    const csv = await read('a.csv', filledCsv(template, inCsv));
    const plain = await read('b.csv', Buffer.from(figures));

    expect(plain.said).toEqual([]);
    expect(plain.hashes).toHaveLength(1);
    expect(workbook).toEqual(plain);
    expect(csv).toEqual(plain);
  });

  it('when a free row names no time, then it is about the period of the template', async () => {
    const template = givenTemplate();
    const cells = { A2: 'members-disciplined', E2: 2, F2: 'person', I2: 'chính thức', S2: 'A.I.3' };
    const inSheet = await filledWorkbook(template, {}, (workbook) => {
      const sheet = workbook.getWorksheet('Số liệu khác')!;
      for (const [cell, value] of Object.entries(cells)) sheet.getCell(cell).value = value;
    });
    // Below the form, with what a free row of the CSV has to say.
    const below = Buffer.from(
      `${String(filledCsv(template, {}))};;;;;2;;chính thức;;;;A.I.3;;members-disciplined;;person;;;;\r\n`,
    );

    const expected = await read('b.csv', Buffer.from(givenFigures({ value: '2', section: 'A.I.3' })));
    expect(await read('a.xlsx', inSheet)).toEqual(expected);
    expect(await read('a.csv', below)).toEqual(expected);
  });

  it('when only the day of a figure is filled in, then its value is asked for', async () => {
    const { said } = await read('a.xlsx', await filledWorkbook(givenTemplate(), { 0: { as_at: DAY } }));

    expect(said).toEqual([
      'a.xlsx, sheet "Số liệu", row 5, column "F": The figure of "members-disciplined" has no value. Enter the number, or say in "missing" why there is none. [VALUE_REQUIRED]',
    ]);
  });

  it('when nothing is filled in, then that is said', async () => {
    const { said } = await read('a.xlsx', await writeWorkbookTemplate(givenTemplate()));

    expect(said).toEqual([
      'a.xlsx: The file has no figure that is filled in. Nothing can be read from it. [FILE_EMPTY]',
    ]);
  });
});

describe('given a template that is not as it was', () => {
  const CHANGED =
    'A locked cell of this row of the template has been changed. Undo that, or fill in a new template; figures that it has no row for belong on the sheet "Số liệu khác". [TEMPLATE_CHANGED]';
  const TWO = { 0: { value: 2 } };

  it.each<[string, Parameters<typeof filledWorkbook>[1], (workbook: ExcelJS.Workbook) => void, string]>([
    [
      'billions made millions',
      { 3: { value: 1900, unit_multiplier: '6' } },
      () => undefined,
      `a.xlsx, sheet "Số liệu", row 9: ${CHANGED}`,
    ],
    [
      '"tỷ đồng" called "triệu đồng"',
      { 3: { value: 1900, unit_label: 'triệu đồng' } },
      () => undefined,
      `a.xlsx, sheet "Số liệu", row 9: ${CHANGED}`,
    ],
    [
      'a hidden row with a figure',
      TWO,
      (workbook) => (workbook.getWorksheet('Số liệu')!.getRow(5).hidden = true),
      'a.xlsx, sheet "Số liệu", row 5: The row is hidden and not empty: nobody sees what would be imported. Unhide it, or delete it. [HIDDEN_CONTENT]',
    ],
    [
      'a hidden column',
      TWO,
      (workbook) => (workbook.getWorksheet('Số liệu')!.getColumn(6).hidden = true),
      'a.xlsx, sheet "Số liệu": Column F is hidden and not empty: nobody sees what would be imported. Unhide it, or delete it. [HIDDEN_CONTENT]',
    ],
    [
      'a hidden sheet',
      TWO,
      (workbook) => (workbook.getWorksheet('Số liệu')!.state = 'hidden'),
      'a.xlsx, sheet "Số liệu": The sheet is hidden and not empty: nobody sees what would be imported. Unhide it, or delete it. [HIDDEN_CONTENT]',
    ],
    [
      'merged cells',
      TWO,
      (workbook) => workbook.getWorksheet('Số liệu')!.mergeCells('F5:F6'),
      'a.xlsx, sheet "Số liệu", row 5: The cells F5:F6 are merged: it cannot be told which rows their content is about. Unmerge them, and fill every cell. [CELLS_MERGED]',
    ],
    [
      'a sheet of its own',
      TWO,
      (workbook) => workbook.addWorksheet('Sheet3').addRow(['x']),
      'a.xlsx, sheet "Sheet3": Sheet "Sheet3" is not one of the template. Move its figures to "Số liệu" or "Số liệu khác", and delete it. [SHEET_UNKNOWN]',
    ],
    [
      'numbers in an undeclared form',
      TWO,
      (workbook) => (workbook.getWorksheet('Cài đặt')!.getCell('C6').value = 'en'),
      'a.xlsx, sheet "Cài đặt", row 6: Value "en" is not valid: expected "vi" (1.234,5) or "plain" (1234.5): how the file writes its numbers. [CELL_INVALID]',
    ],
    [
      'another version',
      TWO,
      (workbook) => (workbook.getWorksheet('Cài đặt')!.getCell('C7').value = '0'),
      'a.xlsx, sheet "Cài đặt", row 7: The version "0" of the template has been changed. Undo that, or fill in a new template; figures that it has no row for belong on the sheet "Số liệu khác". [TEMPLATE_CHANGED]',
    ],
    [
      'no document',
      TWO,
      (workbook) => (workbook.getWorksheet('Cài đặt')!.getCell('C5').value = null),
      'a.xlsx, sheet "Cài đặt", row 5: The cell is empty. Enter the code of the document that prints the figures, or name it on import. [CELL_REQUIRED]',
    ],
  ])('when it has %s, then it is refused', async (_what, filled, change, expected) => {
    const { said } = await read('a.xlsx', await filledWorkbook(givenTemplate(), filled, change));

    expect(said).toEqual([expected]);
  });

  it('when it was made for another period, then both are named', async () => {
    const bytes = await filledWorkbook(givenTemplate({ period: '2023-Q4' }), TWO);

    const { said } = await read('a.xlsx', bytes, { period: '2024-Q1' });

    expect(said[0]).toBe(
      'a.xlsx, sheet "Cài đặt": The template was made for period "2023-Q4", and is imported for "2024-Q1". Import it for "2023-Q4", or fill in a template for "2024-Q1". [TEMPLATE_OF_OTHER]',
    );
  });

  it('when its settings are taken off, then it is no template any more', async () => {
    const bytes = await filledWorkbook(givenTemplate(), TWO, (workbook) => {
      workbook.removeWorksheet(workbook.getWorksheet('Cài đặt')!.id);
    });

    const { said } = await read('a.xlsx', bytes, {
      organisation: 'ha-tinh-khoi',
      period: '2024-Q1',
      document: 'd',
    });

    expect(said[0]).toBe(
      'a.xlsx, sheet "Số liệu": The part with the settings of the template has been changed. Undo that, or fill in a new template; figures that it has no row for belong on the sheet "Số liệu khác". [TEMPLATE_CHANGED]',
    );
  });
});

describe('given the template as a workbook', () => {
  let workbook: ExcelJS.Workbook;

  beforeAll(async () => {
    workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await writeWorkbookTemplate(givenTemplate())) as unknown as ExcelJS.Buffer);
  });

  it('when it is opened, then it shows the form with earlier values as numbers', () => {
    const sheet = workbook.getWorksheet('Số liệu')!;
    const shown = [4, 5, 6, 7, 8, 9].map((row) =>
      [1, 2, 3, 4].map((column) => sheet.getCell(row, column).value),
    );

    expect(shown).toEqual([
      ['Kỷ luật', null, null, null],
      ['Đảng viên bị kỷ luật', null, 'người', 3],
      ['Đảng viên bị kỷ luật', 'Khiển trách', 'người', null],
      ['Đảng viên bị kỷ luật', 'Cảnh cáo', 'người', null],
      ['Kinh tế', null, null, null],
      ['Thu ngân sách', null, 'tỷ đồng', 1853.4],
    ]);
    expect(sheet.getCell('D9').numFmt).toBe('#,##0.00');
  });

  it('when it is filled in, then only what is asked for can be changed, from lists where there are some', () => {
    const sheet = workbook.getWorksheet('Số liệu')!;

    const OPEN = { locked: false, hidden: false };
    const protections = ['A5', 'C5', 'F5', 'G5', 'N5', 'Q5'].map((cell) => sheet.getCell(cell).protection);
    // Locked is what a cell is of which nothing is said.
    expect(protections).toEqual([undefined, undefined, OPEN, OPEN, undefined, undefined]);
    expect(sheet.getCell('G5').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"gần,khoảng,trên,ít nhất,không quá"'],
    });
  });

  it('when a definition begins as a formula does, then it is a cell of text', () => {
    const cell = workbook.getWorksheet('Giải thích')!.getCell('C5');

    expect([cell.type, cell.value, cell.numFmt]).toEqual([
      ExcelJS.ValueType.String,
      '=Thu ngân sách trong kỳ.',
      '@',
    ]);
  });
});
