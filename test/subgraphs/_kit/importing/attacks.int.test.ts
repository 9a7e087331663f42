import { beforeAll, describe, expect, it } from 'vitest';

import { faultOf } from '../../../../schema/errors/index.ts';
import { decodeFile } from '../../../../subgraphs/_kit/importing/decodeFile.ts';
import { FILE_LIMITS } from '../../../../subgraphs/_kit/importing/limits.ts';
import { inflateParts } from '../../../../subgraphs/_kit/importing/workbook/archive.ts';
import { assertPart } from '../../../../subgraphs/_kit/importing/workbook/assertPart.ts';
import { deflatedBlanks, workbookParts, zipOf, type ZipPart } from '../../../support/zip.ts';

const SAVE = 'Open it in the spreadsheet program, and save it as an Excel workbook (.xlsx).';
const HEADER = ['indicator', 'value', 'unit', 'stage'];
const cell = (text: string, place: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, texts: readonly string[]) =>
  `<row r="${number}">${texts.map((text, index) => cell(text, `${'ABCD'.charAt(index)}${number}`)).join('')}</row>`;
const ROWS = `<sheetData>${row(1, HEADER)}${row(2, ['members-disciplined', '2', 'person', 'FINAL'])}</sheetData>`;
const LINE = { organisation: 'ha-tinh-khoi', period: '2024-Q1', document: 'bao-cao' };

const decode = (bytes: Buffer, name = 'a.xlsx') => decodeFile({ name, bytes }, LINE);
const messages = async (bytes: Buffer) => (await decode(bytes)).faults.map(({ fault }) => fault.message);
const withPart = (part: ZipPart) => zipOf([...workbookParts(ROWS), part]);

describe('given a workbook that is as small as can be', () => {
  it('when it is decoded, then its row is read', async () => {
    const { rows, faults } = await decode(zipOf(workbookParts(ROWS)));

    expect(faults).toEqual([]);
    expect(rows.map(({ row: number, cells }) => [number, cells.indicator, cells.value])).toEqual([
      [2, 'members-disciplined', '2'],
    ]);
  });
});

/** What the gate says of an archive, here and not in a thread of its own. */
const gateSays = (bytes: Buffer) =>
  inflateParts(bytes, assertPart).then(
    () => 'it is let through',
    (error: unknown) => faultOf(error)?.message,
  );

let gigabyte: Buffer;
beforeAll(async () => {
  gigabyte = await deflatedBlanks(1024);
});

