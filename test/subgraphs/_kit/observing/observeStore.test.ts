import { describe, expect, it } from 'vitest';

import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { createAgencyFigures } from '../../../../subgraphs/_kit/observing/agencyFigures.ts';
import { observeStore } from '../../../../subgraphs/_kit/observing/observeStore.ts';
import { givenRelease } from '../../../support/given.ts';
import { insertRelease, openStore } from '../../../support/stores.ts';

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
