import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { openSqliteMoveStore } from '../../../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { moveStoreContract } from '../../../contracts/moveStoreContract.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

async function openStore(folder: string): Promise<MoveStore> {
  const store = await openSqliteMoveStore(folder, 'inspection');
  onTestFinished(() => store.close());
  return store;
}

describe('given the embedded store', () => {
  moveStoreContract(() => {
    const folder = tempFolder();
    return Promise.resolve({ open: () => openSqliteMoveStore(folder, 'inspection') });
  });
});

describe('given a folder that does not exist', () => {
  it('when a store is opened in it, then there is a file with its name', async () => {
    const folder = join(tempFolder(), 'của', 'Hà Tĩnh');

    await openStore(folder);

    expect(readdirSync(folder)).toContain('inspection.sqlite');
  });
});

describe('given a folder where the file should be', () => {
  it('when a store is opened, then it is told that the file cannot be opened', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'inspection.sqlite'));

    const outcome = openSqliteMoveStore(folder, 'inspection');

    await expect(outcome).rejects.toMatchObject({
      fault: {
        code: 'STORE_UNAVAILABLE',
        details: { store: 'inspection', reason: 'its file cannot be opened' },
      },
    });
  });
});
