import { afterEach, beforeEach } from 'vitest';

import type { Release } from '../../../schema/values/index.ts';
import type { ReleaseStore } from '../../../subgraphs/_kit/storage/releaseStore.ts';

/** A new store holding some releases for each test of the block; read it inside the tests. */
export function givenStore(
  createStore: () => Promise<ReleaseStore>,
  releases: readonly Release[] = [],
): () => ReleaseStore {
  let store: ReleaseStore;
  beforeEach(async () => {
    store = await createStore();
    for (const release of releases) await store.insert(release);
  });
  afterEach(() => store.close());
  return () => store;
}
