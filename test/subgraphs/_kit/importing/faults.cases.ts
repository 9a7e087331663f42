import type { CellValue } from 'exceljs';

/** A cell of the table of faults: in which column, what it holds, and in what number format. */
export interface CellCase {
  readonly what: string;
  readonly column: string;
  readonly value: CellValue;
  readonly numFmt?: string;
  /** The message, with the letter of the column. */
  readonly said: string;
  /** Other cells of the same row. */
  readonly beside?: Readonly<Record<string, CellValue>>;
}

const DATE = new Date(Date.UTC(2024, 2, 1));

/** Cells of a workbook that are refused. */
export const CELL_CASES: readonly CellCase[] = [
  {
    what: 'a formula',
    column: 'value',
    value: { formula: 'SUM(D2:D4)', result: 6, date1904: false },
    said: 'D: The cell holds "=SUM(D2:D4)", which is a formula. Copy the cell and paste it as a value, so that the figure itself stands there.',
  },
  {
    what: 'a formula of an attacker',
    column: 'note',
    value: { formula: "cmd|' /C calc'!A0", result: 0, date1904: false },
    said: 'I: The cell holds "=cmd|\' /C calc\'!A0", which is a formula. Copy the cell and paste it as a value, so that the figure itself stands there.',
  },
  {
    what: 'the error of a look-up',
    column: 'value',
    value: { error: '#N/A' },
    said: 'D: The cell holds "#N/A", which is an error of the spreadsheet. Enter the figure, or leave the cell empty and say why there is none.',
  },
  {
    what: 'the error of a lost reference',
    column: 'note',
    value: { error: '#REF!' },
    said: 'I: The cell holds "#REF!", which is an error of the spreadsheet. Enter the figure, or leave the cell empty and say why there is none.',
  },
  {
    what: 'a truth value',
    column: 'value',
    value: true,
    said: 'D: The cell holds "TRUE", which is neither a number nor a text. Enter what is meant in words or digits.',
  },
  {
    what: 'a date as a figure',
    column: 'value',
    value: DATE,
    numFmt: 'dd/mm/yyyy',
    said: 'D: The cell holds "2024-03-01", which the spreadsheet keeps as a date. Format the cell as a number, and enter the figure again.',
  },
  {
    what: 'a date as a time',
    column: 'time',
    value: DATE,
    numFmt: 'mmm-yy',
    said: 'C: The cell holds "2024-03-01", which the spreadsheet keeps as a date. Format the cell as text, and enter again what is meant.',
  },
  {
    what: 'a number as a section',
    column: 'section',
    value: 1.1,
    said: 'J: The cell holds "1.1", which the spreadsheet keeps as a number. Format the cell as text, and enter it again.',
  },
  {
    what: 'a percentage of persons',
    column: 'value',
    value: 0.15,
    numFmt: '0%',
    said: 'D: The cell holds "15%", a percentage, but the unit is not per cent. Format the cell as a number, and enter the figure in its unit.',
  },
  {
    what: 'more decimals than it shows',
    column: 'value',
    value: 1853.456,
    numFmt: '#,##0.00',
    beside: { indicator: 'budget-revenue', unit: 'VND' },
    said: 'D: The cell holds "1853.456", but shows only 2 of its decimals. Round the number itself, or show all its decimals.',
  },
  {
    what: 'decimals behind a whole number',
    column: 'value',
    value: 2.6,
    numFmt: '0',
    said: 'D: The cell holds "2.6", but shows only its whole part. Round the number itself, or show all its decimals.',
  },
  {
    what: 'a number shown in thousands',
    column: 'value',
    value: 12_000,
    numFmt: '#,##0,',
    said: 'D: The cell holds "12000", and shows it in thousands or millions. Format the cell as a number without scaling; thousands are told by the power of ten.',
  },
  {
    what: 'a decrease that looks like none',
    column: 'value',
    value: -12,
    numFmt: '#,##0;#,##0',
    said: 'D: The cell holds "-12", and its number format hides that it is negative. Format the cell as Number.',
  },
  {
    what: 'more digits than a spreadsheet keeps',
    column: 'value',
    value: 1234567890123456,
    said: 'D: The cell holds "1234567890123460", which has more than the 15 digits that a spreadsheet keeps. Format the cell as text, and enter the number again.',
  },
  {
    what: 'a fraction of a person',
    column: 'value',
    value: 1.234,
    said: 'D: Number "1.234" is not valid: expected a whole number, since "person" is counted one by one, with no grouping (1234, not 1.234).',
  },
  {
    what: 'a power of ten with decimals',
    column: 'unit_multiplier',
    value: 2.5,
    said: 'F: The cell holds "2.5", which the spreadsheet keeps as a number. Format the cell as text, and enter it again.',
  },
  {
    what: 'a power of ten that is none',
    column: 'unit_multiplier',
    value: 'tỷ',
    said: 'F: Value "tỷ" is not valid: expected a power of ten from 0 to 15, such as 9 for "tỷ".',
  },
  {
    what: 'an indicator that is nearly one',
    column: 'indicator',
    value: 'members-disciplines',
    said: 'A: Indicator "members-disciplines" is not known. Did you mean "members-disciplined"? Use a code of the agency\'s catalogue.',
  },
  {
    what: 'a unit of another indicator',
    column: 'unit',
    value: 'VND',
    said: 'E: Unit "VND" is not one that indicator "members-disciplined" is published in. Use "person".',
  },
  {
    what: 'a breakdown that is not known',
    column: 'breakdown',
    value: 'form=warnin',
    said: 'B: Code of dimension "form" "warnin" is not known. Did you mean "warning"? Use a code of the agency\'s catalogue.',
  },
  {
    what: 'a stage that is none',
    column: 'stage',
    value: 'chính thúc',
    said: 'G: Value "chính thúc" is not valid: expected "chính thức", "sơ bộ", "ước", "kế hoạch". Did you mean "chính thức"?',
  },
  {
    what: 'a stage without its accents',
    column: 'stage',
    value: 'uoc',
    said: 'G: Value "uoc" is not valid: expected "chính thức", "sơ bộ", "ước", "kế hoạch". Did you mean "ước"?',
  },
  {
    what: 'a stage that is nearly a code',
    column: 'stage',
    value: 'FINALE',
    said: 'G: Value "FINALE" is not valid: expected PLANNED, ESTIMATED, PRELIMINARY, FINAL. Did you mean "FINAL"?',
  },
  {
    what: 'a reason that is none',
    column: 'missing',
    value: 'chưa có',
    beside: { value: null },
    said: 'H: Value "chưa có" is not valid: expected "không thu thập", "không áp dụng", "chưa có số liệu", "không công bố".',
  },
  {
    what: 'no stage',
    column: 'stage',
    value: null,
    said: 'G: The cell is empty. Enter PLANNED, ESTIMATED, PRELIMINARY, FINAL.',
  },
  {
    what: 'no value',
    column: 'value',
    value: null,
    said: 'D: The figure of "members-disciplined" has no value. Enter the number, or say in "missing" why there is none.',
  },
  {
    what: 'something beside the headings',
    column: 'stray',
    value: 'xem lại',
    said: 'L: The cell holds "xem lại", but its column has no heading. Leave it empty.',
  },
];

