import { describe, expect, it } from 'vitest';

import { formatFileFault } from '../../../../schema/errors/index.ts';
import { readFigureTables } from '../../../../subgraphs/_kit/figures/readFigures.ts';
import { decodeFile, type ImportTarget } from '../../../../subgraphs/_kit/importing/decodeFile.ts';
import { givenCatalogue, givenFigures } from '../../../support/given.ts';

const LINE = { organisation: 'ha-tinh-khoi', period: '2024-Q1', document: 'bao-cao' };

/** All that is said of a file, as people read it. */
async function said(name: string, content: string | Uint8Array, target: Partial<ImportTarget> = LINE) {
  const table = await decodeFile({ name, bytes: Buffer.from(content as string) }, target);
  const { faults } = readFigureTables([table], givenCatalogue(), 'invented');
  return faults.map(formatFileFault);
}

const csv = (...rows: readonly string[]) => ['indicator,value,unit,stage,note', ...rows].join('\n');
const GOOD = 'members-disciplined,2,person,FINAL,';

describe('given a file that cannot be read as a whole', () => {
  it.each<[string, string, string | Uint8Array, string]>([
    [
      'a document',
      'báo cáo.docx',
      'x',
      'báo cáo.docx: File "báo cáo.docx" is of no kind that is read. Save it as an Excel workbook (.xlsx), or as "CSV UTF-8" (.csv). [FILE_KIND_UNKNOWN]',
    ],
    [
      'a CSV in an old encoding',
      'a.csv',
      Buffer.concat([Buffer.from('indicator,note\na,'), Buffer.from([0xea, 0x20])]),
      'a.csv: The file is not valid UTF-8 at byte 17. Save it as "CSV UTF-8". [FILE_NOT_UTF8]',
    ],
    [
      'a text of Excel in UTF-16',
      'a.csv',
      Buffer.from('\ufeffindicator\tnote', 'utf16le'),
      'a.csv: The file is not valid UTF-8 at byte 0. Save it as "CSV UTF-8". [FILE_NOT_UTF8]',
    ],
    [
      'a CSV with tabs',
      'a.csv',
      'indicator\tvalue\na\t1\n',
      'a.csv: The file is not readable as CSV: its columns are separated by tabs. Separate all cells by commas or all by semicolons, and quote texts that hold them or line breaks. [FILE_NOT_CSV]',
    ],
    ['no bytes', 'a.csv', '', 'a.csv: The file has no header row. Nothing can be read from it. [FILE_EMPTY]'],
    [
      'a header only',
      'a.csv',
      csv(),
      'a.csv: The file has no rows below the header. Nothing can be read from it. [FILE_EMPTY]',
    ],
    [
      'JSON that breaks off',
      'a.json',
      '[{"indicator": "a"',
      "a.json: The file is not readable as JSON: Expected ',' or '}' after property value in JSON at position 18. Give a list of objects, one for each number, whose members are named as the columns of the figures CSV. [FILE_NOT_JSON]",
    ],
    [
      'JSON that is no list',
      'a.json',
      '{"indicator": "a"}',
      'a.json: The file is not readable as JSON: it is no list. Give a list of objects, one for each number, whose members are named as the columns of the figures CSV. [FILE_NOT_JSON]',
    ],
    [
      'JSON of an empty list',
      'a.json',
      '[]',
      'a.json: The file has no entries. Nothing can be read from it. [FILE_EMPTY]',
    ],
    [
      'JSON without a member that figures need',
      'a.json',
      '[{"indicator": "a", "unit": "b", "stage": "FINAL"}]',
      'a.json: Column "value" is missing. Add it to the entries, even if it is empty. [COLUMN_MISSING]',
    ],
    [
      'a CSV of something else',
      'a.csv',
      'indicator,value,unit,stage,a1,a2,a3,a4,a5,a6,a7,a8,a9,a10,a11,a12\n',
      'a.csv, row 1: The file has 12 columns that are not known: "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10" and 2 more. Hand in a filled-in template, or a file with the columns of the figures CSV. [COLUMNS_UNKNOWN]',
    ],
    [
      'JSON with a number that may have lost digits',
      'a.json',
      '[{"indicator": "members-disciplined", "value": 1853.40}]',
      'a.json: The file is not readable as JSON: member "value" of entry 1 is 1853.4, a number: write it as a text, "1853.40". Give a list of objects, one for each number, whose members are named as the columns of the figures CSV. [FILE_NOT_JSON]',
    ],
    [
      'JSON with a list in it',
      'a.json',
      '[{"indicator": ["a"]}]',
      'a.json: The file is not readable as JSON: member "indicator" of entry 1 is no text. Give a list of objects, one for each number, whose members are named as the columns of the figures CSV. [FILE_NOT_JSON]',
    ],
  ])('when it is %s, then one sentence says what to do', async (_what, name, content, expected) => {
    expect(await said(name, content)).toEqual([expected]);
  });
});

