import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { MongoClient } from 'mongodb';

import { openMongoMoveStore } from '../../../subgraphs/_kit/storage/mongoMoveStore.ts';
import type { MoveStore } from '../../../subgraphs/_kit/storage/moveStore.ts';
import { openSqliteMoveStore } from '../../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { playWorkflow, type Tally } from './playWorkflow.ts';
import { anySteps } from './steps.ts';

/** An empty store for one run: how to connect to it, and how to be rid of it. */
interface EmptyStore {
  readonly open: () => Promise<MoveStore>;
  readonly remove: () => Promise<unknown>;
}

/** Where the runs' files lie: in memory where there is such a place, for nothing here depends on a disk. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

async function emptySqliteStore(): Promise<EmptyStore> {
  const folder = await mkdtemp(join(FOLDER, 'party-report-'));
  return {
    open: () => openSqliteMoveStore(folder, 'inspection'),
    remove: () => rm(folder, { recursive: true }),
  };
}

function emptyMongoStore(uri: string): EmptyStore {
  const prefix = `workflow-${randomBytes(6).toString('hex')}`;
  return {
    open: () => Promise.resolve(openMongoMoveStore(uri, prefix)),
    remove: async () => {
      const client = new MongoClient(uri);
      await client.db(`${prefix}_inspection`).dropDatabase();
      await client.close();
    },
  };
}

/**
 * Plays random steps again and again, each time on an empty store: the embedded one, or with an address MongoDB.
 * @returns how often what came up. @throws Error with the smallest steps that show a divergence, and their seed.
 */
export async function runWorkflow(runs: number, mongodbUri: string | null, seed?: number): Promise<Tally> {
  const tally: Tally = new Map();
  const property = fc.asyncProperty(anySteps, async (steps) => {
    const { open, remove } = mongodbUri === null ? await emptySqliteStore() : emptyMongoStore(mongodbUri);
    await playWorkflow(open, steps, tally).finally(remove);
  });
  await fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed }) });
  return tally;
}

/** What comes up in some dozens of runs: where it does not, the runs say little. */
export const EVERYTHING: readonly string[] = [
  ...['APPROVE', 'CORRECTION_NOT_EXPLAINED', 'KEY_REUSED', 'MOVE_NOT_ALLOWED', 'OWN_WORK', 'PUBLISH'],
  ...['PUBLISH_AT_PAST', 'RETURN', 'RIGHT_MISSING', 'SAVE', 'SUBMIT', 'TOKEN_REQUIRED', 'WITHDRAW'],
];
