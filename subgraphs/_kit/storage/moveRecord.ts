import assert from 'node:assert/strict';

import { catalogued } from '../../../schema/errors/index.ts';
import {
  compareTexts,
  inTodaysWords,
  type ReleaseHeader,
  type ReleaseLine,
} from '../../../schema/values/index.ts';
import type { MoveHeader, PublishBody, StandingRelease, StoredMove, StoredRelease } from './moveStore.ts';

/**
 * The longest body of a move in bytes of its JSON: a document of MongoDB holds at most 16 MiB, and what one store takes
 * the other takes too.
 */
export const MOVE_BODY_LIMIT = 15 * 1024 * 1024;

/**
 * A move without its body as adapters hold it: flat, so that lists need no body. Idempotency keys are client's texts of
 * any kind; their JSON has neither NUL nor halves of surrogate pairs, which stores would cut or merge.
 */
export interface MoveHeaderRecord extends Omit<MoveHeader, 'key'> {
  /** JSON of the key; null where there is none. */
  readonly key: string | null;
  /** PUBLISH: what the release replaces; else null. */
  readonly supersedes: number | null;
  /** PUBLISH: hash of the release; else null. */
  readonly releaseHash: string | null;
}

/** A move as adapters hold it. The body is JSON text in both: exact, whatever its keys and however deep. */
export interface MoveRecord extends MoveHeaderRecord {
  readonly body: string;
}

/** What a list of releases needs of a record. */
export type ReleaseRecord = Pick<
  MoveRecord,
  'agency' | 'organisation' | 'period' | 'number' | 'visibleFrom' | 'supersedes' | 'releaseHash'
>;

/** How an adapter holds the move. @throws MOVE_TOO_LARGE. */
export function recordOf(move: StoredMove): MoveRecord {
  assert([move.agency, move.organisation, move.period].every(isWellFormed), 'codes are plain texts');
  const body = JSON.stringify(move.body);
  const bytes = Buffer.byteLength(body);
  if (bytes > MOVE_BODY_LIMIT) throw catalogued('MOVE_TOO_LARGE', { bytes, limit: MOVE_BODY_LIMIT });
  const release = move.kind === 'PUBLISH' ? (move.body as unknown as PublishBody) : null;
  return {
    ...move,
    key: move.key === null ? null : keyText(move.key),
    supersedes: release?.supersedes ?? null,
    releaseHash: release?.hash ?? null,
    body,
  };
}

/** How adapters hold an idempotency key. */
export function keyText(key: string): string {
  return JSON.stringify(key);
}

/** The move that a record holds. */
export function moveOf(record: MoveRecord): StoredMove {
  return { ...moveHeaderOf(record), body: JSON.parse(record.body) as StoredMove['body'] };
}

/** The move that a record holds, without its body. */
export function moveHeaderOf(record: MoveHeaderRecord): MoveHeader {
  const { sequence, agency, organisation, period, kind, at, key, number, visibleFrom } = record;
  return {
    sequence,
    agency,
    organisation,
    period,
    kind,
    at,
    key: key === null ? null : (JSON.parse(key) as string),
    number,
    visibleFrom,
    previousHash: record.previousHash,
    hash: record.hash,
  };
}

/** The release that the record of a PUBLISH carries, in today's words: here alone is it read as it was stored. */
export function storedReleaseOf(
  record: ReleaseRecord & Pick<MoveRecord, 'sequence' | 'body'>,
): StoredRelease {
  const { sequence, body } = record;
  const { observations, correction, acknowledgements } = JSON.parse(body) as PublishBody;
  const release = {
    ...releaseHeaderOf(record),
    observations: observations.map(inTodaysWords),
    correction,
    acknowledgements,
  };
  return { sequence, release, bytes: Buffer.byteLength(body) };
}

/** The release that the record of a PUBLISH carries, where only its place and header are wanted. */
export function standingReleaseOf(record: ReleaseRecord & Pick<MoveRecord, 'sequence'>): StandingRelease {
  return { sequence: record.sequence, ...releaseHeaderOf(record) };
}

/** The release that the record of a PUBLISH carries, without its figures. */
export function releaseHeaderOf(record: ReleaseRecord): ReleaseHeader {
  const { agency, organisation, period, number, visibleFrom, supersedes, releaseHash } = record;
  assert(number !== null && visibleFrom !== null && releaseHash !== null, 'a PUBLISH has all three');
  return {
    agency,
    organisation,
    period,
    number,
    publishedAt: visibleFrom,
    supersedes,
    hash: releaseHash,
  };
}

/** Order of lists with one entry per line: by organisation, then period; in one place, so that it is one in all stores. */
export function compareLines(a: Ordered, b: Ordered): number {
  return compareTexts(a.organisation, b.organisation) || compareTexts(a.period, b.period);
}

/** Order of lists of releases: newest first, then by organisation, period, and the higher number first. */
export function compareReleases(a: ReleaseHeader, b: ReleaseHeader): number {
  return compareTexts(b.publishedAt, a.publishedAt) || compareLines(a, b) || b.number - a.number;
}

type Ordered = Pick<ReleaseLine, 'organisation' | 'period'>;

/** SQLite reads a text to its first NUL, and no store keeps half of a surrogate pair. */
function isWellFormed(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}
