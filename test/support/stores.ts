import { onTestFinished } from 'vitest';

import type { Instant, Period } from '../../schema/values/index.ts';
import type { ReleaseStore } from '../../subgraphs/_kit/storage/releaseStore.ts';
import { openSqliteReleaseStore } from '../../subgraphs/_kit/storage/sqliteReleaseStore.ts';
import { tempFolder } from './tempFolder.ts';

/** An empty embedded store in a folder of its own; closed when the test has finished. */
export async function openStore(folder = tempFolder()): Promise<ReleaseStore> {
  const store = await openSqliteReleaseStore(folder, 'test');
  onTestFinished(() => store.close());
  return store;
}

/** The store with a list of the reading queries that it was sent. */
export function countingQueries(store: ReleaseStore): { store: ReleaseStore; queries: string[] } {
  const queries: string[] = [];
  return {
    queries,
    store: {
      ...store,
      newestOfLines: (lines) => {
        queries.push(`newestOfLines of ${lines.length}`);
        return store.newestOfLines(lines);
      },
      newestOfAll: (filter, asOf) => {
        queries.push('newestOfAll');
        return store.newestOfAll(filter, asOf);
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
