import { inTodaysWords } from '../../../schema/values/index.ts';
import type { MoveStore, StoredMove } from '../storage/moveStore.ts';
import { isSealOf } from '../publishing/sealFigures.ts';
import { hashOfMove, NO_HASH, type PublishedBody } from '../submitting/storedMove.ts';
import type { ChainFault } from './chainFault.ts';
import { createListing, findKeyOtherwise, findListedOtherwise } from './listing.ts';
import { readChain } from './readChain.ts';

/** A move that somebody has noted, to hold the chain against later. */
export interface NotedMove {
  readonly sequence: number;
  readonly hash: string;
}

/** What verifying a chain has come to. */
export interface ChainVerdict {
  /** How many moves are there, those behind the first fault left out. */
  readonly entries: number;
  /** The last sound move; note it, and it proves later that nothing up to it was removed. Null where there is none. */
  readonly head: NotedMove | null;
  /** The first that is wrong; null where all is sound. */
  readonly fault: ChainFault | null;
}

/** What a chain is held against beside itself. */
export interface HowToVerify {
  readonly noted?: NotedMove | null;
  /** Whether every idempotency key is looked up, which is one question each; so where left out. */
  readonly withKeys?: boolean;
}

/** How far behind its place the place is looked for that a move was taken from; before it, all places are tried. */
const FURTHEST_PLACE = 1000;

/**
 * Recomputes every hash and link of an agency's chain, and holds its lists against it. Whether its end was removed
 * only a move noted before can tell: the chain knows nothing of what is not there. @throws STORE_UNAVAILABLE.
 */
export async function verifyChain(
  store: MoveStore,
  agency: string,
  { noted = null, withKeys = true }: HowToVerify = {},
): Promise<ChainVerdict> {
  const listing = createListing();
  let head: NotedMove | null = null;
  for await (const read of readChain(store, agency)) {
    const entries = head?.sequence ?? 0;
    if (read.kind === 'BROKEN') {
      const sequence = Math.max(read.after, entries) + 1;
      return { entries, head, fault: { kind: 'UNREADABLE', sequence } };
    }
    const { move } = read;
    const fault =
      faultOfLink(head, move) ?? faultOfContent(move, head?.hash ?? NO_HASH) ?? faultOfNote(move, noted);
    if (fault) return { entries, head, fault };
    listing.add(move);
    head = { sequence: move.sequence, hash: move.hash };
  }
  const entries = head?.sequence ?? 0;
  if (noted && noted.sequence > entries) {
    return { entries, head, fault: { kind: 'REMOVED', sequence: entries + 1, until: noted.sequence } };
  }
  const listed = await findListedOtherwise(store, agency, listing);
  const fault = listed ?? (withKeys ? await findKeyOtherwise(store, agency, listing) : null);
  return { entries, head, fault };
}

/** Whether the move stands behind the last sound one, as far as sequences tell. */
function faultOfLink(head: NotedMove | null, { sequence }: StoredMove): ChainFault | null {
  if (!Number.isSafeInteger(sequence) || sequence < 1) return { kind: 'NO_SEQUENCE', sequence };
  const expected = (head?.sequence ?? 0) + 1;
  if (sequence < expected) return { kind: 'DUPLICATED', sequence };
  return sequence > expected ? { kind: 'REMOVED', sequence: expected, until: sequence - 1 } : null;
}

function faultOfContent(move: StoredMove, previousHash: string): ChainFault | null {
  const { sequence, kind, body } = move;
  if (hashOfMove(move) !== move.hash) {
    const was = originalSequence(move);
    return was === null ? { kind: 'ALTERED', sequence } : { kind: 'REORDERED', sequence, was };
  }
  if (move.previousHash !== previousHash) return { kind: 'UNLINKED', sequence };
  if (kind !== 'PUBLISH') return null;
  // Its hash is published, and so are the figures: a reader who holds one against the other must find them agree.
  // Words that they were stored without are empty today, which the hash leaves out.
  const release = body as unknown as PublishedBody;
  return isSealOf(release, release.observations.map(inTodaysWords)) ? null : { kind: 'ALTERED', sequence };
}

/** The sequence that the move was hashed with; null where it is altered in other ways. Dear, but done once at most. */
function originalSequence(move: StoredMove): number | null {
  for (let sequence = 1; sequence <= move.sequence + FURTHEST_PLACE; sequence += 1) {
    if (hashOfMove({ ...move, sequence }) === move.hash) return sequence;
  }
  return null;
}

function faultOfNote({ sequence, hash }: StoredMove, noted: NotedMove | null): ChainFault | null {
  return noted?.sequence === sequence && noted.hash !== hash ? { kind: 'REPLACED', sequence } : null;
}
