import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

import { EXIT_CONFIGURATION } from '../schema/errors/index.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;
/** A process that ran so long starts with the first pause again when it dies. */
const HEALTHY_MS = 10_000;

/** A process that is started again when it dies. */
export interface Supervised {
  /** Ends it: SIGTERM, and SIGKILL when it takes longer than the limit. */
  stop(limitMs: number): Promise<void>;
}

/**
 * Runs a TypeScript program in its own process, its output among ours. When it dies it is named and started again
 * after a pause that doubles; when it refuses what it was given, `onRefusal` is told instead. It sees our environment
 * and `settings`.
 */
export function superviseProcess(
  name: string,
  file: string,
  onRefusal: (name: string) => void,
  settings: Readonly<Record<string, string>> = {},
): Supervised {
  let child: ChildProcess | null = null;
  let isStopping = false;
  let pause = FIRST_PAUSE_MS;

  const start = (): void => {
    const startedAt = Date.now();
    child = spawn(process.execPath, ['--import', 'tsx', file], {
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('exit', (code, signal) => {
      child = null;
      if (isStopping) return;
      if (code === EXIT_CONFIGURATION) {
        onRefusal(name);
        return;
      }
      if (Date.now() - startedAt > HEALTHY_MS) pause = FIRST_PAUSE_MS;
      console.error(
        `${name} died (${signal ?? `exit code ${code ?? 'unknown'}`}); starting it again in ${pause} ms`,
      );
      setTimeout(() => {
        if (!isStopping) start();
      }, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
  };
  start();

  return {
    async stop(limitMs) {
      isStopping = true;
      const running = child;
      if (!running) return;
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      running.kill('SIGTERM');
      await Promise.race([ended, delay(limitMs, undefined, { ref: false })]);
      if (running.exitCode === null && running.signalCode === null) running.kill('SIGKILL');
    },
  };
}
