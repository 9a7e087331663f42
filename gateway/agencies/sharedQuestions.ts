import type { Outcome } from './exchange.ts';

/** A question that is being answered, and how many wait for it. */
interface Running {
  waiting: number;
  readonly outcome: Promise<Outcome>;
  /** Ends it when nobody waits any more, or its time is over. */
  readonly ending: AbortController;
}

/**
 * Joins whoever asks the same at the same time. The key must hold all that the answer depends on, the rights of who
 * asks first of all; null for what is not to be shared. A question is given up when the last who waits has left: whoever
 * leaves gets null at once.
 */
export type SharedQuestions = (
  key: string | null,
  signal: AbortSignal | undefined,
  start: (ending: AbortController) => Promise<Outcome>,
) => Promise<Outcome | null>;

export function createSharedQuestions(): SharedQuestions {
  const running = new Map<string, Running>();

  const begin = (key: string | null, start: (ending: AbortController) => Promise<Outcome>): Running => {
    const ending = new AbortController();
    const one: Running = { waiting: 0, outcome: start(ending), ending };
    if (key === null) return one;
    running.set(key, one);
    const forget = (): void => {
      if (running.get(key) === one) running.delete(key);
    };
    ending.signal.addEventListener('abort', forget, { once: true });
    one.outcome.then(forget, forget);
    return one;
  };

  return async (key, signal, start) => {
    if (signal?.aborted) return null;
    const one = (key === null ? undefined : running.get(key)) ?? begin(key, start);
    if (!signal) {
      // Waits to the end, so nobody can be the last to leave.
      one.waiting = Infinity;
      return one.outcome;
    }
    one.waiting += 1;
    let leave = (): void => undefined;
    const left = new Promise<null>((resolve) => {
      leave = () => {
        one.waiting -= 1;
        if (one.waiting === 0) one.ending.abort();
        resolve(null);
      };
      signal.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([one.outcome, left]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  };
}