describe('given a file that is made to do harm', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    [
      'a part that becomes a gigabyte',
      () =>
        withPart({
          name: 'xl/media/a.xml',
          content: '',
          deflated: gigabyte,
          declaredSize: 1024 ** 3,
        }),
      `The workbook is not read: a part of it is made to become very large. ${SAVE}`,
    ],
    [
      'parts that become too much together',
      () =>
        zipOf(
          Array.from({ length: 90 }, (_, index) => ({
            name: `xl/media/${index}.png`,
            content: Buffer.alloc(1024 ** 2),
          })),
        ),
      'The file has too much in it once it is inflated: at most 80 MB in 500 parts are read at once. Split it by organisation or period.',
    ],
    [
      'a part that says it is small and becomes a gigabyte',
      () => withPart({ name: 'xl/media/a.xml', content: '', deflated: gigabyte, declaredSize: 1000 }),
      `The workbook is not read: a part of it is broken, or not as large as it says. ${SAVE}`,
    ],
    [
      'a part that becomes a thousand times as large',
      async () =>
        withPart({
          name: 'xl/media/a.xml',
          content: '',
          deflated: await deflatedBlanks(50),
          declaredSize: 50 * 1024 ** 2,
        }),
      `The workbook is not read: a part of it is made to become very large. ${SAVE}`,
    ],
    [
      'entities that multiply',
      () =>
        zipOf(
          workbookParts(
            ROWS,
            '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]>',
          ),
        ),
      `The workbook is not read: its part "xl/worksheets/sheet1.xml" declares entities, which no spreadsheet program does. ${SAVE}`,
    ],
    [
      'a document type alone',
      () => zipOf(workbookParts(ROWS, '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">')),
      `The workbook is not read: its part "xl/worksheets/sheet1.xml" declares entities, which no spreadsheet program does. ${SAVE}`,
    ],
    [
      'a part in another encoding, where nobody looks for entities',
      () =>
        zipOf([
          ...workbookParts(ROWS).slice(0, 4),
          { name: 'xl/worksheets/sheet1.xml', content: Buffer.from('\ufeff<a/>', 'utf16le') },
        ]),
      `The workbook is not read: its part "xl/worksheets/sheet1.xml" is not in UTF-8. ${SAVE}`,
    ],
    [
      'a name that leads out of it',
      () => withPart({ name: '../../etc/passwd', content: 'x' }),
      `The workbook is not read: a part of it has a name that leads out of it. ${SAVE}`,
    ],
    [
      'an absolute name',
      () => withPart({ name: '/etc/passwd', content: 'x' }),
      `The workbook is not read: a part of it has a name that leads out of it. ${SAVE}`,
    ],
    [
      'a name with strokes of Windows',
      () => withPart({ name: 'xl\\..\\a', content: 'x' }),
      `The workbook is not read: a part of it has a name that leads out of it. ${SAVE}`,
    ],
    [
      'two parts of one name',
      () => withPart({ name: 'XL/workbook.xml', content: 'x' }),
      `The workbook is not read: two parts of it have one name. ${SAVE}`,
    ],
    [
      'merged cells over the whole sheet',
      () => zipOf(workbookParts(`${ROWS}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`)),
      'The workbook is not read: a sheet merges more than 100000 cells. Unmerge them, and fill every cell.',
    ],
    [
      'a dimension of more cells than there are',
      () => zipOf(workbookParts(`<dimension ref="A1:ZZZ9999999"/>${ROWS}`)),
      `The workbook is not read: a sheet declares cells that no sheet has. ${SAVE}`,
    ],
    [
      'a row far below the last',
      () => zipOf(workbookParts(`<sheetData><row r="4000000000"><c r="A1"><v>1</v></c></row></sheetData>`)),
      `The workbook is not read: a sheet has a row that no sheet has. ${SAVE}`,
    ],
    [
      'columns without end',
      () => zipOf(workbookParts(`<cols><col min="1" max="4000000000" hidden="1"/></cols>${ROWS}`)),
      `The workbook is not read: a sheet has a column that no sheet has. ${SAVE}`,
    ],
    [
      'macros',
      () => withPart({ name: 'xl/vbaProject.bin', content: 'x' }),
      'The workbook is not read: it holds macros or embedded programs. Save it as an Excel workbook (.xlsx), which has none.',
    ],
    [
      'links to other workbooks',
      () => withPart({ name: 'xl/externalLinks/externalLink1.xml', content: '<a/>' }),
      'The workbook is not read: it takes figures from other workbooks. Break its links (Data, Edit Links), so that the figures themselves stand in it.',
    ],
    [
      'a locked part',
      () => withPart({ name: 'xl/a.xml', content: 'x', isEncrypted: true }),
      'The workbook is not read: it is locked with a password. Take the password off.',
    ],
    [
      'something behind its end, for another reader',
      () => Buffer.concat([zipOf(workbookParts(ROWS)), zipOf([])]),
      `The workbook is not read: its end is missing, or something follows it. ${SAVE}`,
    ],
    [
      'more parts than a workbook has',
      () => zipOf(Array.from({ length: 501 }, (_, index) => ({ name: `a${index}`, content: '' }))),
      'The file has 501 parts: at most 80 MB in 500 parts are read at once. Split it by organisation or period.',
    ],
  ])('when it holds %s, then it is refused with what to do', async (_what, bytes, said) => {
    expect(await gateSays(await bytes())).toBe(said);
  });

  it('when the gate refuses it, then so does whoever decodes it', async () => {
    const bytes = zipOf(workbookParts(ROWS, '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>'));

    const { rows, faults } = await decode(bytes);

    expect(rows).toEqual([]);
    expect(faults.map(({ file, fault }) => [file, fault.code])).toEqual([['a.xlsx', 'WORKBOOK_REFUSED']]);
  });

  it('when a part becomes a gigabyte, then the memory of this process does not', async () => {
    const bytes = withPart({ name: 'xl/media/a.xml', content: '', deflated: gigabyte, declaredSize: 1000 });
    // The peak of the whole process, its threads among it, in kilobytes.
    const before = process.resourceUsage().maxRSS;

    await decode(bytes);

    expect(process.resourceUsage().maxRSS - before).toBeLessThan(400 * 1024);
  });

  it('when drop-downs and a dimension span the whole sheet, then it is read as if they were not there', async () => {
    const lists =
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>';

    const { rows, faults } = await decode(
      zipOf(workbookParts(`<dimension ref="A1:XFD1048576"/>${ROWS}${lists}`)),
    );

    expect(faults).toEqual([]);
    expect(rows).toHaveLength(1);
  });

  it('when one long text stands in very many cells, then it is refused before it is handed on', async () => {
    const shared = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${'a'.repeat(30_000)}</t></si></sst>`;
    const cells = Array.from(
      { length: 5000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>0</v></c></row>`,
    );
    const parts = workbookParts(`<sheetData>${cells.join('')}</sheetData>`).map((part) =>
      part.name === 'xl/_rels/workbook.xml.rels'
        ? {
            ...part,
            content: String(part.content).replace(
              '</Relationships>',
              '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            ),
          }
        : part,
    );

    const said = await messages(zipOf([...parts, { name: 'xl/sharedStrings.xml', content: shared }]));

    expect(said).toEqual([
      'The file has 83910000 characters in its cells: at most 83886080 characters are read at once. Split it by organisation or period.',
    ]);
  });

  it('when it is larger than any file that is read, then it is not looked at', async () => {
    expect(await messages(Buffer.alloc(FILE_LIMITS.bytes + 1))).toEqual([
      'The file has 67108865 bytes: at most 64 MB are read at once. Split it by organisation or period.',
    ]);
  });
});

describe('given a number that no spreadsheet can hold', () => {
  it('when it is read, then its cell is told', async () => {
    const head = row(1, HEADER);
    const held = row(2, ['members-disciplined', '2', 'person', 'FINAL']).replace(
      cell('2', 'B2'),
      '<c r="B2"><v>12345e678</v></c>',
    );

    expect(await messages(zipOf(workbookParts(`<sheetData>${head}${held}</sheetData>`)))).toEqual([
      'The cell holds "#NUM!", which is an error of the spreadsheet. Enter the figure, or leave the cell empty and say why there is none.',
    ]);
  });
});