describe('given a CSV with faults in its rows', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a column twice',
      'indicator,value,unit,stage,value\na,1,b,FINAL,2\n',
      ['a.csv, row 1: Column "value" stands twice in the header row. Keep one of them. [COLUMN_REPEATED]'],
    ],
    [
      'a column that is nearly one',
      'indicator,value,unit,stage,notes\na,1,b,FINAL,\n',
      [
        'a.csv, row 1: Column "notes" is not known. Did you mean "note"? Remove or rename it. [COLUMN_UNKNOWN]',
      ],
    ],
    [
      'a heading that is nearly one',
      'indicator,gia tri,value,unit,stage\na,,1,b,FINAL\n',
      [
        'a.csv, row 1: Column "gia tri" is not known. Did you mean "Giá trị"? Remove or rename it. [COLUMN_UNKNOWN]',
      ],
    ],
    [
      'no column of values',
      'indicator,unit,stage\na,b,FINAL\n',
      [
        'a.csv, row 1: Column "value" is missing. Add it to the header row, even if its cells are empty. [COLUMN_MISSING]',
      ],
    ],
    [
      'a comma too many',
      csv(`${GOOD},`),
      [
        'a.csv, row 2: The file is not readable as CSV: the row has 6 cells, the header 5. Separate all cells by commas or all by semicolons, and quote texts that hold them or line breaks. [FILE_NOT_CSV]',
      ],
    ],
    [
      'a number that could be two',
      csv('members-disciplined,"1,234",person,FINAL,'),
      [
        'a.csv, row 2, column "value": Number "1,234" is not valid: expected a plain number such as 1234.5: a comma or a second point could separate thousands or decimals. [DECIMAL_INVALID]',
      ],
    ],
    [
      'the same figure twice',
      csv(GOOD, GOOD),
      [
        'a.csv, row 3: The same figure stands in row 2 of "a.csv" already, with the same source. Remove one of the two rows. [OBSERVATION_REPEATED]',
      ],
    ],
    [
      'faults in several rows',
      csv('members-disciplined,x,person,FINAL,', GOOD, 'members-disciplin,2,person,FINALE,'),
      [
        'a.csv, row 2, column "value": Number "x" is not valid: expected a number; or an empty cell, and the reason in the column for missing figures. [DECIMAL_INVALID]',
        'a.csv, row 4, column "indicator": Indicator "members-disciplin" is not known. Did you mean "members-disciplined"? Use a code of the agency\'s catalogue. [CODE_UNKNOWN]',
        'a.csv, row 4, column "stage": Value "FINALE" is not valid: expected PLANNED, ESTIMATED, PRELIMINARY, FINAL. Did you mean "FINAL"? [CELL_INVALID]',
      ],
    ],
  ])('when it has %s, then each is told with its place', async (_what, content, expected) => {
    expect(await said('a.csv', content)).toEqual(expected);
  });

  it('when it is imported for another organisation and period, then its cells are told', async () => {
    const target = { organisation: 'ha-tinh', period: '2024-Q2', document: null };

    expect(await said('a.csv', givenFigures({}), target)).toEqual([
      'a.csv, row 2, column "organisation": The row is about organisation "ha-tinh-khoi", and is imported for "ha-tinh". Leave the cell empty, or import the file without naming the organisation. [LINE_OF_OTHER]',
      'a.csv, row 2, column "period": The row is about period "2024-Q1", and is imported for "2024-Q2". Leave the cell empty, or import the file without naming the period. [LINE_OF_OTHER]',
    ]);
  });
});

