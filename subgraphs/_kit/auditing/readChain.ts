import type { MoveStore, StoredMove } from '../storage/moveStore.ts';

/** How many moves are read at once; one of a full release is some megabytes at most. */
const PAGE_SIZE = 100;

/** Before every sequence that an intruder could have chosen. */
const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

/** A move of the chain, or the word that what is stored behind a sequence is no move any more. */
export type ReadMove =
  { readonly kind: 'MOVE'; readonly move: StoredMove } | { readonly kind: 'BROKEN'; readonly after: number };

/**
 * Reads everything that is stored as a move of an agency, by sequence, without trusting it: a sequence may come twice,
 * be missing, or be none. Ends at the first that cannot be read. @throws STORE_UNAVAILABLE.
 */
export async function* readChain(store: MoveStore, agency: string): AsyncGenerator<ReadMove> {
  let after = BEFORE_ALL;
  // Every page begins with what was told last, so that a second move of that sequence is not passed over.
  let told = 0;
  for (;;) {
    const page = await readPage(store, agency, after, told);
    if (page === null) {
      yield { kind: 'BROKEN', after: told === 0 ? 0 : after + 1 };
      return;
    }
    for (const move of page.slice(told)) yield { kind: 'MOVE', move };
    const last = page.at(-1);
    if (!last || page.length === told) return;
    after = Math.ceil(last.sequence) - 1;
    told = page.filter(({ sequence }) => sequence > after).length;
  }
}

/** The moves after a sequence, at least one more than were told already unless there is none; null where that one cannot be read. */
async function readPage(
  store: MoveStore,
  agency: string,
  after: number,
  told: number,
): Promise<readonly StoredMove[] | null> {
  for (let limit = told + PAGE_SIZE; ; limit = told + Math.floor((limit - told) / 2)) {
    if (limit === told) return null;
    try {
      return await store.chain(agency, after, limit);
    } catch (error) {
      // A text that is not JSON any more; what the store itself says, such as STORE_UNAVAILABLE, is not about a move.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
}
