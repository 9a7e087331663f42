import type { Collection } from 'mongodb';

import type { Instant, Release, ReleaseHeader } from '../../../schema/values/index.ts';
import { LIMITED } from './mongoDatabases.ts';
import {
  conditionOf,
  headerRecordOf,
  LINE_ENTRY,
  LINES_INDEX,
  recordOfDocument,
  RELEASE_ENTRY,
  RELEASES_INDEX,
  visibleAt,
  type MoveDocument,
  type ReleaseEntry,
} from './mongoMoveDocument.ts';
import { compareLines, compareReleases, moveHeaderOf, releaseHeaderOf, releaseOf } from './moveRecord.ts';
import type { MoveHeader } from './moveStore.ts';
import type { LineAt, LineFilter } from './moveStore.ts';
import { everStood } from './standing.ts';

// Lists over many lines: short entries are read from an index, the newest of each line is chosen here, and only then
// are documents read. In the database it would take `$first` or `$top`, which not every server has.

type Moves = Collection<MoveDocument>;

/** What is published of a line: see the port. */
export async function readNewestOfLine(moves: Moves, line: LineAt): Promise<Release | null> {
  const { agency, organisation, period, asOf } = line;
  const newest = await moves.findOne(
    { organisation, period, ...visibleAt(asOf) },
    { ...LIMITED, sort: { number: -1, _id: -1 } },
  );
  return newest?.kind === 'PUBLISH' ? releaseOf({ ...recordOfDocument(newest), agency }) : null;
}

/** What is published of all lines: see the port. */
export async function readNewestOfAll(moves: Moves, filter: LineFilter, asOf: Instant): Promise<Release[]> {
  const newest = newestByLine(
    await readReleaseEntries(moves, filter, asOf),
    (a, b) => (a.number ?? 0) - (b.number ?? 0) || a._id - b._id,
  );
  const ids = newest.filter(({ kind }) => kind === 'PUBLISH').map(({ _id }) => _id);
  const found = await moves.find({ _id: { $in: ids } }, LIMITED).toArray();
  return found.map(recordOfDocument).map(releaseOf).sort(compareLines);
}

/** Headers of all releases that have stood: see the port. */
export async function readHeaders(moves: Moves, filter: LineFilter, asOf: Instant): Promise<ReleaseHeader[]> {
  const { agency } = filter;
  return everStood(await readReleaseEntries(moves, filter, asOf))
    .map((entry) => releaseHeaderOf({ agency, ...entry }))
    .sort(compareReleases);
}

/** The last move of every line: see the port. */
export async function readLastMoves(moves: Moves, filter: LineFilter, asOf: Instant): Promise<MoveHeader[]> {
  const entries = await moves
    .find({ ...conditionOf(filter), at: { $lte: asOf } }, { ...LIMITED, hint: LINES_INDEX })
    .project<Pick<MoveDocument, keyof typeof LINE_ENTRY>>(LINE_ENTRY)
    .toArray();
  const ids = newestByLine(entries, (a, b) => a._id - b._id).map(({ _id }) => _id);
  const found = await moves
    .find({ _id: { $in: ids } }, LIMITED)
    .project<Omit<MoveDocument, 'body'>>({ body: 0 })
    .toArray();
  return found.map(headerRecordOf).map(moveHeaderOf).sort(compareLines);
}

function readReleaseEntries(moves: Moves, filter: LineFilter, asOf: Instant): Promise<ReleaseEntry[]> {
  return moves
    .find({ ...conditionOf(filter), ...visibleAt(asOf) }, { ...LIMITED, hint: RELEASES_INDEX })
    .project<ReleaseEntry>(RELEASE_ENTRY)
    .toArray();
}

function newestByLine<Entry extends Pick<MoveDocument, 'organisation' | 'period'>>(
  entries: readonly Entry[],
  compare: (a: Entry, b: Entry) => number,
): Entry[] {
  const newest = new Map<string, Entry>();
  for (const entry of entries) {
    const line = JSON.stringify([entry.organisation, entry.period]);
    const other = newest.get(line);
    if (!other || compare(entry, other) > 0) newest.set(line, entry);
  }
  return [...newest.values()];
}
