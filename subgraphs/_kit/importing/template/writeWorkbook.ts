import ExcelJS from 'exceljs';

import {
  COMPARISON_BASES,
  COMPARISON_MEASURES,
  decimalParts,
  type Decimal,
} from '../../../../schema/values/index.ts';
import type { FigureColumn } from '../../figures/columns.ts';
import { columnLetter } from '../grid.ts';
import { HEADINGS } from '../headings.ts';
import { SETTING_LABELS } from '../settings.ts';
import { SHEET_NAMES } from '../sheetNames.ts';
import { WORDS } from '../words.ts';
import {
  FORM_COLUMNS,
  formCells,
  FREE_COLUMNS,
  headingOf,
  INDICATOR_COLUMNS,
  OPEN_COLUMNS,
  type FormColumn,
  type Template,
} from './columns.ts';
import { COMBINATIONS_LAID_OUT } from './newRows.ts';

const FREE_ROWS = 200;
/** As the format counts kinds of paper. */
const A4 = 9;
/** Of the form: its title and what is to be done with it stand above. */
const HEADER_ROW = 3;
const HEADER_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDE8F5' } };
const OPEN_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF9DB' } };
const GREY: Partial<ExcelJS.Font> = { color: { argb: 'FF999999' }, size: 9 };
const WIDTHS: Readonly<Partial<Record<string, number>>> = {
  label_vi: 48,
  breakdown_label: 44,
  unit_label: 16,
  note: 30,
  last_period: 14,
  last_year: 16,
  value: 16,
  missing: 18,
};

/** Lists that a cell offers; of codes that are not in the template a sheet holds them. */
const LISTS: Readonly<Partial<Record<string, string>>> = {
  qualifier: quoted(Object.values(WORDS.qualifier)),
  stage: quoted(Object.values(WORDS.stage)),
  missing: quoted(Object.values(WORDS.missing)),
  confidentiality: quoted(Object.values(WORDS.confidentiality)),
  calendar: quoted(Object.values(WORDS.calendar)),
  comparison_against: quoted(COMPARISON_BASES),
  comparison_measure: quoted(COMPARISON_MEASURES),
};

const AS_AT_NOTE = 'Chỉ điền với số liệu thời điểm, khi báo cáo nêu rõ ngày (ví dụ: đến ngày 15/12/2024).';

const COMBINATIONS_NOTE = `Mẫu chỉ có sẵn dòng kết hợp các phân tổ khi không quá ${COMBINATIONS_LAID_OUT} dòng. Số liệu không có dòng thì điền vào "${SHEET_NAMES.FREE}", mã phân tổ viết nối bằng ";", ví dụ: form=warning;level=district.`;

/**
 * A template as a workbook: the form, free rows, new indicators, codes, definitions, settings. What is not to be changed
 * is locked, without a password. All texts are cells of text, which no spreadsheet carries out.
 */
export async function writeWorkbookTemplate(template: Template): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  writeForm(workbook, template);
  const lists = listCodes(template);
  writeFreeRows(workbook, lists);
  writeTable(workbook, SHEET_NAMES.INDICATORS, INDICATOR_COLUMNS, [], true);
  writeCodes(workbook, lists);
  writeTable(
    workbook,
    SHEET_NAMES.NOTES,
    ['Mã chỉ tiêu', 'Chỉ tiêu', 'Định nghĩa'],
    [
      ['', `Cột "${HEADINGS.as_at}"`, AS_AT_NOTE],
      ['', 'Nhiều phân tổ cùng lúc', COMBINATIONS_NOTE],
      ...template.indicators.map(({ code, label, definition }) => [code, label, definition]),
    ],
  );
  const settings = Object.entries(template.settings).map(([name, value]) => [
    SETTING_LABELS[name as keyof typeof SETTING_LABELS],
    name,
    String(value),
  ]);
  writeTable(workbook, SHEET_NAMES.SETTINGS, ['Mục', 'Mã', 'Giá trị'], settings);
  unlockDocument(workbook);
  for (const sheet of workbook.worksheets)
    await sheet.protect('', { formatColumns: true, formatRows: true, formatCells: true });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The code of the document is filled in by who fills in the rest. */
