import { describe, expect, it, onTestFinished } from 'vitest';

import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { openMongoMoveStore } from '../../../../subgraphs/_kit/storage/mongoMoveStore.ts';
import {
  MONGODB_SERVER,
  saySkipped,
  startMongodbServer,
  type MongodbServer,
} from '../../../support/mongodbServer.ts';
import { givenMove } from '../../../support/moves.ts';
import { findFreePorts } from '../../../support/processes.ts';
import { waysToFill } from '../../../support/smallDisk.ts';
import { april } from '../../../support/stores.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

saySkipped('MONGODB_SERVER');

const agency = 'inspection';
const LOST = /^(it cannot be reached|the connection to it was lost)$/;

/** The move of a sequence. */
const move = (sequence: number) => givenMove({ sequence, number: sequence, key: `key ${sequence}` });

const unavailable = (reason: unknown) => ({
  fault: { code: 'STORE_UNAVAILABLE', details: { store: agency, reason } },
  cause: expect.any(Error) as unknown,
});

async function start(folder: string, port: number): Promise<MongodbServer> {
  const server = await startMongodbServer(folder, port);
  onTestFinished(() => server.stop('SIGKILL'));
  return server;
}

function openStore(port: number): MoveStore {
  const store = openMongoMoveStore(`mongodb://127.0.0.1:${port}/`, 'test');
  onTestFinished(() => store.close());
  return store;
}

describe.skipIf(MONGODB_SERVER === undefined)('given a database server of our own', () => {
  it('when it is not there yet, then the store says so, and works once it is', async () => {
    const port = await findFreePorts(1);
    const store = openStore(port);

    const outcome = store.append(move(1));

    await expect(outcome).rejects.toMatchObject(unavailable('it cannot be reached'));
    await start(tempFolder(), port);
    await store.append(move(1));
    expect(await store.chain(agency, 0, 10)).toEqual([move(1)]);
  });

  it('when it is killed and started again, then the same store works again, and what was acknowledged is there', async () => {
    const [folder, port] = [tempFolder(), await findFreePorts(1)];
    const store = openStore(port);
    const first = await start(folder, port);
    await store.append(move(1));

    await first.stop('SIGKILL');
    const outcomes = await Promise.allSettled([
      store.append(move(2)),
      store.head(agency),
      store.moveWithKey(agency, 'key 1'),
      store.standingOfAll({ agency }, april(9)),
      store.releases(agency, [1]),
      store.lastMoves({ agency }, april(9)),
      store.raiseAnsweredUntil(agency, april(9)),
    ]);

    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ reason: unavailable(expect.stringMatching(LOST)) });
    }
    await start(folder, port);
    expect(await store.chain(agency, 0, 10)).toEqual([move(1)]);
    await store.append(move(2));
    expect(await store.head(agency)).toMatchObject({ sequence: 2 });
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'when %s ends it while moves are appended, then each is acknowledged and there, or the store says that it is lost',
    async (signal) => {
      const [folder, port] = [tempFolder(), await findFreePorts(1)];
      const store = openStore(port);
      const first = await start(folder, port);
      await store.append(move(1));

      const appends = Array.from({ length: 200 }, (_, index) => store.append(move(index + 2)));
      await Promise.race(appends);
      await first.stop(signal);
      const outcomes = await Promise.allSettled(appends);

      await start(folder, port);
      const kept = new Set((await store.chain(agency, 0, 1000)).map(({ sequence }) => sequence));
      const acknowledged = outcomes.flatMap(({ status }, index) =>
        status === 'fulfilled' ? [index + 2] : [],
      );
      const refused = outcomes.filter(({ status }) => status === 'rejected');
      expect(acknowledged.filter((sequence) => !kept.has(sequence))).toEqual([]);
      expect(acknowledged).not.toEqual([]);
      for (const { reason } of refused as PromiseRejectedResult[]) {
        expect(reason).toMatchObject({ fault: { code: 'STORE_UNAVAILABLE' } });
      }
    },
  );

  it('when it is frozen, then the store says that it does not answer, and works again when it does', async () => {
    const port = await findFreePorts(1);
    const store = openStore(port);
    const server = await start(tempFolder(), port);
    await store.append(move(1));

    server.freeze();
    const outcome = store.chain(agency, 0, 10);

    await expect(outcome).rejects.toMatchObject(unavailable('it did not answer in time'));
    server.thaw();
    expect(await store.chain(agency, 0, 10)).toEqual([move(1)]);
    await store.append(move(2));
  });

  it.each(waysToFill)(
    'when it is on a disk %s, and that is full, then the store says so, and works when there is room',
    async (_name, createDisk, reason) => {
      const [disk, port] = [createDisk(), await findFreePorts(1)];
      const store = openStore(port);
      const server = await start(disk.folder, port);
      await store.append(move(1));

      disk.fill(server.pid);
      const outcome = store.append({ ...move(2), body: { note: 'a'.repeat(200_000) } });

      await expect(outcome).rejects.toMatchObject(unavailable(reason));
      expect(await store.chain(agency, 0, 10)).toEqual([move(1)]);
      disk.free(server.pid);
      await store.append(move(2));
      expect(await store.chain(agency, 0, 10)).toEqual([move(1), move(2)]);
    },
  );
});
