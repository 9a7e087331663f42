import { describe, expect, it } from 'vitest';

import { faultOf } from '../../../../schema/errors/index.ts';
import { decodeFile } from '../../../../subgraphs/_kit/importing/decodeFile.ts';
import { inflateParts } from '../../../../subgraphs/_kit/importing/workbook/archive.ts';
import { assertPart } from '../../../../subgraphs/_kit/importing/workbook/assertPart.ts';
import { openWorkbook } from '../../../../subgraphs/_kit/importing/workbook/openWorkbook.ts';
import { workbookParts, zipOf, type ZipPart } from '../../../support/zip.ts';

const SAVE = 'Open it in the spreadsheet program, and save it as an Excel workbook (.xlsx).';
const MACROS =
  'The workbook is not read: it holds macros or embedded programs. Save it as an Excel workbook (.xlsx), which has none.';
const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const SHEET = `<sheetData><row r="1">${cell('A1', 'a')}</row></sheetData>`;
const PARTS = workbookParts(SHEET);

const withParts = (...parts: readonly ZipPart[]) => zipOf([...PARTS, ...parts]);
/** The parts with one of them written otherwise. */
const rewritten = (name: string, search: string, put: string) =>
  zipOf(
    PARTS.map((part) =>
      part.name === name ? { ...part, content: String(part.content).replace(search, put) } : part,
    ),
  );
const gateSays = (bytes: Buffer) =>
  inflateParts(bytes, assertPart).then(
    () => 'it is let through',
    (error: unknown) => faultOf(error)?.message,
  );
const saidOf = async (name: string, bytes: Buffer) =>
  (await decodeFile({ name, bytes })).faults.map(({ fault }) => fault.message);
const codeOf = (error: unknown) => faultOf(error)?.message;

describe('given a file that is another thing than a workbook, or holds another thing', () => {
  it.each<[string, Buffer, string]>([
    [
      'the old kind of workbook, as which a locked one is kept too',
      Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
      'The workbook is not read: it is of the old kind (.xls), or locked with a password. Take the password off, and save it as an Excel workbook (.xlsx).',
    ],
    [
      'no archive',
      Buffer.from('indicator,value'),
      `The workbook is not read: it is no Excel workbook. ${SAVE}`,
    ],
    [
      'an archive of something else',
      zipOf([{ name: 'word/document.xml', content: '<a/>' }]),
      `The workbook is not read: it is no Excel workbook. ${SAVE}`,
    ],
    [
      'an OpenDocument spreadsheet',
      zipOf([{ name: 'content.xml', content: '<a/>' }]),
      `The workbook is not read: it is an OpenDocument spreadsheet (.ods). ${SAVE}`,
    ],
    [
      'a binary workbook',
      zipOf([{ name: 'xl/workbook.bin', content: 'x' }]),
      `The workbook is not read: it is a binary workbook (.xlsb). ${SAVE}`,
    ],
    [
      'a name that Windows reads as a path',
      withParts({ name: 'xl\\a.png', content: 'x' }),
      `The workbook is not read: a part of it has a name that leads out of it. ${SAVE}`,
    ],
    ['macros of Excel 4', withParts({ name: 'xl/macrosheets/sheet1.xml', content: '<a/>' }), MACROS],
    ['controls that run programs', withParts({ name: 'xl/activeX/activeX1.xml', content: '<a/>' }), MACROS],
    ['an embedded program', withParts({ name: 'xl/embeddings/oleObject1.bin', content: 'x' }), MACROS],
    [
      'settings of a printer, which every Excel writes',
      withParts({ name: 'xl/printerSettings/printerSettings1.bin', content: 'x' }),
      'it is let through',
    ],
    [
      'bytes that are no UTF-8',
      withParts({ name: 'xl/a.xml', content: Buffer.from([0x3c, 0x61, 0xff, 0x3e]) }),
      `The workbook is not read: its part "xl/a.xml" is not in UTF-8. ${SAVE}`,
    ],
    [
      'a part that declares another encoding',
      withParts({ name: 'xl/a.xml', content: '<?xml version="1.0" encoding="UTF-7"?><a/>' }),
      `The workbook is not read: its part "xl/a.xml" is not in UTF-8. ${SAVE}`,
    ],
    [
      'a part with empty characters',
      withParts({ name: 'xl/a.xml', content: '<\0a/>' }),
      `The workbook is not read: its part "xl/a.xml" is not in UTF-8. ${SAVE}`,
    ],
    [
      'a range that ends before it begins',
      zipOf(workbookParts(`${SHEET}<mergeCells><mergeCell ref="B2:A1"/></mergeCells>`)),
      `The workbook is not read: a sheet merges cells that no sheet has. ${SAVE}`,
    ],
    [
      'tags that are never closed, each of which would be looked for to the end',
      zipOf(workbookParts(`${SHEET}${'<mergeCell '.repeat(80_000)}`)),
      'it is let through',
    ],
  ])('when it is %s, then it says so', async (_what, bytes, said) => {
    expect(await gateSays(bytes)).toBe(said);
  });
});

