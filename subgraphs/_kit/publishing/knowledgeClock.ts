import { instantMilliseconds, instantOf, type Instant } from '../../../schema/values/index.ts';
import type { MoveStore } from '../storage/moveStore.ts';

/**
 * Keeps the promise of `asOf`: what was answered for an instant stays the answer for it.
 * Readers announce the instant that they answer for; publishers get a stamp later than every instant announced,
 * and readers of that stamp or later wait until the publisher's insert is done. The mark of the latest
 * announced instant is stored, so that the promise survives a restart and a clock that steps back.
 */
export interface KnowledgeClock {
  /** Fulfilled when `asOf` may be answered for. */
  announce(asOf: Instant): Promise<void>;
  /** Runs `insert` with a stamp that no reader has been answered for. One publisher at a time. */
  publish<T>(after: Instant | null, insert: (stamp: Instant) => Promise<T>): Promise<T>;
}

export function createKnowledgeClock(agency: string, store: MoveStore, now: () => number): KnowledgeClock {
  let mark = 0;
  let loading: Promise<void> | null = null;
  let raised: Promise<void> | null = Promise.resolve();
  let publishing: Promise<unknown> = Promise.resolve();
  let openStamp: number | null = null;
  let lastStamp = 0;

  const load = async (): Promise<void> => {
    const stored = await store.answeredUntil(agency);
    if (stored !== null) mark = Math.max(mark, instantMilliseconds(stored));
  };
  // A store that has failed is asked again by the next reader.
  const loaded = (): Promise<void> =>
    (loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    }));
  const raise = (): Promise<void> => {
    const attempt = store.raiseAnsweredUntil(agency, instantOf(mark)).catch((error: unknown) => {
      if (raised === attempt) raised = null;
      throw error;
    });
    return attempt;
  };

  return {
    async announce(asOf) {
      const wanted = instantMilliseconds(asOf);
      await loaded();
      if (wanted > mark) {
        mark = wanted;
        raised = raise();
      }
      await (raised ??= raise());
      if (openStamp !== null && wanted >= openStamp) await publishing;
    },

    publish(after, insert) {
      const run = async () => {
        await loaded();
        // No await between reading the mark and opening the stamp: a reader is either before both or after both.
        const stamp = Math.max(
          now(),
          mark + 1,
          lastStamp + 1,
          after === null ? 0 : instantMilliseconds(after) + 1,
        );
        lastStamp = stamp;
        openStamp = stamp;
        try {
          return await insert(instantOf(stamp));
        } finally {
          openStamp = null;
        }
      };
      const result = publishing.then(run, run);
      publishing = result.catch(() => undefined);
      return result;
    },
  };
}