/** Texts that are no number: how the file declares that it writes them, the text, what was expected. */
export const TEXT_CASES: readonly (readonly ['vi' | 'plain', string, string])[] = [
  [
    'plain',
    '1,234',
    'a plain number such as 1234.5: a comma or a second point could separate thousands or decimals',
  ],
  [
    'plain',
    '1.234.567',
    'a plain number such as 1234.5: a comma or a second point could separate thousands or decimals',
  ],
  ['plain', '12,5', 'a plain number such as 1234.5, with a point before the decimals'],
  [
    'vi',
    '1234.5',
    'a Vietnamese number, as the file declares: a point separates thousands (1.234), a comma the decimals (1,5)',
  ],
  ['vi', '1,234.5', 'a Vietnamese number such as 1.234,5, as the file declares'],
  ['vi', '1.23.456', 'a Vietnamese number such as 1.234,5, as the file declares'],
  ['vi', '15%', 'the number alone: "%" is told by its unit'],
  ['vi', '1,5 tỷ', 'the number alone: "tỷ" or "triệu" is told by the unit and its power of ten'],
  ['vi', '200 triệu đồng', 'the number alone: "tỷ" or "triệu" is told by the unit and its power of ten'],
  ['vi', 'gần 300', 'the number alone: "gần", "hơn" and the like stand in the column of qualifiers'],
  ['vi', '> 300', 'the number alone: "gần", "hơn" and the like stand in the column of qualifiers'],
  ['vi', '１２３', 'ordinary digits 0 to 9: these are of an East Asian keyboard'],
  ['vi', '−5', 'an ordinary minus "-" before a decrease'],
  ['vi', '(5)', 'a minus before a decrease, such as -5, instead of brackets'],
  ['vi', '+5', 'no plus before the number'],
  ['vi', '1 234', 'digits without blanks between them'],
  ['vi', '1\u00a0234', 'digits without blanks between them'],
  ['vi', '1,2E+06', 'the number with all its digits, instead of a power of ten'],
  ['vi', '01/03/2024', 'a number: this is a date'],
  ['vi', '7/12', 'a number: this is a date'],
  ['vi', '120/150', 'one number, instead of two with a stroke'],
  ['vi', '10-12', 'one number, instead of a range'],
  ['vi', '...', 'a number; or an empty cell, and the reason in the column for missing figures'],
  ['vi', '#N/A', 'a number: this is an error of the spreadsheet'],
  ['vi', '=1+1', 'a number: this is a formula. Copy the cell and paste it as a value'],
  ['vi', '12 người', 'the number alone, without words'],
];

/** Numbers of text that are read, and what they are read as. */
export const NUMBER_CASES: readonly (readonly ['vi' | 'plain', string, string])[] = [
  ['vi', '1.234,5', '1234.5'],
  ['vi', '1.234', '1234'],
  ['vi', '1234,50', '1234.50'],
  ['vi', '-1.234.567,8', '-1234567.8'],
  ['vi', '0,06', '0.06'],
  ['plain', '1234.50', '1234.50'],
  ['plain', '-0.5', '-0.5'],
];
