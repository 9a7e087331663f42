import {
  afterMove,
  inTodaysWords,
  NO_SUBMISSION,
  type Acknowledgement,
  type Actor,
  type Command,
  type Correction,
  type Move,
  type Submission,
} from '../../../schema/values/index.ts';
import { hashOfJson } from '../publishing/canonicalJson.ts';
import type { FiguresSeal } from '../publishing/sealFigures.ts';
import type { ChainHead, MoveBody, PublishBody, StoredMove } from '../storage/moveStore.ts';

/** What every move keeps beside its command. */
export interface MoveContext {
  readonly by: Actor;
  /** Id of the request that asked for it; null where none did. */
  readonly requestId: string | null;
  /** Fingerprint of line, command and person: what a key that comes again is held against. */
  readonly fingerprint: string;
}

/** The body of a PUBLISH: the release, and why it is as it is. */
export interface PublishedBody extends PublishBody, FiguresSeal, MoveContext {
  readonly correction: Correction | null;
  readonly acknowledgements: readonly Acknowledgement[];
}

/** What the first move of an agency is chained to. */
export const NO_HASH = '0'.repeat(64);

/** A move as it is stored but for its place in the chain. */
export type UnsealedMove = Omit<StoredMove, 'sequence' | 'previousHash' | 'hash'>;

/** Puts a move behind the last one of its agency. */
export function sealMove(head: ChainHead | null, move: UnsealedMove): StoredMove {
  const sealed = { ...move, sequence: (head?.sequence ?? 0) + 1, previousHash: head?.hash ?? NO_HASH };
  return { ...sealed, hash: hashOfMove(sealed) };
}

/** SHA-256 in hex over all of a move but its own hash; it holds the hash of the move before, and so all of them. */
export function hashOfMove(move: Omit<StoredMove, 'hash'>): string {
  const { sequence, agency, organisation, period, kind, at, key, number, visibleFrom, body, previousHash } =
    move;
  const parts = {
    sequence,
    agency,
    organisation,
    period,
    kind,
    at,
    key,
    number,
    visibleFrom,
    body,
    previousHash,
  };
  return hashOfJson(parts);
}

/** SHA-256 in hex of what a client asks for under a key; what is null is what is left out. */
export function fingerprintOf(asked: unknown): string {
  return hashOfJson(asked, (member) => member !== null);
}

/** The body that a move other than PUBLISH is stored with. */
export function bodyOf(command: Command, context: MoveContext): MoveBody {
  return { ...command, ...context };
}

/** The move of a stored one, its figures in today's words. */
export function moveOfStored({ kind, body }: StoredMove): Move {
  const move = { ...body, kind } as unknown as Move;
  return move.kind === 'SAVE' ? { ...move, observations: move.observations.map(inTodaysWords) } : move;
}

/** What the moves of a line have made of it, in the order of the chain. */
export function submissionOf(moves: readonly StoredMove[]): Submission {
  return moves.map(moveOfStored).reduce(afterMove, NO_SUBMISSION);
}
