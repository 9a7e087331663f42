import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { spawn } from 'node:child_process';

import type { Settings } from '../../test/support/processes.ts';
import type { Said } from './moverWords.ts';

/** How long a mover may take to the next move; a store that has come back must have healed by then. */
const MOVE_LIMIT_MS = 30_000;

/** A process that makes moves until it is killed. */
export interface Mover {
  /** Fulfilled at its next acknowledged move. @throws Error when there is none in time, or it has ended. */
  nextMove(): Promise<void>;
  /** Lets it work so many milliseconds. @throws Error when it has ended. */
  work(milliseconds: number): Promise<void>;
  /** Kills it. @returns all that it has said. */
  kill(): Promise<readonly Said[]>;
}

/** Starts a mover on the store that the settings name. */
export function startMover(settings: Settings): Mover {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'mover.ts')], {
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Said[] = [];
  let errors = '';
  let moves = 0;
  let hasEnded = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    // The last line may be cut by the kill: then nothing was promised.
    if (!line.endsWith('}')) return;
    const one = JSON.parse(line) as Said;
    said.push(one);
    if ('sequence' in one) moves += 1;
  });
  const closed = Promise.all([once(child, 'close'), once(lines, 'close')]).then(() => (hasEnded = true));
  const assertRuns = () => {
    if (hasEnded) throw new Error(`The mover has ended by itself:\n${errors}`);
  };
  return {
    async nextMove() {
      const [before, deadline] = [moves, Date.now() + MOVE_LIMIT_MS];
      while (moves === before) {
        assertRuns();
        if (Date.now() > deadline)
          throw new Error(`No move in ${MOVE_LIMIT_MS} ms: ${JSON.stringify(said.at(-1))}`);
        await delay(1);
      }
    },
    async work(milliseconds) {
      await delay(milliseconds);
      assertRuns();
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
      return said;
    },
  };
}
