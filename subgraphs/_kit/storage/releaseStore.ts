import assert from 'node:assert/strict';

import { LRUCache } from 'lru-cache';

import type { Instant, Release } from '../../../schema/values/index.ts';
import type { LineAt, LineFilter, MoveStore, StandingRelease } from './moveStore.ts';

/** Where a release came from that a reader was given. */
export type ReleaseOrigin = 'cache' | 'store';

/**
 * A store of moves that also gives whole releases. What stands is asked of the store each time; the releases themselves
 * never change and are kept. They are shared by all readers, and frozen.
 */
export interface ReleaseStore extends MoveStore {
  /**
   * What is published of each line at its `asOf`, in the order asked; null where nothing stands. Rejects with the
   * signal's reason, and reads no further, once that is aborted.
   */
  newestOfLines(lines: readonly LineAt[], signal?: AbortSignal | null): Promise<(Release | null)[]>;

  /** As {@link newestOfLines} for every line the filter meets, without the nulls, by organisation, then period. */
  newestOfAll(filter: LineFilter, asOf: Instant, signal?: AbortSignal | null): Promise<Release[]>;
}

/** How a store keeps the releases that it has read. */
export interface ReleaseKeeping {
  /** How many bytes the bodies of all that is kept may have as text; 0 keeps nothing. The longest unused goes first. */
  readonly bytes: number;
  /** Told of every reading, once for each origin. */
  readonly onRead?: (from: ReleaseOrigin, count: number) => void;
}

/** The same store, with whole releases. */
export function createReleaseStore(store: MoveStore, keeping: ReleaseKeeping): ReleaseStore {
  const { bytes, onRead = () => undefined } = keeping;
  const kept = bytes > 0 ? new LRUCache<string, Release>({ maxSize: bytes }) : null;

  /** A kept release counts only as long as the store's index says the same of it: the file may have been replaced. */
  const keptOf = (standing: StandingRelease): Release | null => {
    const release = kept?.get(keyOf(standing)) ?? null;
    return release?.hash === standing.hash ? release : null;
  };

  /** Reads from the store, agency by agency; by key. */
  const readAll = async (wanted: readonly StandingRelease[]): Promise<ReadonlyMap<string, Release>> => {
    const read = new Map<string, Release>();
    for (const agency of new Set(wanted.map((one) => one.agency))) {
      const ofAgency = wanted.filter((one) => one.agency === agency);
      const sequences = [...new Set(ofAgency.map(({ sequence }) => sequence))];
      for (const { sequence, release, bytes: size } of await store.releases(agency, sequences)) {
        const key = keyOf({ agency, sequence });
        read.set(key, deepFreeze(release));
        kept?.set(key, release, { size });
      }
    }
    return read;
  };

  const releasesOf = async (
    standing: readonly (StandingRelease | null)[],
    signal: AbortSignal | null,
  ): Promise<(Release | null)[]> => {
    const known = new Map(standing.map((one) => [one, one && keptOf(one)]));
    const wanted = [...known].flatMap(([one, release]) => (one && !release ? [one] : []));
    if (wanted.length > 0) signal?.throwIfAborted();
    const read = wanted.length > 0 ? await readAll(wanted) : new Map<string, Release>();
    onRead('cache', [...known.values()].filter((release) => release !== null).length);
    onRead('store', read.size);
    return standing.map((one) => {
      if (one === null) return null;
      const release = known.get(one) ?? read.get(keyOf(one));
      assert(release, 'moves are never removed');
      return release;
    });
  };

  return {
    ...store,
    newestOfLines: async (lines, signal = null) => releasesOf(await store.standingOfLines(lines), signal),
    async newestOfAll(filter, asOf, signal = null) {
      const found = await releasesOf(await store.standingOfAll(filter, asOf), signal);
      return found.filter((release) => release !== null);
    },
  };
}

function keyOf({ agency, sequence }: Pick<StandingRelease, 'agency' | 'sequence'>): string {
  return `${sequence} ${agency}`;
}

/** The same value, which nobody can change any more. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const member of Object.values(value)) deepFreeze(member);
    Object.freeze(value);
  }
  return value;
}
