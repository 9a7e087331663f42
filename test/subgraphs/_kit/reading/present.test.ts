import { describe, expect, it } from 'vitest';

import type { Instant, Release } from '../../../../schema/values/index.ts';
import { createKnowledgeClock } from '../../../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { createPresentReader } from '../../../../subgraphs/_kit/reading/present.ts';
import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { sealMove } from '../../../../subgraphs/_kit/submitting/storedMove.ts';
import { givenRelease } from '../../../support/given.ts';
import { givenMove } from '../../../support/moves.ts';
import { april, insertRelease, openStore } from '../../../support/stores.ts';

const NOON = '2024-04-20T12:00:00.000Z' as Instant;

/** A reader of the presents of `inspection` at noon and a half second of 20 April 2024, and the store that it reads. */
async function givenReader(...releases: readonly (readonly [Release, Instant?])[]) {
  const store = await openStore();
  for (const [release, madeAt] of releases) await insertRelease(store, release, madeAt);
  return { store, ...readerOf(store) };
}

function readerOf(store: MoveStore) {
  const running = { now: Date.parse(NOON) + 500 };
  const now = () => running.now;
  const clock = createKnowledgeClock('inspection', store, now);
  const reader = createPresentReader('inspection', store, clock, now);
  return { running, clock, reaching: (asOf: Instant) => reader.reaching(asOf) };
}

async function move(store: MoveStore, kind: 'SAVE' | 'WITHDRAW' | 'CATALOGUE', at: Instant): Promise<void> {
  const { sequence, previousHash, hash, ...rest } = givenMove({ kind, at, number: 2 });
  expect([sequence, previousHash, hash]).toBeDefined();
  await store.append(sealMove(await store.head('inspection'), rest));
}

describe('given an agency that has published on the 2nd', () => {
  const published = [givenRelease({ publishedAt: april(2) })] as const;

  it('when its present is asked for, then it is from then to the last full second, or as far as asked', async () => {
    const { reaching } = await givenReader(published);

    expect(await reaching(april(3))).toEqual({ from: april(2), until: NOON });
    expect(await reaching('2024-04-20T12:00:00.400Z' as Instant)).toEqual({
      from: april(2),
      until: '2024-04-20T12:00:00.400Z',
    });
  });

  it.each(['SAVE', 'WITHDRAW', 'CATALOGUE'] as const)(
    'when a %s follows, then the present begins with it',
    async (kind) => {
      const { store, reaching } = await givenReader(published);
      expect(await reaching(april(3))).toEqual({ from: april(2), until: NOON });

      await move(store, kind, april(5));

      expect(await reaching(april(3))).toEqual({ from: april(5), until: NOON });
      expect(await readerOf(store).reaching(april(3))).toEqual({ from: april(5), until: NOON });
    },
  );

  it('when something is moved in the very moment, then the present goes on to it', async () => {
    const { store, reaching } = await givenReader(published);
    const moment = '2024-04-20T12:00:00.450Z' as Instant;
    await move(store, 'SAVE', moment);

    expect(await reaching(april(3))).toEqual({ from: moment, until: moment });
  });

  it('when a moment has been promised, then nothing is moved in it any more', async () => {
    const { reaching, clock } = await givenReader(published);
    const asked = '2024-04-20T12:00:30.000Z' as Instant;
    const { until } = (await reaching(asked))!;

    const stamp = await clock.publish(null, (at) => Promise.resolve(at));

    expect(until).toBe(asked);
    expect(stamp > until).toBe(true);
  });

  it('when the future is asked for, then nothing is promised', async () => {
    const { reaching } = await givenReader(published);

    expect(await reaching('2024-04-20T12:01:01.000Z' as Instant)).toBeNull();
  });
});

describe('given a release under an embargo until the 21st, made on the 3rd', () => {
  const releases = [
    [givenRelease({ publishedAt: april(2) })],
    [givenRelease({ number: 2, publishedAt: april(21) }), april(3)],
  ] as const;

  it('when its moment has come, then another present has begun', async () => {
    const { running, reaching } = await givenReader(...releases);
    expect(await reaching(april(3))).toEqual({ from: april(3), until: NOON });

    running.now = Date.parse('2024-04-22T00:00:00Z');

    expect(await reaching(april(3))).toEqual({ from: april(21), until: april(22) });
  });

  it('when it is made while presents are told, then they end with its moment too', async () => {
    const { store, running, reaching } = await givenReader(releases[0]);
    expect(await reaching(april(3))).toEqual({ from: april(2), until: NOON });
    await insertRelease(store, ...releases[1]);

    running.now = Date.parse('2024-04-22T00:00:00Z');

    expect(await reaching(april(3))).toEqual({ from: april(21), until: april(22) });
  });
});

describe('given an agency that has never moved anything', () => {
  it('when its present is asked for, then it has always been', async () => {
    const { reaching } = await givenReader();

    expect(await reaching(april(3))).toEqual({ from: '1970-01-01T00:00:00.000Z', until: NOON });
  });

  it('when its store fails once, then the next who asks is told', async () => {
    const store = await openStore();
    await insertRelease(store, givenRelease({ publishedAt: april(2) }));
    let isFailing = true;
    const { reaching } = readerOf({
      ...store,
      headers: (...asked) => (isFailing ? Promise.reject(new Error('no')) : store.headers(...asked)),
    });

    await expect(reaching(april(3))).rejects.toThrow('no');
    isFailing = false;
    expect(await reaching(april(3))).toEqual({ from: april(2), until: NOON });
  });
});
