import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

/** A part of an archive; sizes and content may be declared otherwise than they are. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** Already deflated content, for what is too large to hold inflated. */
  readonly deflated?: Buffer;
  readonly declaredSize?: number;
  readonly isEncrypted?: boolean;
}

/** An archive with these parts, byte by byte: also what no honest program writes. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content as string);
    const deflated = part.deflated ?? deflateRawSync(content);
    const name = Buffer.from(part.name);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(part.isEncrypted ? 0x801 : 0x800, 2);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(crc32(content), 10);
    fixed.writeUInt32LE(deflated.length, 14);
    fixed.writeUInt32LE(part.declaredSize ?? content.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    local.push(Buffer.from('504b0304', 'hex'), fixed, name, deflated);
    central.push(Buffer.from('504b01021400', 'hex'), fixed, end, name);
    offset += 4 + fixed.length + name.length + deflated.length;
  }
  const directory = Buffer.concat(central);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(parts.length, 8);
  last.writeUInt16LE(parts.length, 10);
  last.writeUInt32LE(directory.length, 12);
  last.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, last]);
}

/** So many megabytes of blanks, deflated without ever being held. */
export async function deflatedBlanks(megabytes: number): Promise<Buffer> {
  const deflate = createDeflateRaw();
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  const chunks: Buffer[] = [];
  deflate.on('data', (one: Buffer) => chunks.push(one));
  for (let count = 0; count < megabytes; count += 1) {
    if (!deflate.write(chunk)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await new Promise((resolve) => deflate.once('end', resolve));
  return Buffer.concat(chunks);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of the smallest workbook: one sheet with this XML within `worksheet`. */
export function workbookParts(sheet: string, prolog = ''): readonly ZipPart[] {
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: `${prolog}<worksheet xmlns="${MAIN}">${sheet}</worksheet>` },
  ];
}
