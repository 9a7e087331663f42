import { afterEach, beforeEach, onTestFinished } from 'vitest';

import type { MoveStore, StoredMove } from '../../../subgraphs/_kit/storage/moveStore.ts';
import { createReleaseStore, type ReleaseStore } from '../../../subgraphs/_kit/storage/releaseStore.ts';

/** A new empty place to keep moves in. */
export interface Place {
  /** Opens a store there; several may be open at once. */
  open(): Promise<MoveStore>;
}

/** Makes a place for one test. */
export type CreatePlace = () => Promise<Place>;

/**
 * A new store holding some moves for each test of the block; read it inside the tests. It gives whole releases too, each
 * as the adapter reads it.
 */
export function givenMoveStore(
  createPlace: CreatePlace,
  moves: readonly StoredMove[] = [],
): () => ReleaseStore {
  let store: ReleaseStore;
  beforeEach(async () => {
    store = createReleaseStore(await (await createPlace()).open(), { bytes: 0 });
    for (const move of moves) await store.append(move);
  });
  afterEach(() => store.close());
  return () => store;
}

/** A store at the place, closed when the test has finished. */
export async function openAt(place: Place): Promise<ReleaseStore> {
  const store = createReleaseStore(await place.open(), { bytes: 0 });
  onTestFinished(() => store.close());
  return store;
}
