import { findFreePorts, type Settings } from '../../test/support/processes.ts';
import { startMongodbServer } from '../../test/support/mongodbServer.ts';
import type { Instant } from '../../schema/values/index.ts';
import { openMongoMoveStore } from '../../subgraphs/_kit/storage/mongoMoveStore.ts';
import { AGENCY } from './moverWords.ts';
import type { CrashingStore } from './runCrashTest.ts';

/** The embedded store: there is nothing to kill but the process that has it open. */
export const sqliteStore: CrashingStore = {
  victims: ['mover'],
  start: (folder) =>
    Promise.resolve({
      environment: { DATA_DIR: folder } satisfies Settings,
      settings: { kind: 'sqlite', folder },
      crash: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    }),
};

/** A server of test/mongodb-server (MONGODB_SERVER), which is killed too. */
export const mongodbStore: CrashingStore = {
  victims: ['mover', 'server', 'both'],
  async start(folder) {
    const port = await findFreePorts(1);
    let server = await startMongodbServer(folder, port);
    const uri = `mongodb://127.0.0.1:${port}/crash`;
    await makeCollections(uri);
    return {
      environment: { MONGODB_URI: uri },
      settings: { kind: 'mongodb', uri: () => uri, prefix: 'crash' },
      async crash() {
        await server.stop('SIGKILL');
        server = await startMongodbServer(folder, port);
      },
      stop: () => server.stop('SIGKILL'),
    };
  },
};

/**
 * Makes collections and indexes before anything is killed. FerretDB 1.24 makes a table and enters it in its list in two
 * steps: killed between them, it can never make that collection again. MongoDB does both or neither.
 */
async function makeCollections(uri: string): Promise<void> {
  const store = openMongoMoveStore(uri, 'crash');
  await store.raiseAnsweredUntil(AGENCY, '2000-01-01T00:00:00.000Z' as Instant);
  await store.close();
}
