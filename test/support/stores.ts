import { onTestFinished } from 'vitest';

import type { Instant, Period, Release } from '../../schema/values/index.ts';
import type { MoveStore } from '../../subgraphs/_kit/storage/moveStore.ts';
import { createReleaseStore, type ReleaseStore } from '../../subgraphs/_kit/storage/releaseStore.ts';
import { openSqliteMoveStore } from '../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { sealMove } from '../../subgraphs/_kit/submitting/storedMove.ts';
import { tempFolder } from './tempFolder.ts';

/** An empty embedded store in a folder of its own; closed when the test has finished. */
export async function openStore(folder = tempFolder()): Promise<ReleaseStore> {
  const store = await openSqliteMoveStore(folder, 'test');
  onTestFinished(() => store.close());
  return createReleaseStore(store, { bytes: 2 ** 20 });
}

/**
 * Makes a release visible in a store, behind whatever its agency has moved before: at once, or under an embargo where
 * it was made earlier.
 */
export async function insertRelease(
  store: MoveStore,
  release: Release,
  madeAt: Instant = release.publishedAt,
): Promise<void> {
  const { agency, organisation, period, number, publishedAt, ...content } = release;
  const head = await store.head(agency);
  const by = { subject: 'figures', role: 'FIGURES_FOLDER' } as const;
  const context = { by, requestId: null, fingerprint: '' };
  await store.append(
    sealMove(head, {
      ...{ agency, organisation, period, number, kind: 'PUBLISH', key: null },
      at: madeAt,
      visibleFrom: publishedAt,
      body: { ...content, ...context },
    }),
  );
}

/** The store with a list of the reading queries that it was sent. */
export function countingQueries(store: ReleaseStore): { store: ReleaseStore; queries: string[] } {
  const queries: string[] = [];
  return {
    queries,
    store: {
      ...store,
      newestOfLines: (lines, signal) => {
        queries.push(`newestOfLines of ${lines.length}`);
        return store.newestOfLines(lines, signal);
      },
      newestOfAll: (filter, asOf, signal) => {
        queries.push('newestOfAll');
        return store.newestOfAll(filter, asOf, signal);
      },
      headers: (filter, asOf) => {
        queries.push('headers');
        return store.headers(filter, asOf);
      },
    },
  };
}

/** A line of releases of the agency `inspection` as one asks the store for it. */
export function lineAt(asOf: string, organisation = 'ha-tinh-khoi', period = '2024-Q1') {
  return { agency: 'inspection', organisation, period: period as Period, asOf: asOf as Instant };
}

/** A moment in April 2024, by its day. */
export const april = (day: number): Instant =>
  `2024-04-${String(day).padStart(2, '0')}T00:00:00.000Z` as Instant;
