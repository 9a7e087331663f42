import { randomInt } from 'node:crypto';

import { createFolder, type Settings } from '../../test/support/processes.ts';
import { openMoveStore, type StoreSettings } from '../../subgraphs/_kit/storage/openMoveStore.ts';
import { checkPromises, type Found } from './checkPromises.ts';
import { AGENCY, type Said } from './moverWords.ts';
import { startMover } from './startMover.ts';

/** What a crash test has come to. */
export interface CrashResult {
  readonly kills: number;
  /** Kills by what was killed. */
  readonly killed: Readonly<Record<Victim, number>>;
  /** Moves that were acknowledged, over all stores. */
  readonly acknowledged: number;
  /** Moves that were there without having been acknowledged: they were on their way at a kill. */
  readonly unacknowledged: number;
  readonly releases: number;
  /** Answers for a moment that were asked for again after every kill that followed. */
  readonly answers: number;
  /** How often the mover was told that the store could not be used. */
  readonly unavailable: number;
  /** All that was promised and was not so. */
  readonly broken: readonly string[];
}

/** What is killed: the process that moves, the database server under it, or both at once. */
export type Victim = 'mover' | 'server' | 'both';

/** A store that can be killed. */
export interface CrashingStore {
  readonly victims: readonly Victim[];
  /** Starts what it needs over an empty folder. */
  start(folder: string): Promise<RunningStore>;
}

/** A store that runs over a folder. */
export interface RunningStore {
  /** What the mover is started with. */
  readonly environment: Settings;
  readonly settings: StoreSettings;
  /** Kills its server and starts it again; nothing where there is none. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** After so many kills an empty store takes the place of the one that has grown. */
const KILLS_PER_STORE = 20;

/** How long the mover is left at work at most, from its first move on. */
const LONGEST_WORK_MS = 250;

/** How long a mover takes to start, about: some are killed before they have made a move. */
const START_MS = 1500;

/** Kills so often, and after each kill holds the store against all that was promised since it was empty. */
export async function runCrashTest(
  store: CrashingStore,
  kills: number,
  report: (line: string) => void = () => undefined,
): Promise<CrashResult> {
  const total = {
    kills: 0,
    killed: { mover: 0, server: 0, both: 0 },
    ...{ acknowledged: 0, unacknowledged: 0, releases: 0, answers: 0, unavailable: 0 },
  };
  let broken: readonly string[] = [];
  while (total.kills < kills && broken.length === 0) {
    broken = await crashOneStore(store, Math.min(KILLS_PER_STORE, kills - total.kills), total, report);
  }
  return { ...total, broken };
}

/** Adds to the counts what becomes of one store. @returns what is broken. */
async function crashOneStore(
  store: CrashingStore,
  kills: number,
  total: { -readonly [Count in keyof Omit<CrashResult, 'broken'>]: Omit<CrashResult, 'broken'>[Count] },
  report: (line: string) => void,
): Promise<readonly string[]> {
  const { folder, remove } = await createFolder();
  const running = await store.start(folder);
  const said: Said[] = [];
  let found: Found = { moves: 0, releases: 0, broken: [] };
  try {
    for (let kill = 1; kill <= kills && found.broken.length === 0; kill += 1) {
      const victim = store.victims[randomInt(store.victims.length)] ?? 'mover';
      total.kills += 1;
      total.killed = { ...total.killed, [victim]: total.killed[victim] + 1 };
      const saidNow = await killOnce(running, victim);
      said.push(...saidNow);
      found = await look(running, said);
      const kept = found.broken.length === 0 ? 'all promises kept' : found.broken.join(' ');
      report(
        `kill ${total.kills} (${victim}) after ${saidNow.length} promises; ${found.moves} moves: ${kept}`,
      );
    }
  } finally {
    await running.stop();
    await remove();
  }
  const count = (member: string) => said.filter((one) => member in one).length;
  total.acknowledged += count('sequence');
  total.unacknowledged += found.moves - count('sequence');
  total.releases += found.releases;
  total.answers += count('asOf');
  total.unavailable += count('unavailable');
  return found.broken;
}

/** Lets a mover work and kills at a random moment. */
async function killOnce(running: RunningStore, victim: Victim): Promise<readonly Said[]> {
  const mover = startMover(running.environment);
  // One in five may come before the first move, in the middle of opening a store or making its tables.
  if (randomInt(5) > 0) await mover.nextMove();
  await mover.work(randomInt(5) > 0 ? randomInt(LONGEST_WORK_MS) : randomInt(START_MS));
  if (victim === 'mover') return mover.kill();
  if (victim === 'both') {
    const said = mover.kill();
    await running.crash();
    return said;
  }
  await running.crash();
  // The same mover goes on by itself: its store heals without a restart.
  await mover.nextMove();
  return mover.kill();
}

async function look(running: RunningStore, said: readonly Said[]): Promise<Found> {
  const store = await openMoveStore(running.settings, AGENCY);
  try {
    return await checkPromises(store, said);
  } finally {
    await store.close();
  }
}
