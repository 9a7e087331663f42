import { setTimeout as delay } from 'node:timers/promises';

/** Something that is done again and again. */
export interface Repeating {
  /** Fulfilled when what is being done is done. Rejects with what went wrong. */
  stop(): Promise<void>;
}

/** Does something again and again, `pauseMs` after it was done, until it is stopped or fails. */
export function startRepeating(pauseMs: () => number, work: () => void | Promise<void>): Repeating {
  const ending = new AbortController();
  const repeat = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await work();
      await delay(pauseMs(), undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const running = repeat();
  // Whoever stops it is told what went wrong.
  running.catch(() => undefined);
  return {
    stop() {
      ending.abort();
      return running;
    },
  };
}
