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
import { findRetired } from '../catalogue/findRetired.ts';
import { assemble } from './assemble.ts';
import { readFiguresFile, type FiguresFile, type FigureTable } from './figureTable.ts';
import { readRow, type FigureRow } from './readRow.ts';
import { createRowReader, type RowReader } from './rowReader.ts';

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

/** What {@link readFigureTables} has read; with any fault nothing of it may be stored. */
export interface ReadFigures {
  /** One draft per organisation and period, in the order of their first rows. */
  readonly drafts: readonly ReleaseDraft[];
  /** In the order of files and rows. */
  readonly faults: readonly FileFault[];
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
  const { drafts, faults } = readFigureTables(files.map(readFiguresFile), catalogue, agency);
  if (faults.length > 0) throw new RefusedFile(faults);
  return [...drafts];
}

/**
 * The same of rows from wherever they come, with what is wrong with them told instead of thrown. Rows that are new
 * may use no code that is retired; what was published long ago is read as it was.
 */
export function readFigureTables(
  tables: readonly FigureTable[],
  catalogue: Catalogue,
  agency: string,
  isNew: (row: FigureRow) => boolean = () => false,
): ReadFigures {
  const faults: FileFault[] = tables.flatMap((table) => table.faults);
  const rows = tables.flatMap((table) =>
    table.rows
      .map((row) => createRowReader(table.file, row, faults))
      .filter((reader) => isForAgency(reader, agency))
      .map((reader) => {
        const row = readRow(reader, catalogue);
        const retired = row && isNew(row) ? findRetired(row.identity, catalogue) : [];
        for (const use of retired) reader.refuse(use.column, use.fault);
        return row;
      })
      .filter((row): row is FigureRow => row !== null),
  );
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
  return { drafts, faults: faults.length === 0 ? [] : inFileOrder(faults, tables) };
}

function isForAgency(reader: RowReader, agency: string): boolean {
  const named = reader.text('agency');
  if (named === '' || named === agency) return true;
  const known = AGENCY_CODES.some((code) => code === named);
  if (!known)
    reader.refuse('agency', fault('CODE_UNKNOWN', { what: 'Agency', value: named, known: AGENCY_CODES }));
  return !known;
}

/** By file, and there by row; of one row in the order in which they were found. Sheets stay in theirs. */
function inFileOrder(faults: readonly FileFault[], tables: readonly FigureTable[]): FileFault[] {
  const files = new Map(tables.map(({ file }, index) => [file, index]));
  const named = [...tables.flatMap(({ rows }) => rows), ...faults].map(({ sheet }) => sheet);
  const sheets = new Map([...new Set(named)].map((sheet, index) => [sheet, index]));
  return [...faults].sort(
    (a, b) =>
      (files.get(a.file) ?? 0) - (files.get(b.file) ?? 0) ||
      (sheets.get(a.sheet) ?? 0) - (sheets.get(b.sheet) ?? 0) ||
      (a.row ?? 0) - (b.row ?? 0),
  );
}
