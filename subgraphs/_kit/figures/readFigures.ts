import { fault, RefusedFile, type FileFault } from '../../../schema/errors/index.ts';
import {
  AGENCY_CODES,
  groupBy,
  lineKey,
  RELEASE_SIZE_LIMIT,
  type Observation,
  type Period,
} from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readTable } from '../csv/readTable.ts';
import { assemble } from './assemble.ts';
import { FIGURES_TABLE } from './columns.ts';
import { readRow, type FigureRow } from './readRow.ts';
import { createRowReader, type RowReader } from './rowReader.ts';

/** A figures CSV as it came. */
export interface FiguresFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The figures of one release, read but not yet published. */
export interface ReleaseDraft {
  readonly organisation: string;
  readonly period: Period;
  readonly observations: readonly Observation[];
  /** Where they stand, in the order of files and rows. */
  readonly rows: readonly FileRow[];
}

/** A row of a file, counted from 1 with the header. */
export interface FileRow {
  readonly file: string;
  readonly row: number;
}

/**
 * Reads figures files against the agency's catalogue into one draft per organisation and period, in file order;
 * a fact that two files print is one observation with two sources. Rows whose `agency` names another agency are left
 * to that one, so that a file of all agencies' figures can be given to each of them.
 * @throws RefusedFile with every fault of every file, in the order of files and rows; then nothing may be stored.
 */
export function readFigures(
  files: readonly FiguresFile[],
  catalogue: Catalogue,
  agency: string,
): ReleaseDraft[] {
  const faults: FileFault[] = [];
  const rows = files.flatMap(({ name, bytes }) => {
    const table = readTable(name, bytes, FIGURES_TABLE);
    faults.push(...table.faults);
    return table.rows
      .map((row) => createRowReader(name, row, faults))
      .filter((reader) => isForAgency(reader, agency))
      .map((reader) => readRow(reader, catalogue))
      .filter((row): row is FigureRow => row !== null);
  });
  const lines = groupBy(rows, ({ identity, period }) =>
    lineKey({ organisation: identity.organisation, period }),
  );
  const drafts = [...lines.values()].map((group) => {
    const { observations, faults: found } = assemble(group);
    faults.push(...found);
    if (observations.length > RELEASE_SIZE_LIMIT) {
      const details = { size: observations.length, limit: RELEASE_SIZE_LIMIT };
      faults.push({ file: group[0].file, fault: fault('RELEASE_TOO_LARGE', details) });
    }
    const { identity, period } = group[0];
    const places = group.map(({ file, row }) => ({ file, row }));
    return { organisation: identity.organisation, period, observations, rows: places };
  });
  if (faults.length > 0) throw new RefusedFile(inFileOrder(faults, files));
  return drafts;
}

function isForAgency(reader: RowReader, agency: string): boolean {
  const named = reader.text('agency');
  if (named === '' || named === agency) return true;
  const known = AGENCY_CODES.some((code) => code === named);
  if (!known)
    reader.refuse('agency', fault('CODE_UNKNOWN', { what: 'Agency', value: named, known: AGENCY_CODES }));
  return !known;
}

function inFileOrder(faults: readonly FileFault[], files: readonly FiguresFile[]): FileFault[] {
  const position = new Map(files.map(({ name }, index) => [name, index]));
  return [...faults].sort(
    (a, b) => (position.get(a.file) ?? 0) - (position.get(b.file) ?? 0) || (a.row ?? 0) - (b.row ?? 0),
  );
}
