import { describe, expect, it, onTestFinished } from 'vitest';

import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { createAgencyFigures } from '../../../../subgraphs/_kit/observing/agencyFigures.ts';
import { observeStore } from '../../../../subgraphs/_kit/observing/observeStore.ts';
import { createReleaseStore } from '../../../../subgraphs/_kit/storage/releaseStore.ts';
import { openSqliteMoveStore } from '../../../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { givenRelease } from '../../../support/given.ts';
import { insertRelease, openStore } from '../../../support/stores.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

const figures = createAgencyFigures();

async function countsOf(name: string): Promise<string[]> {
  return (await figures.text()).split('\n').filter((line) => line.startsWith(name));
}

describe('given a store whose uses are counted', () => {
  it('when a release is kept and read, then each use is counted, and the release', async () => {
    const store = observeStore(await openStore(), figures);

    await insertRelease(store, givenRelease());
    const { agency } = givenRelease();

    expect(await store.head(agency)).toMatchObject({ sequence: 1 });
    expect(await countsOf('party_report_store_seconds_count')).toEqual([
      'party_report_store_seconds_count{method="head",outcome="done"} 2',
      'party_report_store_seconds_count{method="append",outcome="done"} 1',
    ]);
    expect(await countsOf('party_report_releases_published_total')).toEqual([
      'party_report_releases_published_total 1',
    ]);
  });

  it('when releases are read, then it is counted how many came from the store and how many from the cache', async () => {
    const moves = await openSqliteMoveStore(tempFolder(), 'test');
    onTestFinished(() => moves.close());
    const own = createAgencyFigures();
    const onRead = (...read: Parameters<typeof own.releasesRead>) => own.releasesRead(...read);
    const store = createReleaseStore(observeStore(moves, own), { bytes: 2 ** 20, onRead });
    await insertRelease(store, givenRelease());
    const { agency, publishedAt } = givenRelease();

    for (let time = 0; time < 3; time += 1) await store.newestOfAll({ agency }, publishedAt);

    const told = (await own.text()).split('\n');
    expect(told.filter((line) => line.startsWith('party_report_releases_read_total'))).toEqual([
      'party_report_releases_read_total{from="cache"} 2',
      'party_report_releases_read_total{from="store"} 1',
    ]);
    expect(told).toContain('party_report_store_seconds_count{method="releases",outcome="done"} 1');
  });

  it('when it fails, then whoever uses it hears of it, it is counted, and no release is', async () => {
    const failing = {
      ...(await openStore()),
      append: () => Promise.reject(new Error('no room')),
    } satisfies MoveStore;
    const store = observeStore(failing, figures);

    await expect(insertRelease(store, givenRelease())).rejects.toThrow('no room');

    expect(await countsOf('party_report_store_seconds_count{method="append",outcome="failed"}')).toEqual([
      'party_report_store_seconds_count{method="append",outcome="failed"} 1',
    ]);
    expect(await countsOf('party_report_releases_published_total')).toEqual([
      'party_report_releases_published_total 1',
    ]);
  });
});
