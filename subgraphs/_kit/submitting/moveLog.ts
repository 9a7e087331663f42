import { CataloguedError } from '../../../schema/errors/index.ts';
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

/** How often a move is tried when others keep taking the next place in the chain. */
const ATTEMPTS = 8;

/**
 * Appends the move that `decide` makes of the moves of a line so far; nothing where it makes none. Where another move
 * takes the next place in the chain meanwhile, it decides again on what is then there.
 * @throws what `decide` throws; MOVE_CONFLICT where others win again and again; STORE_UNAVAILABLE.
 */
export async function appendMove(
  { agency, store, clock }: MoveLog,
  line: Omit<ReleaseLine, 'agency'>,
  decide: (moves: readonly StoredMove[], at: Instant) => UnsealedMove | null,
): Promise<StoredMove | null> {
  for (let attempt = 1; ; attempt += 1) {
    const head = await store.head(agency);
    try {
      return await clock.publish(head?.at ?? null, async (at) => {
        const move = decide(await store.line({ agency, ...line }, at), at);
        if (!move) return null;
        const sealed = sealMove(head, move);
        await store.append(sealed);
        return sealed;
      });
    } catch (error) {
      const isTaken = error instanceof CataloguedError && error.fault.code === 'MOVE_CONFLICT';
      if (!isTaken || attempt === ATTEMPTS) throw error;
    }
  }
}
