import { once } from 'node:events';
import type { Readable } from 'node:stream';

import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

import { catalogued, type CataloguedError } from '../../../../schema/errors/index.ts';
import { WORKBOOK_LIMITS } from '../limits.ts';

/** A part of a workbook that is text, inflated. */
export interface Part {
  readonly name: string;
  readonly text: string;
}

const MEGABYTE = 1024 * 1024;
const SAVE_ANEW = 'Open it in the spreadsheet program, and save it as an Excel workbook (.xlsx).';

/** A refusal in words for people. */
export function refusedWorkbook(reason: string, remedy = SAVE_ANEW): CataloguedError {
  return catalogued('WORKBOOK_REFUSED', { reason, remedy });
}

/**
 * Inflates the archive that a workbook is, within bounds, and hands on its parts of XML one after the other.
 * @throws WORKBOOK_REFUSED or FILE_TOO_LARGE where it is no such archive, or one that is made to do harm.
 */
export async function inflateParts(bytes: Buffer, look: (part: Part) => void): Promise<void> {
  assertArchive(bytes);
  const archive = await openArchive(bytes);
  if (archive.entryCount > WORKBOOK_LIMITS.entries) throw tooLarge(`${archive.entryCount} parts`);
  const names = new Set<string>();
  let inflated = 0;
  for await (const entry of entriesOf(archive)) {
    assertHarmless(entry, names);
    inflated += entry.uncompressedSize;
    if (inflated > WORKBOOK_LIMITS.inflatedBytes) throw tooLarge('too much in it once it is inflated');
    const content = await inflate(archive, entry);
    if (/\.(xml|rels|vml)$/i.test(entry.fileName))
      look({ name: entry.fileName, text: textOf(entry.fileName, content) });
  }
  if (names.has('xl/workbook.xml')) return;
  throw refusedWorkbook(
    names.has('content.xml') ? 'it is an OpenDocument spreadsheet (.ods)' : 'it is no Excel workbook',
  );
}

function tooLarge(what: string): CataloguedError {
  const limit = `${WORKBOOK_LIMITS.inflatedBytes / MEGABYTE} MB in ${WORKBOOK_LIMITS.entries} parts`;
  return catalogued('FILE_TOO_LARGE', { what, limit });
}

/** What the first and last bytes tell: other kinds of files, and archives that two readers could read in two ways. */
function assertArchive(bytes: Buffer): void {
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) {
    throw refusedWorkbook(
      'it is of the old kind (.xls), or locked with a password',
      'Take the password off, and save it as an Excel workbook (.xlsx).',
    );
  }
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004')
    throw refusedWorkbook('it is no Excel workbook');
  const end = Buffer.from('504b0506', 'hex');
  if (bytes.indexOf(end) !== bytes.length - 22)
    throw refusedWorkbook('its end is missing, or something follows it');
}

async function openArchive(bytes: Buffer): Promise<ZipFile> {
  try {
    return await new Promise((resolve, reject) => {
      // Sizes are held against what is declared, names against what leads out of the archive.
      fromBuffer(
        bytes,
        { lazyEntries: true, validateEntrySizes: true, strictFileNames: true },
        (error, archive) => (error ? reject(error) : resolve(archive)),
      );
    });
  } catch {
    throw refusedWorkbook('it is broken');
  }
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const next = new Promise<Entry | null>((resolve, reject) => {
      archive.once('entry', resolve);
      archive.once('end', () => resolve(null));
      archive.once('error', reject);
    });
    archive.readEntry();
    let entry: Entry | null;
    try {
      entry = await next;
    } catch (error) {
      const isName = error instanceof Error && /invalid|absolute|relative|filename/i.test(error.message);
      throw refusedWorkbook(isName ? 'a part of it has a name that leads out of it' : 'it is broken');
    }
    archive.removeAllListeners();
    if (entry === null) return;
    yield entry;
  }
}

function assertHarmless(entry: Entry, names: Set<string>): void {
  const { fileName: name, compressedSize, uncompressedSize } = entry;
  const key = name.toLowerCase();
  if (names.has(key)) throw refusedWorkbook('two parts of it have one name');
  names.add(key);
  if (entry.isEncrypted()) throw refusedWorkbook('it is locked with a password', 'Take the password off.');
  if (key === 'xl/workbook.bin') throw refusedWorkbook('it is a binary workbook (.xlsb)');
  if (/vbaproject|macrosheet|activex|\.bin$/i.test(name) && !/printersettings/i.test(name)) {
    throw refusedWorkbook(
      'it holds macros or embedded programs',
      'Save it as an Excel workbook (.xlsx), which has none.',
    );
  }
  if (/externallinks\//i.test(name)) {
    throw refusedWorkbook(
      'it takes figures from other workbooks',
      'Break its links (Data, Edit Links), so that the figures themselves stand in it.',
    );
  }
  if (uncompressedSize > MEGABYTE && uncompressedSize > compressedSize * WORKBOOK_LIMITS.ratio) {
    throw refusedWorkbook('a part of it is made to become very large');
  }
}

/** The content of an entry; what is longer than it declares is cut off there by yauzl, with an error. */
async function inflate(archive: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    const stream = await new Promise<Readable>((resolve, reject) => {
      archive.openReadStream(entry, (error, found) => (error ? reject(error) : resolve(found)));
    });
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(stream, 'end');
    return Buffer.concat(chunks);
  } catch {
    throw refusedWorkbook('a part of it is broken, or not as large as it says');
  }
}

function textOf(name: string, content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw refusedWorkbook(`its part "${name}" is not in UTF-8`);
  }
}
