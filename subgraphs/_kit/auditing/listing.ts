import { AssertionError } from 'node:assert/strict';

import type { Instant, ReleaseHeader } from '../../../schema/values/index.ts';
import type { MoveHeader, MoveStore, PublishBody, StoredMove } from '../storage/moveStore.ts';
import { everStood } from '../storage/standing.ts';
import type { ChainFault } from './chainFault.ts';

// What readers are shown comes from lists that a store keeps beside the moves, such as columns and indexes. They are held
// against the moves that have proved sound: what only a list says was put there by nobody who is named in the log.

/** Later than every moment that a move may name. */
const END_OF_TIME = '9999-12-31T23:59:59.999Z' as Instant;

/** What the lists of a store have to say, gathered move by move. */
export interface Listing {
  add(move: StoredMove): void;
  /** The last sequence of every line. */
  readonly lines: ReadonlyMap<string, number>;
  /** Of every PUBLISH and WITHDRAW: when it is visible, its sequence, and what lists tell of the release. */
  readonly numbered: readonly NumberedMove[];
  /** Sequences by idempotency key. */
  readonly keys: ReadonlyMap<string, number>;
}

interface NumberedMove extends Omit<MoveHeader, 'at' | 'key' | 'previousHash' | 'hash'> {
  readonly told: string;
}

/** An empty listing. */
export function createListing(): Listing {
  const lines = new Map<string, number>();
  const numbered: NumberedMove[] = [];
  const keys = new Map<string, number>();
  return {
    lines,
    numbered,
    keys,
    add({ agency, sequence, organisation, period, kind, key, number, visibleFrom, body }) {
      lines.set(textOf(organisation, period), sequence);
      if (key !== null) keys.set(key, sequence);
      if (number === null) return;
      const { hash = null, supersedes = null } = body as Partial<PublishBody>;
      const told = textOf(visibleFrom, supersedes, hash);
      numbered.push({ agency, sequence, organisation, period, kind, number, visibleFrom, told });
    },
  };
}

/** The first thing of which the store's lists tell something else; null where they agree. @throws STORE_UNAVAILABLE. */
export async function findListedOtherwise(
  store: MoveStore,
  agency: string,
  listing: Listing,
): Promise<ChainFault | null> {
  const faults = [
    ...(await linesOtherwise(store, agency, listing)),
    ...(await releasesOtherwise(store, agency, listing)),
  ];
  return faults[0] ?? null;
}

/**
 * The first move that is not found under its idempotency key; null where all are. One question per key.
 * @throws STORE_UNAVAILABLE.
 */
export async function findKeyOtherwise(
  store: MoveStore,
  agency: string,
  { keys }: Listing,
): Promise<ChainFault | null> {
  for (const [key, sequence] of keys) {
    const found = await store.moveWithKey(agency, key);
    if (found?.sequence !== sequence) return { kind: 'LISTED_OTHERWISE', sequence };
  }
  return null;
}

async function linesOtherwise(store: MoveStore, agency: string, { lines }: Listing): Promise<ChainFault[]> {
  const listed = new Map(
    (await store.lastMoves({ agency }, END_OF_TIME)).map(({ organisation, period, sequence }) => [
      textOf(organisation, period),
      sequence,
    ]),
  );
  return [
    ...[...lines].filter(([line, last]) => listed.get(line) !== last).map(([, last]) => otherwise(last)),
    ...notLogged(listed, lines, 'moves of the line'),
  ];
}

async function releasesOtherwise(
  store: MoveStore,
  agency: string,
  { numbered }: Listing,
): Promise<ChainFault[]> {
  const releases = new Map(
    everStood(numbered).map((one) => [textOf(one.organisation, one.period, one.number), one]),
  );
  const headers = await readHeaders(store, agency);
  if (headers === null) {
    return [{ kind: 'NOT_LOGGED', what: 'a release without its number, moment or hash' }];
  }
  const listed = new Map(
    headers.map((header) => {
      const { organisation, period, number, publishedAt, supersedes, hash } = header;
      return [textOf(organisation, period, number), textOf(publishedAt, supersedes, hash)];
    }),
  );
  return [
    // First: what nobody has made can also overtake, and so hide, what somebody has.
    ...notLogged(listed, releases, 'the release'),
    ...[...releases]
      .filter(([release, { told }]) => listed.get(release) !== told)
      .map(([, { sequence }]) => otherwise(sequence)),
  ];
}

/** All releases as lists tell them; null where one is told of by half, which a store refuses to read. */
async function readHeaders(store: MoveStore, agency: string): Promise<readonly ReleaseHeader[] | null> {
  try {
    return await store.headers({ agency }, END_OF_TIME);
  } catch (error) {
    if (error instanceof AssertionError) return null;
    throw error;
  }
}

function otherwise(sequence: number): ChainFault {
  return { kind: 'LISTED_OTHERWISE', sequence };
}

function notLogged(
  listed: ReadonlyMap<string, unknown>,
  logged: ReadonlyMap<string, unknown>,
  what: string,
): ChainFault[] {
  return [...listed.keys()]
    .filter((one) => !logged.has(one))
    .map((one) => ({ kind: 'NOT_LOGGED', what: `${what} ${(JSON.parse(one) as unknown[]).join(' ')}` }));
}

function textOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}
