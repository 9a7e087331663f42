import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { openSqliteMoveStore } from '../../../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { givenMove } from '../../../support/moves.ts';
import { waysToFill } from '../../../support/smallDisk.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

const agency = 'inspection';
const CLIENT = createRequire(import.meta.url).resolve('@libsql/client');

const unavailable = (reason: string) => ({
  fault: { code: 'STORE_UNAVAILABLE', details: { store: agency, reason } },
  cause: expect.any(Error) as unknown,
});

async function openStore(folder: string): Promise<MoveStore> {
  const store = await openSqliteMoveStore(folder, agency);
  onTestFinished(() => store.close());
  return store;
}

describe.each(waysToFill)('given a store on a disk %s', (_name, createDisk, reason) => {
  it('when the disk is full, then nothing is half written, and the same store works again when there is room', async () => {
    const disk = createDisk();
    const store = await openStore(disk.folder);
    await store.append(givenMove({ sequence: 1, number: 1 }));

    disk.fill(process.pid);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        store.append(givenMove({ sequence: 2, body: { note: 'a'.repeat(50_000) } })),
      ),
    );
    const whileFull = await store.chain(agency, 0, 10);
    disk.free(process.pid);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    await store.append(givenMove({ sequence: 2, number: 2 }));

    expect(refused).toHaveLength(20);
    expect(refused[0]).toMatchObject({ reason: unavailable(reason) });
    expect(whileFull).toEqual([givenMove({ sequence: 1, number: 1 })]);
    expect(await store.chain(agency, 0, 10)).toEqual([
      givenMove({ sequence: 1, number: 1 }),
      givenMove({ sequence: 2, number: 2 }),
    ]);
  });

  it('when what is answered for cannot be kept, then it is told, and kept when there is room', async () => {
    const disk = createDisk();
    const store = await openStore(disk.folder);
    await store.append(givenMove());

    disk.fill(process.pid);
    const moments = Array.from({ length: 300 }, (_, index) =>
      new Date(Date.UTC(2024, 3, 1) + index).toISOString(),
    );
    const outcomes = await Promise.allSettled(
      moments.map((moment) => store.raiseAnsweredUntil(agency, moment as never)),
    );
    disk.free(process.pid);
    await store.raiseAnsweredUntil(agency, moments.at(-1) as never);

    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: unavailable(reason),
    });
    expect(await store.answeredUntil(agency)).toBe('2024-04-01T00:00:00.299Z');
  });
});

/** A program that begins to write to a file, says so, and holds it until told to end. */
const WRITER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { createClient } = require(workerData.client);
  const client = createClient({ url: workerData.url });
  client.transaction('write').then((transaction) => {
    parentPort.postMessage('writing');
    parentPort.once('message', async () => {
      await transaction.rollback();
      client.close();
    });
  });
`;

describe('given another program that holds the file for long', () => {
  it('when a store appends, then it is told, and the same store works again when the file is free', async () => {
    const folder = tempFolder();
    const store = await openStore(folder);
    const url = pathToFileURL(join(folder, `${agency}.sqlite`)).href;
    const writer = new Worker(WRITER, { eval: true, workerData: { client: CLIENT, url } });
    await once(writer, 'message');

    const outcome = store.append(givenMove());

    await expect(outcome).rejects.toMatchObject(unavailable('another program holds its file'));
    writer.postMessage('end');
    await once(writer, 'exit');
    await store.append(givenMove());
    expect(await store.chain(agency, 0, 10)).toEqual([givenMove()]);
  });
});