function unlockDocument(workbook: ExcelJS.Workbook): void {
  workbook.getWorksheet(SHEET_NAMES.SETTINGS)?.eachRow((row) => {
    if (row.getCell(2).value === 'document') open(row.getCell(3));
  });
}

function writeForm(workbook: ExcelJS.Workbook, { title, settings, rows }: Template): void {
  const sheet = workbook.addWorksheet(SHEET_NAMES.FORM, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: HEADER_ROW }],
  });
  sheet.columns = FORM_COLUMNS.map((column) => ({ width: WIDTHS[column] ?? 12 }));
  addTexts(sheet, [title]).font = { bold: true, size: 14 };
  addTexts(sheet, ['Điền các ô màu vàng; ô để trống là không báo cáo. Không sửa các cột mã màu xám.']);
  addHeader(sheet, FORM_COLUMNS.map(headingOf));
  let group = '';
  for (const row of rows) {
    if (row.group !== group) addTexts(sheet, [row.group]).font = { bold: true };
    group = row.group;
    const cells = formCells(row, settings.period, (text) => text);
    const added = addTexts(
      sheet,
      FORM_COLUMNS.map((column) => (column === 'last_period' || column === 'last_year' ? '' : cells[column])),
    );
    const isPart = row.breakdownLabel !== '';
    added.getCell(columnNumber('label_vi')).alignment = { wrapText: true, indent: isPart ? 2 : 0 };
    added.getCell(columnNumber('breakdown_label')).alignment = { wrapText: true };
    writeNumber(added.getCell(columnNumber('last_period')), row.lastPeriod);
    writeNumber(added.getCell(columnNumber('last_year')), row.lastYear);
    FORM_COLUMNS.forEach((column, position) => {
      const cell = added.getCell(position + 1);
      if (position >= columnNumber('indicator') - 1) cell.font = GREY;
      if (OPEN_COLUMNS.includes(column)) open(cell);
      offer(cell, LISTS[column]);
      expectTyped(cell, column);
    });
  }
  printOn(sheet, columnLetter(columnNumber('indicator') - 2), HEADER_ROW);
}

/** On paper as wide as a page, without the codes, and with the headings on every page. */
function printOn(sheet: ExcelJS.Worksheet, lastColumn: string, headerRow: number): void {
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headerRow}:${headerRow}`,
    // exceljs puts a "$" before the columns alone.
    printArea: `A$1:${lastColumn}$${sheet.rowCount}`,
  });
}

function columnNumber(column: FormColumn): number {
  return FORM_COLUMNS.indexOf(column) + 1;
}

/** For the eye: a cell keeps 15 digits, and a longer number is told as text. */
function writeNumber(cell: ExcelJS.Cell, value: Decimal | null): void {
  if (value === null) return;
  const { digits, scale } = decimalParts(value);
  const isKept = String(digits).replace('-', '').length <= 15;
  cell.value = isKept ? Number(value) : value;
  cell.numFmt = isKept ? `#,##0${scale > 0 ? `.${'0'.repeat(scale)}` : ''}` : '@';
}

interface CodeLists {
  readonly indicator: readonly (readonly [string, string])[];
  readonly breakdown: readonly (readonly [string, string])[];
  readonly unit: readonly (readonly [string, string])[];
}

function listCodes({ indicators, parts }: Template): CodeLists {
  const units = new Map(
    indicators.flatMap((one) => one.units.map(({ code, label }) => [code, label] as const)),
  );
  return {
    indicator: indicators.map(({ code, label }) => [code, label]),
    breakdown: parts.map(({ dimension, code, label }) => [
      `${dimension.code}=${code}`,
      `${dimension.label}: ${label}`,
    ]),
    unit: [...units],
  };
}