describe('given a workbook with more than its sheets', () => {
  it.each<[string, Buffer]>([
    [
      'a name for all cells of a sheet',
      rewritten(
        'xl/workbook.xml',
        '</sheets>',
        '</sheets><definedNames><definedName name="b">Sheet1!$A$1:$XFD$1048576</definedName></definedNames>',
      ),
    ],
    [
      'a second first sheet, where nobody looks for what it declares',
      withParts({
        name: 'b/xl/worksheets/sheet1.xml.txt',
        content: '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>',
      }),
    ],
    [
      'notes and a chart, as other programs than Excel name them',
      zipOf([
        ...workbookParts(
          `${SHEET}<drawing xmlns:r="r" r:id="rId2"/><legacyDrawing xmlns:r="r" r:id="rId3"/>`,
        ),
        { name: 'xl/comments/comment1.xml', content: '<comments/>' },
        {
          name: 'xl/worksheets/_rels/sheet1.xml.rels',
          content:
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="/xl/comments/comment1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="/xl/drawings/drawing1.xml"/></Relationships>',
        },
      ]),
    ],
    [
      'a link',
      zipOf(workbookParts(`${SHEET}<hyperlinks><hyperlink xmlns:r="r" ref="A1" r:id="rId7"/></hyperlinks>`)),
    ],
  ])('when it has %s, then its sheet alone is read', async (_what, bytes) => {
    const sheets = await openWorkbook(bytes);

    expect(sheets.map(({ sheet, rows }) => [sheet, rows.map(({ cells }) => cells)])).toEqual([
      ['Sheet1', [['a']]],
    ]);
  });

  it.each(['1e999', '-1e999', '1.7976931348623157e308', 'x'])(
    'when a number in it is %s, then it is an error of the spreadsheet',
    async (number) => {
      const [sheet] = await openWorkbook(
        zipOf(workbookParts(`<sheetData><row r="1"><c r="A1"><v>${number}</v></c></row></sheetData>`)),
      );

      expect(sheet?.rows[0]?.cells).toEqual([{ kind: 'error', text: '#NUM!' }]);
    },
  );
});

describe('given the bounds of what reads a workbook', () => {
  it('when it takes longer, then it is refused', async () => {
    const reading = openWorkbook(zipOf(PARTS), { heapMegabytes: 1024, timeMs: 1 });

    expect(await reading.catch(codeOf)).toBe(
      'The file has more in it than can be read in time: at most workbooks of up to 0.001 s are read at once. Split it by organisation or period.',
    );
  });

  it('when it takes more memory, then it is refused, and the next one is read', async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, row) => `<row r="${row + 1}">${cell(`XFD${row + 1}`, 'a')}</row>`,
    );
    const wide = zipOf(workbookParts(`<sheetData>${rows.join('')}</sheetData>`));

    expect(await openWorkbook(wide, { heapMegabytes: 64, timeMs: 60_000 }).catch(codeOf)).toBe(
      'The file has more in it than fits into memory: at most workbooks that take 64 MB are read at once. Split it by organisation or period.',
    );
    expect(await openWorkbook(zipOf(PARTS))).toHaveLength(1);
  });

  it('when it has more sheets, then it is refused', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => index + 2);
    const more = numbers.map((number) => ({
      name: `xl/worksheets/sheet${number}.xml`,
      content: `<worksheet>${SHEET}</worksheet>`,
    }));
    const put = (name: string, mark: string, text: (number: number) => string) => (part: ZipPart) =>
      part.name === name
        ? { ...part, content: String(part.content).replace(mark, numbers.map(text).join('') + mark) }
        : part;
    const parts = PARTS.map(
      put('xl/workbook.xml', '</sheets>', (n) => `<sheet name="s${n}" sheetId="${n}" r:id="rId${n}"/>`),
    ).map(
      put(
        'xl/_rels/workbook.xml.rels',
        '</Relationships>',
        (n) => `<Relationship Id="rId${n}" Type="worksheet" Target="worksheets/sheet${n}.xml"/>`,
      ),
    );

    expect(await saidOf('a.xlsx', zipOf([...parts, ...more]))).toEqual([
      'The workbook is not read: it has 51 sheets: at most 50 are read. Delete those without figures.',
    ]);
  });

  it('when it has more rows, then it is refused', async () => {
    const rows = Array.from(
      { length: 150_001 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`,
    );

    expect(await saidOf('a.xlsx', zipOf(workbookParts(`<sheetData>${rows.join('')}</sheetData>`)))).toEqual([
      'The file has 150001 rows: at most 150000 rows are read at once. Split it by organisation or period.',
    ]);
  });
});

describe('given a text file that is small and takes long to read', () => {
  it.each<[string, string, () => string, string]>([
    [
      'of more rows than are read',
      'a.csv',
      () => 'a,b\n'.repeat(150_001),
      'The file has 150001 rows: at most 150000 rows are read at once. Split it by organisation or period.',
    ],
    [
      'of more entries than are read',
      'a.json',
      () => `[${'{},'.repeat(150_000)}{}]`,
      'The file has 150001 entries: at most 150000 entries are read at once. Split it by organisation or period.',
    ],
    [
      'of brackets within brackets',
      'a.json',
      () => '['.repeat(200_000) + ']'.repeat(200_000),
      'The file is not readable as JSON: entry 1 of it is no object. Give a list of objects, one for each number, whose members are named as the columns of the figures CSV.',
    ],
  ])('when it is one %s, then it is refused', async (_what, name, text, said) => {
    expect(await saidOf(name, Buffer.from(text()))).toEqual([said]);
  });
});
