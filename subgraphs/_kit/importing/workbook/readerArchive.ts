import { crc32, deflateRawSync } from 'node:zlib';

import type { Part } from './archive.ts';

/** What tells which sheets there are and what stands in them. */
const READ =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/sheet\d+\.xml)$/;

/** An archive that parts are added to. */
export interface ReaderArchive {
  add(part: Part): void;
  /** The archive with what has been added. */
  bytes(): Buffer;
}

/**
 * What `exceljs` gets to see of a workbook: only the parts that {@link READ} names, as they have been looked through, and
 * no names of ranges, each cell of which it would make. Notes, charts and pictures could only break or slow down its reading.
 */
export function createReaderArchive(): ReaderArchive {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  return {
    add({ name, text }) {
      if (!READ.test(name)) return;
      const content = Buffer.from(withoutNamedRanges(text));
      const deflated = deflateRawSync(content, { level: 1 });
      const about = describeEntry(name, content, deflated.length);
      const place = Buffer.alloc(14);
      place.writeUInt32LE(offset, 10);
      local.push(Buffer.from('504b0304', 'hex'), about, Buffer.from(name), deflated);
      central.push(Buffer.from('504b01021400', 'hex'), about, place, Buffer.from(name));
      offset += 4 + about.length + name.length + deflated.length;
    },
    bytes() {
      const directory = Buffer.concat(central);
      const end = Buffer.alloc(22);
      end.write('504b0506', 'hex');
      end.writeUInt16LE(central.length / 4, 8);
      end.writeUInt16LE(central.length / 4, 10);
      end.writeUInt32LE(directory.length, 12);
      end.writeUInt32LE(offset, 16);
      return Buffer.concat([...local, directory, end]);
    },
  };
}

function withoutNamedRanges(text: string): string {
  const [start, end] = [text.indexOf('<definedNames'), text.lastIndexOf('</definedNames>')];
  return start < 0 || end < start ? text : text.slice(0, start) + text.slice(end + '</definedNames>'.length);
}

/** What stands alike before the content and in the directory: version, deflated, checksum, sizes, length of the name. */
function describeEntry(name: string, content: Buffer, deflatedLength: number): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(8, 4);
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(deflatedLength, 14);
  about.writeUInt32LE(content.length, 18);
  about.writeUInt16LE(name.length, 22);
  return about;
}
