import { describe } from 'vitest';

import type { ReleaseStore } from '../../subgraphs/_kit/storage/releaseStore.ts';
import { answeredUntilContract } from './releaseStore/answeredUntilContract.ts';
import { insertContract } from './releaseStore/insertContract.ts';
import { listContract } from './releaseStore/listContract.ts';
import { newestOfLinesContract } from './releaseStore/newestOfLinesContract.ts';

/** Opens an empty store; the contract closes it. */
export type CreateStore = () => Promise<ReleaseStore>;

/** What every adapter of the {@link ReleaseStore} port promises. Call it in the adapter's test file. */
export function releaseStoreContract(createStore: CreateStore): void {
  describe('the contract of release stores', () => {
    insertContract(createStore);
    newestOfLinesContract(createStore);
    listContract(createStore);
    answeredUntilContract(createStore);
  });
}
