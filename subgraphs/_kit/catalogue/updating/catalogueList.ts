import type { Fault } from '../../../../schema/errors/index.ts';
import type { Instant } from '../../../../schema/values/index.ts';
import type { FileReading } from '../../csv/FileReading.ts';
import type { Columns, TableRow } from '../../csv/readTable.ts';
import type { PutEntry } from '../catalogueMove.ts';
import type { ReadEntry } from '../readEntry.ts';
import type { CatalogueVersion } from '../replay.ts';
import type { Cells } from '../writeCells.ts';
import type { Usage } from './usage.ts';

/** A change of what an entry means, which is refused where somebody uses the entry. */
export interface MeaningChange {
  readonly column: string;
  readonly fault: Fault;
  /** Whether it is used; left out where that is always to be assumed. */
  readonly isUsed?: (usage: Usage) => boolean;
}

/** Where an entry is put: into which version, and when. */
export interface Where {
  readonly version: CatalogueVersion;
  readonly at: Instant;
}

/** How files of one kind come into an agency's catalogue. */
export interface CatalogueList {
  readonly columns: Columns;
  /** The entries that the rows say, in their order; what is wrong goes into the reading. */
  read(reading: FileReading, rows: readonly TableRow[], version: CatalogueVersion): readonly ReadEntry[];
  /** The rows of all that stands, in its order, each with the same columns: read again they change nothing. */
  rows(version: CatalogueVersion): readonly Cells[];
  /** What stands in the place of an entry; undefined where it is new. */
  standing(version: CatalogueVersion, entry: PutEntry): object | undefined;
  /** What the entry would mean otherwise if it were put in the place of its like. */
  meaningChanges(standing: object, entry: PutEntry, where: Where): readonly MeaningChange[];
}