function writeFreeRows(workbook: ExcelJS.Workbook, lists: CodeLists): void {
  const sheet = workbook.addWorksheet(SHEET_NAMES.FREE, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = FREE_COLUMNS.map(() => ({ width: 18 }));
  addHeader(
    sheet,
    FREE_COLUMNS.map((column) => HEADINGS[column]),
  );
  for (let row = 2; row < FREE_ROWS + 2; row++) {
    FREE_COLUMNS.forEach((column, position) => {
      const cell = sheet.getCell(row, position + 1);
      open(cell);
      cell.numFmt = '@';
      offer(cell, listOf(column, lists));
      expectTyped(cell, column);
    });
  }
}

/** What a cell of a free row offers: codes stand on a sheet of their own, each kind in two columns. */
function listOf(column: FigureColumn, lists: CodeLists): string | undefined {
  const kinds = Object.entries(lists) as [FigureColumn, CodeLists[keyof CodeLists]][];
  const position = kinds.findIndex(([kind]) => kind === column);
  const length = kinds[position]?.[1].length ?? 0;
  if (length === 0) return LISTS[column];
  const letter = columnLetter(2 * position);
  return `'${SHEET_NAMES.CODES}'!$${letter}$2:$${letter}$${length + 1}`;
}

function writeCodes(workbook: ExcelJS.Workbook, { indicator, breakdown, unit }: CodeLists): void {
  const length = Math.max(indicator.length, breakdown.length, unit.length);
  const rows = Array.from({ length }, (_, index) =>
    [indicator, breakdown, unit].flatMap((list) => [...(list[index] ?? ['', ''])]),
  );
  const headings = ['indicator', 'breakdown', 'unit'] as const;
  writeTable(
    workbook,
    SHEET_NAMES.CODES,
    headings.flatMap((column) => [HEADINGS[column], 'Tên']),
    rows,
  );
}

function writeTable(
  workbook: ExcelJS.Workbook,
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  isOpen = false,
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headings.map(() => ({ width: 30 }));
  addHeader(sheet, headings);
  for (const row of rows) addTexts(sheet, row);
  for (let row = 2; isOpen && row < FREE_ROWS + 2; row++) {
    headings.forEach((_heading, position) => {
      const cell = sheet.getCell(row, position + 1);
      open(cell);
      cell.numFmt = '@';
    });
  }
}

function addHeader(sheet: ExcelJS.Worksheet, headings: readonly string[]): void {
  const row = addTexts(sheet, headings);
  row.font = { bold: true };
  row.fill = HEADER_FILL;
  row.alignment = { wrapText: true, vertical: 'middle' };
}

/** Cells of text, in the format of text: also edited they are not carried out. */
function addTexts(sheet: ExcelJS.Worksheet, texts: readonly string[]): ExcelJS.Row {
  const row = sheet.addRow(texts.map((text) => (text === '' ? null : text)));
  texts.forEach((_text, position) => (row.getCell(position + 1).numFmt = '@'));
  return row;
}

function open(cell: ExcelJS.Cell): void {
  cell.protection = { locked: false };
  cell.fill = OPEN_FILL;
}

function offer(cell: ExcelJS.Cell, list: string | undefined): void {
  if (list !== undefined) cell.dataValidation = { type: 'list', allowBlank: true, formulae: [list] };
}

/** Numbers and days are typed as such, all else as text. */
function expectTyped(cell: ExcelJS.Cell, column: FigureColumn | FormColumn): void {
  if (column === 'value') cell.numFmt = 'General';
  if (column !== 'as_at') return;
  cell.numFmt = 'dd/mm/yyyy';
  cell.dataValidation = {
    type: 'date',
    operator: 'greaterThan',
    formulae: [new Date(Date.UTC(1900, 0, 1))],
    allowBlank: true,
    showInputMessage: true,
    promptTitle: HEADINGS.as_at,
    prompt: AS_AT_NOTE,
  };
}

function quoted(words: readonly string[]): string {
  return `"${words.join(',')}"`;
}
