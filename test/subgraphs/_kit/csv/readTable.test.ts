import { describe, expect, it } from 'vitest';

import { readTable } from '../../../../subgraphs/_kit/csv/readTable.ts';

const COLUMNS = { required: ['code', 'label'], optional: ['note'] };
const read = (content: string | readonly number[]) =>
  readTable('t.csv', Buffer.from(content as string), COLUMNS);

/** Place and code of each fault, as one line. */
const faultLines = ({ faults }: ReturnType<typeof readTable>) =>
  faults.map(({ row, fault }) => `${row === undefined ? 'file' : `row ${row}`}: ${fault.code}`);

describe('given a good table', () => {
  it('when it is read, then each row has its number and its cells, blanks around them cut', () => {
    const table = read('code,label,note\na,Một,\nb, Hai ,x\n');

    expect(table).toEqual({
      faults: [],
      rows: [
        { row: 2, cells: { code: 'a', label: 'Một', note: '' } },
        { row: 3, cells: { code: 'b', label: 'Hai', note: 'x' } },
      ],
    });
  });

  it.each([
    ['columns in another order', 'label,note,code\nMột,n,a\n', 'n'],
    ['an optional column left out', 'code,label\na,Một\n', ''],
    ['a byte order mark', '\ufeffcode,label,note\na,Một,n\n', 'n'],
    ['semicolons', 'code;label;note\na;Một;n,m\n', 'n,m'],
    ['semicolons behind commas', 'code,label,note\na,Một,n;m\n', 'n;m'],
    ['quotes around all cells', '"code";"label";"note"\n"a";"Một";"n;m"\n', 'n;m'],
    ['line ends of Windows', 'code,label,note\r\na,Một,n\r\n', 'n'],
    ['no line end at the end', 'code,label,note\na,Một,n', 'n'],
    ['quotes, commas and line breaks in a cell', 'code,label,note\na,Một,"x, ""y""\nz"\n', 'x, "y"\nz'],
  ])('when it has %s, then it is read the same', (_what, text, note) => {
    const table = read(text);

    expect(table).toEqual({ faults: [], rows: [{ row: 2, cells: { code: 'a', label: 'Một', note } }] });
  });

  it('when rows are empty, then they are left out but counted', () => {
    const table = read('code,label,note\n\na,Một,\n,,\n  ,,\nb,Hai,\n');

    expect(table.rows.map(({ row, cells }) => [row, cells.code])).toEqual([
      [3, 'a'],
      [6, 'b'],
    ]);
  });
});

describe('given a table that cannot be read', () => {
  it.each([
    ['no bytes', '', ['file: FILE_EMPTY']],
    ['an empty header', '\na,b\n', ['file: FILE_EMPTY']],
    ['a header of blanks', ' , \na,b\n', ['file: FILE_EMPTY']],
    ['a header only', 'code,label\n', ['file: FILE_EMPTY']],
    ['a header and empty rows', 'code,label\n,\n\n', ['file: FILE_EMPTY']],
    ['a quote that is not closed', 'code,label\na,"Một\n', ['file: FILE_NOT_CSV']],
    ['a quote within a cell', 'code,label\na,Mộ"t\n', ['file: FILE_NOT_CSV']],
    ['a column missing', 'code\na\n', ['row 1: COLUMN_MISSING']],
    ['a column unknown', 'code,label,lable\na,b,c\n', ['row 1: COLUMN_UNKNOWN']],
    ['a column twice', 'code,label,code\na,b,c\n', ['row 1: COLUMN_REPEATED']],
    [
      'three faults in its header',
      'code,code,lable\na,b,c\n',
      ['row 1: COLUMN_UNKNOWN', 'row 1: COLUMN_REPEATED', 'row 1: COLUMN_MISSING'],
    ],
  ])('when it has %s, then it is refused whole', (_what, text, expected) => {
    const table = read(text);

    expect([faultLines(table), table.rows]).toEqual([expected, []]);
  });

  it('when a column is unknown, then the near one is suggested', () => {
    const table = read('code,label,lable\na,b,c\n');

    expect(table.faults[0]?.fault.message).toBe(
      'Column "lable" is not known. Did you mean "label"? Remove or rename it.',
    );
  });

  const HEADER = [...Buffer.from('code,label\na,')];

  it.each([
    ['Windows-1252', [0xe9, 0x2c, 0x41], 13],
    ['a byte that is never UTF-8', [0x41, 0xff], 14],
    ['a character cut off at the end', [0x41, 0xe1, 0xbb], 14],
    ['a surrogate', [0xed, 0xa0, 0x80], 13],
    ['a character cut off before the next', [0xe1, 0xbb, 0x41, 0xe1, 0xbb, 0x87], 13],
  ])('when it holds %s, then the place of the first broken byte is told', (_what, bytes, expected) => {
    const table = read([...HEADER, ...bytes]);

    expect(table).toMatchObject({ rows: [], faults: [{ fault: { details: { byte: expected } } }] });
    expect(faultLines(table)).toEqual(['file: FILE_NOT_UTF8']);
  });

  it('when it is UTF-16, as spreadsheets save "Unicode text", then byte 0 is broken', () => {
    const table = read([0xff, 0xfe, ...Buffer.from('code,label\n', 'utf16le')]);

    expect(table.faults[0]?.fault.details).toEqual({ byte: 0 });
  });
});

describe('given rows with too few or too many cells', () => {
  it('when they are read, then each is refused with its number, and the good ones are kept', () => {
    const table = read('code,label,note\na,Một\nb,Hai,\nc,Ba,x,y\n');

    expect(table.rows.map(({ row }) => row)).toEqual([3]);
    expect(table.faults).toMatchObject([
      { row: 2, fault: { code: 'FILE_NOT_CSV', details: { reason: 'the row has 2 cells, the header 3' } } },
      { row: 4, fault: { code: 'FILE_NOT_CSV', details: { reason: 'the row has 4 cells, the header 3' } } },
    ]);
  });
});
