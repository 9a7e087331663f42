import { describe } from 'vitest';

import { answeredUntilContract } from './moveStore/answeredUntilContract.ts';
import { appendContract } from './moveStore/appendContract.ts';
import { bodyContract } from './moveStore/bodyContract.ts';
import { catalogueContract } from './moveStore/catalogueContract.ts';
import { chainContract } from './moveStore/chainContract.ts';
import { conflictContract } from './moveStore/conflictContract.ts';
import type { CreatePlace } from './moveStore/givenMoveStore.ts';
import { lineContract } from './moveStore/lineContract.ts';
import { listContract } from './moveStore/listContract.ts';
import { newestContract } from './moveStore/newestContract.ts';
import { standingContract } from './moveStore/standingContract.ts';
import { stoodContract } from './moveStore/stoodContract.ts';

/** What every adapter of the `MoveStore` port promises. Call it in the adapter's test file. */
export function moveStoreContract(createPlace: CreatePlace): void {
  describe('the contract of move stores', () => {
    appendContract(createPlace);
    bodyContract(createPlace);
    conflictContract(createPlace);
    chainContract(createPlace);
    catalogueContract(createPlace);
    lineContract(createPlace);
    newestContract(createPlace);
    listContract(createPlace);
    standingContract(createPlace);
    stoodContract(createPlace);
    answeredUntilContract(createPlace);
  });
}
