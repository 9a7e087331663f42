import type { Collection } from 'mongodb';

import type { Instant, ReleaseHeader } from '../../../schema/values/index.ts';
import { LIMITED } from './mongoDatabases.ts';
import {
  conditionOf,
  headerRecordOf,
  LINE_ENTRY,
  LINES_INDEX,
  RELEASE_ENTRY,
  RELEASES_INDEX,
  visibleAt,
  type MoveDocument,
  type ReleaseEntry,
} from './mongoMoveDocument.ts';
import {
  compareLines,
  compareReleases,
  moveHeaderOf,
  releaseHeaderOf,
  standingReleaseOf,
  storedReleaseOf,
} from './moveRecord.ts';
import type { LineAt, LineFilter, MoveHeader, StandingRelease, StoredRelease } from './moveStore.ts';
import { everStood } from './standing.ts';

// Lists over many lines: short entries are read from an index, and the newest of each line is chosen here. In the
// database it would take `$first` or `$top`, which not every server has.

type Moves = Collection<MoveDocument>;

/** What stands of a line: see the port. */
export async function readStandingOfLine(moves: Moves, line: LineAt): Promise<StandingRelease | null> {
  const { agency, organisation, period, asOf } = line;
  const newest = await moves.findOne<ReleaseEntry>(
    { organisation, period, ...visibleAt(asOf) },
    { ...LIMITED, sort: { number: -1, _id: -1 }, projection: RELEASE_ENTRY, hint: RELEASES_INDEX },
  );
  return newest?.kind === 'PUBLISH' ? standingReleaseOf({ ...placed(newest), agency }) : null;
}

/** What stands of all lines: see the port. */
export async function readStandingOfAll(
  moves: Moves,
  filter: LineFilter,
  asOf: Instant,
): Promise<StandingRelease[]> {
  const { agency } = filter;
  const newest = newestByLine(
    await readReleaseEntries(moves, filter, asOf),
    (a, b) => (a.number ?? 0) - (b.number ?? 0) || a._id - b._id,
  );
  return newest
    .filter(({ kind }) => kind === 'PUBLISH')
    .map((entry) => standingReleaseOf({ ...placed(entry), agency }))
    .sort(compareLines);
}

/** The releases of some moves: see the port. */
export async function readReleases(
  moves: Moves,
  agency: string,
  sequences: readonly number[],
): Promise<StoredRelease[]> {
  const found = await moves
    .find({ _id: { $in: sequences }, kind: 'PUBLISH' }, LIMITED)
    .project<ReleaseEntry & Pick<MoveDocument, 'body'>>({ ...RELEASE_ENTRY, body: 1 })
    .toArray();
  return found.map((document) => storedReleaseOf({ ...placed(document), agency }));
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

/** With the sequence under its own name. */
function placed<Entry extends ReleaseEntry>({ _id, ...entry }: Entry) {
  return { sequence: _id, ...entry };
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
