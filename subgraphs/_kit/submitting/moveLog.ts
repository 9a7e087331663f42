import { catalogued, CataloguedError } from '../../../schema/errors/index.ts';
import type { Instant, ReleaseLine } from '../../../schema/values/index.ts';
import type { KnowledgeClock } from '../publishing/knowledgeClock.ts';
import type { MoveStore, StoredMove } from '../storage/moveStore.ts';
import { sealMove, type UnsealedMove } from './storedMove.ts';

/** Where an agency's moves go: its store, and the clock that stamps them later than all that was answered for. */
export interface MoveLog {
  readonly agency: string;
  readonly store: MoveStore;
  readonly clock: KnowledgeClock;
}

/** What a client calls its request, so that it is carried out once however often it comes. */
export interface RequestKey {
  readonly key: string | null;
  /** Of all that is asked for: the same key with another fingerprint is a mistake. */
  readonly fingerprint: string;
}

/** What to make of the moves of a line so far; `at` is the moment of the move. */
type Decide<Made> = (moves: readonly StoredMove[], at: Instant) => Made | Promise<Made>;

/** How often a move is tried when others keep taking the next place in the chain. */
const ATTEMPTS = 8;

/**
 * Appends the move that `decide` makes of the moves of a line so far; nothing where it makes none. Where another process
 * takes the next place in the chain meanwhile, it decides again on what is then there. What was done under the key
 * before is answered as it was done then.
 * @throws what `decide` throws; KEY_REUSED; MOVE_CONFLICT where others win again and again; STORE_UNAVAILABLE.
 */
export async function appendMove<Made extends UnsealedMove | null>(
  log: MoveLog,
  line: Omit<ReleaseLine, 'agency'>,
  decide: Decide<Made>,
  requestKey: RequestKey = { key: null, fingerprint: '' },
): Promise<StoredMove | Extract<Made, null>> {
  for (let attempt = 1, after: Instant | null = null; ; attempt += 1) {
    try {
      return await log.clock.publish(after, (at) => attemptMove(log, line, decide, requestKey, at));
    } catch (error) {
      const isTaken = error instanceof CataloguedError && error.fault.code === 'MOVE_CONFLICT';
      if (!isTaken || attempt === ATTEMPTS) throw error;
      after = (await log.store.head(log.agency))?.at ?? null;
    }
  }
}

/** One attempt, alone within this process: what is read here, only another process can change before it is appended. */
async function attemptMove<Made extends UnsealedMove | null>(
  { agency, store }: MoveLog,
  line: Omit<ReleaseLine, 'agency'>,
  decide: Decide<Made>,
  { key, fingerprint }: RequestKey,
  at: Instant,
): Promise<StoredMove | Extract<Made, null>> {
  const head = await store.head(agency);
  // Another process whose clock is ahead: its moves would not be seen at `at`.
  if (head && head.at >= at) throw catalogued('MOVE_CONFLICT', { move: `${agency}|${head.sequence}` });
  const moves = await store.line({ agency, ...line }, at);
  // After the line: a twin of this request that came in between is then found by its key, and not refused by its state.
  const done = key === null ? null : await store.moveWithKey(agency, key);
  if (done && done.body.fingerprint !== fingerprint) throw catalogued('KEY_REUSED', { key: key ?? '' });
  if (done) return done;
  const move = await decide(moves, at);
  if (move === null) return move as Extract<Made, null>;
  const sealed = sealMove(head, move);
  await store.append(sealed);
  return sealed;
}
