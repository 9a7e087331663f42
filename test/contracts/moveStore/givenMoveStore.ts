import { afterEach, beforeEach, onTestFinished } from 'vitest';

import type { MoveStore, StoredMove } from '../../../subgraphs/_kit/storage/moveStore.ts';

/** A new empty place to keep moves in. */
export interface Place {
  /** Opens a store there; several may be open at once. */
  open(): Promise<MoveStore>;
}

/** Makes a place for one test. */
export type CreatePlace = () => Promise<Place>;

/** A new store holding some moves for each test of the block; read it inside the tests. */
export function givenMoveStore(createPlace: CreatePlace, moves: readonly StoredMove[] = []): () => MoveStore {
  let store: MoveStore;
  beforeEach(async () => {
    store = await (await createPlace()).open();
    for (const move of moves) await store.append(move);
  });
  afterEach(() => store.close());
  return () => store;
}

/** A store at the place, closed when the test has finished. */
export async function openAt(place: Place): Promise<MoveStore> {
  const store = await place.open();
  onTestFinished(() => store.close());
  return store;
}
