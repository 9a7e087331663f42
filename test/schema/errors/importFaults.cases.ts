import type { FaultCode, FaultDetails } from '../../../schema/errors/index.ts';
import type { importFaults } from '../../../schema/errors/importFaults.ts';

type Code = keyof typeof importFaults | Extract<FaultCode, 'OBSERVATION_REPEATED'>;

/** The faults of files that officers hand in, as {@link FAULT_EXAMPLES}. */
export const IMPORT_FAULT_EXAMPLES: {
  readonly [One in Code]: readonly [FaultDetails<One>, string];
} = {
  FILE_KIND_UNKNOWN: [
    { value: 'báo cáo.docx' },
    'File "báo cáo.docx" is of no kind that is read. Save it as an Excel workbook (.xlsx), or as "CSV UTF-8" (.csv).',
  ],
  FILE_TOO_LARGE: [
    { what: '200000 rows', limit: '150000 rows' },
    'The file has 200000 rows: at most 150000 rows are read at once. Split it by organisation or period.',
  ],
  WORKBOOK_REFUSED: [
    { reason: 'it holds macros', remedy: 'Save it as an Excel workbook (.xlsx), which has none.' },
    'The workbook is not read: it holds macros. Save it as an Excel workbook (.xlsx), which has none.',
  ],
  FILE_NOT_JSON: [
    { reason: 'it is no list' },
    'The file is not readable as JSON: it is no list. Give a list of objects, one for each number, whose members are named as the columns of the figures CSV.',
  ],
  COLUMNS_UNKNOWN: [
    { columns: ['STT', 'Nội dung'], count: 12 },
    'The file has 12 columns that are not known: "STT", "Nội dung" and 10 more. Hand in a filled-in template, or a file with the columns of the figures CSV.',
  ],
  SHEET_UNKNOWN: [
    { value: 'Sheet3', known: ['Số liệu', 'Số liệu khác'] },
    'Sheet "Sheet3" is not one of the template. Move its figures to "Số liệu" or "Số liệu khác", and delete it.',
  ],
  HIDDEN_CONTENT: [
    { what: 'Column F' },
    'Column F is hidden and not empty: nobody sees what would be imported. Unhide it, or delete it.',
  ],
  CELLS_MERGED: [
    { range: 'B4:B7' },
    'The cells B4:B7 are merged: it cannot be told which rows their content is about. Unmerge them, and fill every cell.',
  ],
  CELL_REFUSED: [
    {
      value: '=B2+B3',
      reason: 'which is a formula',
      remedy: 'Copy the cell and paste it as a value, so that the figure itself stands there.',
    },
    'The cell holds "=B2+B3", which is a formula. Copy the cell and paste it as a value, so that the figure itself stands there.',
  ],
  TEMPLATE_OF_OTHER: [
    { what: 'period', value: '2024-Q1', expected: '2024-Q2' },
    'The template was made for period "2024-Q1", and is imported for "2024-Q2". Import it for "2024-Q1", or fill in a template for "2024-Q2".',
  ],
  TEMPLATE_CHANGED: [
    { what: 'A locked cell of this row' },
    'A locked cell of this row of the template has been changed. Undo that, or fill in a new template; figures that it has no row for belong on the sheet "Số liệu khác".',
  ],
  OBSERVATION_REPEATED: [
    { firstFile: 'quy-1.xlsx', firstSheet: 'Số liệu', firstRow: 4 },
    'The same figure stands in row 4 of sheet "Số liệu" of "quy-1.xlsx" already, with the same source. Remove one of the two rows.',
  ],
  INDICATORS_FIRST: [
    { codes: ['houses', 'gifts'], agency: 'party-building', path: "quý '2.xlsx" },
    `New indicators stand here ("houses", "gifts"): they come in before any figures. Hand them in with npm run import -- 'quý '\\''2.xlsx' --catalogue indicators --agency party-building, or empty the sheet.`,
  ],
  FIGURES_MISSING: [
    {
      organisation: 'ha-tinh',
      period: '2024-Q1',
      count: 3,
      figures: ['members (person, 2024-Q1)', 'members (sex=female, person, 2024-Q1)'],
    },
    'The file lacks 3 figures of "ha-tinh" for 2024-Q1, which would be gone: members (person, 2024-Q1); members (sex=female, person, 2024-Q1); and 1 more. Hand in the whole report; or, if they are to go, say so with --remove-missing ("removesMissing").',
  ],
  LINE_OF_OTHER: [
    { what: 'organisation', value: 'ha-tinh', expected: 'ha-tinh-khoi' },
    'The row is about organisation "ha-tinh", and is imported for "ha-tinh-khoi". Leave the cell empty, or import the file without naming the organisation.',
  ],
};