describe('given a CSV with semicolons, as a spreadsheet with Vietnamese settings saves it', () => {
  const HEADER = 'Mã chỉ tiêu;Giá trị;Mã đơn vị tính;Lũy thừa 10;Tình trạng;Ghi chú';
  const read = async (...rows: readonly string[]) => {
    const bytes = Buffer.from(`\ufeff${[HEADER, ...rows].join('\r\n')}\r\n`);
    return decodeFile({ name: 'a.csv', bytes }, LINE);
  };

  it.each([
    ['1853,40', '1853.40'],
    ['1.853,4', '1853.4'],
    ['1853', '1853'],
    ['-1.234.567', '-1234567'],
  ])('when it holds %s, then that is %s, and its texts keep their commas', async (written, value) => {
    const { rows, faults } = await read(`budget-revenue;${written};VND;9;ước;"thu, chi; cả năm"`);

    expect(faults).toEqual([]);
    expect(rows[0]?.cells).toMatchObject({ value, stage: 'ESTIMATED', note: 'thu, chi; cả năm' });
  });

  it.each([
    [
      '1.234',
      'a number that reads in one way only: this is 1234 or 1.234. A template, or a workbook, tells which',
    ],
    [
      '-1,234',
      'a number that reads in one way only: this is -1234 or -1.234. A template, or a workbook, tells which',
    ],
    [
      '1853.4',
      'a Vietnamese number, as a file with ";" between its cells writes it: a point separates thousands (1.234), a comma the decimals (1,5)',
    ],
  ])('when it holds %s and declares nothing, then that is refused', async (written, expected) => {
    const { faults } = await read(`budget-revenue;${written};VND;9;FINAL;`);

    expect(faults.map(formatFileFault)).toEqual([
      `a.csv, row 2, column "Giá trị": Number "${written}" is not valid: expected ${expected}. [DECIMAL_INVALID]`,
    ]);
  });

  it('when a row has commas instead, then the row is told', async () => {
    const { faults } = await read(
      'members-disciplined;2;person;0;FINAL;',
      'members-disciplined,2,person,0,FINAL,',
    );

    expect(faults.map(formatFileFault)).toEqual([
      'a.csv, row 3: The file is not readable as CSV: the row has 1 cells, the header 6. Separate all cells by commas or all by semicolons, and quote texts that hold them or line breaks. [FILE_NOT_CSV]',
    ]);
  });

  it('when none of its headings is known, then each is told', async () => {
    expect(await said('a.csv', 'Tên;Số\nGà;1\n')).toContain(
      'a.csv, row 1: Column "Tên" is not known. Remove or rename it. [COLUMN_UNKNOWN]',
    );
  });
});

describe('given a remark that begins as a formula does', () => {
  it.each([
    ["'=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
    ["'-5 so với kỳ trước", '-5 so với kỳ trước'],
    ["''=a", "'=a"],
    ["'tis", "'tis"],
    ['=a', '=a'],
  ])('when a CSV holds %j, then it is the text %j', async (cell, text) => {
    const content = csv(`members-disciplined,2,person,FINAL,"${cell}"`);

    const { rows, faults } = await decodeFile({ name: 'a.csv', bytes: Buffer.from(content) }, LINE);

    expect(faults).toEqual([]);
    expect(rows.map(({ cells }) => cells.note)).toEqual([text]);
  });
});

describe('given a text file that is made to do harm', () => {
  it.each<[string, string, () => string, string]>([
    [
      'line breaks',
      'a.csv',
      () => '\n'.repeat(300_001),
      'a.csv: The file has 300002 lines: at most 150000 rows are read at once. Split it by organisation or period. [FILE_TOO_LARGE]',
    ],
    [
      'line breaks of another kind',
      'a.csv',
      () => '\r'.repeat(300_001),
      'a.csv: The file has 300002 lines: at most 150000 rows are read at once. Split it by organisation or period. [FILE_TOO_LARGE]',
    ],
    [
      'cells in one row',
      'a.csv',
      () => ','.repeat(61),
      'a.csv: The file has 61 times "," in 1 lines: at most 60 columns are read at once. Delete the columns that have no heading of ours. [FILE_TOO_LARGE]',
    ],
    [
      'names in JSON',
      'a.json',
      () => JSON.stringify(Array.from({ length: 61 }, (_, index) => ({ [`k${index}`]: '' }))),
      'a.json: The file has 61 names of members: at most 60 columns are read at once. Delete the columns that have no heading of ours. [FILE_TOO_LARGE]',
    ],
    [
      'lists in JSON',
      'a.json',
      () => '['.repeat(300_001),
      'a.json: The file has 300001 entries: at most 150000 entries are read at once. Split it by organisation or period. [FILE_TOO_LARGE]',
    ],
    [
      'characters in a cell',
      'a.csv',
      () => csv(`${GOOD}${'x'.repeat(32_768)}`),
      'a.csv, row 2, column "note": The file has a cell of 32768 characters: at most 32767 characters in a cell are read at once. Shorten its text. [FILE_TOO_LARGE]',
    ],
  ])(
    'when it has too many %s, then it is refused before it is taken apart',
    async (_what, name, text, message) => {
      expect(await said(name, text())).toEqual([message]);
    },
  );
});
