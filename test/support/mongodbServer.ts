import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { signalTo } from './processes.ts';

/** The server that the whole run shares; unset where there is none, and then its tests are skipped. */
export const MONGODB_URI = process.env.MONGODB_URI;

/** The program of test/mongodb-server, for tests that end and restart one of their own. */
export const MONGODB_SERVER = process.env.MONGODB_SERVER;

/** Says why tests are skipped, once per file. */
export function saySkipped(variable: 'MONGODB_URI' | 'MONGODB_SERVER'): void {
  if (process.env[variable] !== undefined) return;
  console.warn(`Skipped: ${variable} is not set. .ci/run builds test/mongodb-server, starts it and sets it.`);
}

/** A database server of our own. */
export interface MongodbServer {
  readonly pid: number;
  readonly uri: string;
  /** Ends it with the signal; fulfilled when it has ended. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Stops it in its work, as a frozen machine does. */
  freeze(): void;
  thaw(): void;
}

const running = new Set<number>();
process.once('exit', () => {
  for (const pid of running) signalTo(pid, 'SIGKILL');
});

/** Starts a server over a folder and waits until it listens. */
export async function startMongodbServer(folder: string, port: number): Promise<MongodbServer> {
  const child = spawn(MONGODB_SERVER!, ['-folder', folder, '-port', String(port)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child, 'spawn');
  const pid = child.pid!;
  running.add(pid);
  const exited = once(child, 'exit').then(() => running.delete(pid));
  const said = await Promise.race([once(createInterface(child.stdout), 'line'), exited]);
  if (!Array.isArray(said)) throw new Error(`The server has ended with code ${child.exitCode}.`);
  return {
    pid,
    uri: said[0] as string,
    async stop(signal = 'SIGTERM') {
      signalTo(pid, signal);
      await exited;
    },
    freeze: () => signalTo(pid, 'SIGSTOP'),
    thaw: () => signalTo(pid, 'SIGCONT'),
  };
}
