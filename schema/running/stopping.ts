import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import type { Logger } from 'pino';

/** Clients keep connections open for more, so those that have become idle are looked for so often. */
const IDLE_LOOK_MS = 50;

/**
 * Ctrl-C in a terminal reaches every process there, and whoever has started this one may send it a signal for the same
 * reason: what comes so soon after the first is no second one.
 */
const SAME_MOMENT_MS = 500;

export interface StopSettings {
  readonly logger: Logger;
  /** Ends everything; true when all requests in flight have got their answer. */
  readonly stop: () => Promise<boolean>;
}

/**
 * Stops the process at the first SIGTERM or SIGINT, once `stop` is done. A second one, half a second or more after it,
 * ends it at once. The exit code is 0 when every request has got its answer, else 1, whichever the signal: a process manager shall notice what was cut off.
 */
export function stopOnSignals({ logger, stop }: StopSettings): void {
  let stoppingSince: number | null = null;
  const onSignal = (signal: string): void => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince < SAME_MOMENT_MS) return;
      logger.warn({ signal }, 'ended at once by a second signal');
      process.exit(1);
    }
    stoppingSince = performance.now();
    logger.info({ signal }, 'stopping');
    void stop().then(
      (isWhole) => process.exit(isWhole ? 0 : 1),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal);
}

/** Takes no new connection, and waits for requests in flight; false when the limit has cut some off. */
export async function drain(server: Server, limitMs: number): Promise<boolean> {
  const ended = new AbortController();
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_LOOK_MS);
  const closed = new Promise<boolean>((resolve) => server.close(() => resolve(true)));
  const late = delay(limitMs, false, { signal: ended.signal }).catch(() => true);
  const isWhole = await Promise.race([closed, late]);
  ended.abort();
  clearInterval(idle);
  server.closeAllConnections();
  return isWhole;
}
