import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

import { describe, expect, it } from 'vitest';

import { openSqliteReleaseStore } from '../../../../subgraphs/_kit/storage/sqliteReleaseStore.ts';
import { releaseStoreContract } from '../../../contracts/releaseStoreContract.ts';
import { givenRelease } from '../../../support/given.ts';
import { april, lineAt, openStore } from '../../../support/stores.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

describe('given the embedded store', () => {
  releaseStoreContract(() => openSqliteReleaseStore(tempFolder(), 'inspection'));
});

describe('given a folder that does not exist', () => {
  it('when a store is opened in it, then there is a file with its name', async () => {
    const folder = join(tempFolder(), 'of', 'data');

    const store = await openSqliteReleaseStore(folder, 'inspection');

    expect(readdirSync(folder)).toContain('inspection.sqlite');
    await store.close();
  });
});

describe.each(['a b', 'a#b', 'a%20b', 'a?b', 'Hà Tĩnh'])('given a folder with the name %j', (name) => {
  it('when a store is opened in it, then its file lies there', async () => {
    const folder = join(tempFolder(), name);

    const store = await openSqliteReleaseStore(folder, 'inspection');

    expect(readdirSync(folder)).toContain('inspection.sqlite');
    await store.close();
  });
});

describe('given a store that was filled and closed', () => {
  it('when its file is opened again, then everything is found', async () => {
    const folder = tempFolder();
    const before = await openSqliteReleaseStore(folder, 'test');
    await before.insert(givenRelease());
    await before.raiseAnsweredUntil('inspection', april(5));
    await before.close();

    const after = await openStore(folder);

    expect(await after.newestOfLines([lineAt(april(1))])).toEqual([givenRelease()]);
    expect(await after.answeredUntil('inspection')).toBe(april(5));
  });
});

describe('given two stores on one file', () => {
  it('when one inserts, then the other finds it', async () => {
    const folder = tempFolder();
    const [one, other] = [await openStore(folder), await openStore(folder)];

    await one.insert(givenRelease());

    expect(await other.newestOfLines([lineAt(april(1))])).toEqual([givenRelease()]);
  });

  it('when both insert the same number of a line, then one wins and the other is told', async () => {
    const folder = tempFolder();
    const stores = [await openStore(folder), await openStore(folder)];

    const outcomes = await Promise.allSettled(stores.map((store) => store.insert(givenRelease())));

    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { fault: { code: 'RELEASE_CONFLICT' } } }]);
  });

  it('when both raise what was answered, then the latest stays', async () => {
    const folder = tempFolder();
    const [one, other] = [await openStore(folder), await openStore(folder)];

    await Promise.all([
      one.raiseAnsweredUntil('inspection', april(9)),
      other.raiseAnsweredUntil('inspection', april(8)),
    ]);

    expect(await one.answeredUntil('inspection')).toBe(april(9));
  });
});

/** A program that begins to write to a file, says so, and ends a moment later, whatever this one does meanwhile. */
const WRITER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { createClient } = require(workerData.client);
  const client = createClient({ url: workerData.url });
  client.transaction('write').then(async (transaction) => {
    parentPort.postMessage('writing');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    await transaction.rollback();
    client.close();
  });
`;

describe('given another program that is writing to the file', () => {
  it('when a store inserts, then it waits for its turn', async () => {
    const folder = tempFolder();
    const store = await openStore(folder);
    const url = pathToFileURL(join(folder, 'test.sqlite')).href;
    const client = createRequire(import.meta.url).resolve('@libsql/client');
    const writer = new Worker(WRITER, { eval: true, workerData: { client, url } });
    await once(writer, 'message');

    await store.insert(givenRelease());

    expect(await store.newestOfLines([lineAt(april(1))])).toEqual([givenRelease()]);
    await once(writer, 'exit');
  });
});
