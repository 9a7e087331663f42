import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';

import { openMongoMoveStore } from '../../../subgraphs/_kit/storage/mongoMoveStore.ts';
import type { MoveStore } from '../../../subgraphs/_kit/storage/moveStore.ts';
import { openSqliteMoveStore } from '../../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { startMongodbServer } from '../../support/mongodbServer.ts';
import { findFreePorts } from '../../support/processes.ts';
import { playWorkflow, type Tally } from './playWorkflow.ts';
import { anySteps } from './steps.ts';

/** The stores that runs are played on. */
export type WorkflowStore = 'sqlite' | 'mongodb';

/** An empty store for one run: how to connect to it, and how to be rid of it. */
interface EmptyStore {
  readonly open: () => Promise<MoveStore>;
  readonly remove: () => Promise<void>;
}

/** Gives an empty store for each run; and how to be rid of what all have needed. */
interface EmptyStores {
  readonly next: () => EmptyStore;
  readonly remove: () => Promise<void>;
}

/** Where the files of short runs lie: in memory where there is such a place, for nothing here depends on a disk. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

async function emptyStores(kind: WorkflowStore): Promise<EmptyStores> {
  const folder = await mkdtemp(join(kind === 'sqlite' ? MEMORY : tmpdir(), 'party-report-'));
  const remove = () => rm(folder, { recursive: true });
  let runs = 0;
  if (kind === 'sqlite') {
    const next = (): EmptyStore => {
      const ofRun = join(folder, String(++runs));
      return {
        open: () => openSqliteMoveStore(ofRun, 'inspection'),
        // At once: memory is scarce, and SQLite does not survive that it runs out.
        remove: () => rm(ofRun, { recursive: true }),
      };
    };
    return { next, remove };
  }
  const server = await startMongodbServer(folder, await findFreePorts(1));
  return {
    next: () => {
      const prefix = `run-${++runs}`;
      const open = () => Promise.resolve(openMongoMoveStore(server.uri, prefix));
      return { open, remove: () => Promise.resolve() };
    },
    remove: () => server.stop().then(remove),
  };
}

/**
 * Plays random steps again and again, each time on an empty store; `mongodb` is a server of our own (MONGODB_SERVER).
 * @returns how often what came up. @throws Error with the smallest steps that show a divergence, and their seed.
 */
export async function runWorkflow(runs: number, kind: WorkflowStore, seed?: number): Promise<Tally> {
  const tally: Tally = new Map();
  const { next, remove } = await emptyStores(kind);
  const property = fc.asyncProperty(anySteps, async (steps) => {
    const store = next();
    await playWorkflow(store.open, steps, tally).finally(store.remove);
  });
  try {
    await fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed }) });
  } finally {
    await remove();
  }
  return tally;
}

/** What comes up in some dozens of runs: where it does not, the runs say little. */
export const EVERYTHING: readonly string[] = [
  ...['APPROVE', 'CATALOGUE', 'CATALOGUE_IN_USE', 'CATALOGUE_SAME'],
  ...['CORRECTION_NOT_EXPLAINED', 'KEY_REUSED', 'MOVE_NOT_ALLOWED', 'OWN_WORK', 'PUBLISH'],
  ...['PUBLISH_AT_PAST', 'RETURN', 'RIGHT_MISSING', 'SAVE', 'SUBMIT', 'TOKEN_REQUIRED', 'WITHDRAW'],
];
