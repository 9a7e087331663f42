import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { createClient } from '@libsql/client';
import { describe, expect, it, onTestFinished } from 'vitest';

import type { Instant } from '../../../../schema/values/index.ts';
import { chainFaultText } from '../../../../subgraphs/_kit/auditing/chainFault.ts';
import { verifyChain } from '../../../../subgraphs/_kit/auditing/verifyChain.ts';
import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { createReleaseStore, type ReleaseOrigin } from '../../../../subgraphs/_kit/storage/releaseStore.ts';
import { openSqliteMoveStore } from '../../../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { givenChain } from '../../../support/chains.ts';
import { givenMove, givenPublishBody, releaseOfNumber } from '../../../support/moves.ts';
import { april, lineAt } from '../../../support/stores.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

const agency = 'inspection';
/** What the body of {@link givenMove} takes. */
const BODY_BYTES = Buffer.byteLength(JSON.stringify(givenPublishBody(1)));
const PLENTY = 2 ** 20;

/** The statements that readers' questions come to: which method, and of `releases` the places. */
function spied(store: MoveStore): { readonly spy: MoveStore; readonly statements: string[] } {
  const statements: string[] = [];
  const spy: MoveStore = {
    ...store,
    standingOfLines: (lines) => {
      statements.push('standingOfLines');
      return store.standingOfLines(lines);
    },
    standingOfAll: (filter, asOf) => {
      statements.push('standingOfAll');
      return store.standingOfAll(filter, asOf);
    },
    releases: (of, sequences) => {
      statements.push(`releases ${sequences.join()}`);
      return store.releases(of, sequences);
    },
  };
  return { spy, statements };
}

async function givenStore(bytes = PLENTY, moves = [givenMove()], folder = tempFolder()) {
  const store = await openSqliteMoveStore(folder, agency);
  onTestFinished(() => store.close());
  for (const move of moves) await store.append(move);
  const { spy, statements } = spied(store);
  const read: [ReleaseOrigin, number][] = [];
  const releases = createReleaseStore(spy, { bytes, onRead: (...told) => void read.push(told) });
  /** The numbers that stand, line by line. */
  const numbers = async (...lines: ReturnType<typeof lineAt>[]) =>
    (await releases.newestOfLines(lines)).map((release) => release?.number ?? null);
  return { store: releases, statements, read, numbers };
}

/** Three lines, the first of number 1, the second of 2, the third of 3, whose bodies are equally long. */
const THREE = ['a', 'b', 'c'].map((organisation, index) =>
  givenMove({ sequence: index + 1, organisation, number: index + 1, body: givenPublishBody(1) }),
);

describe('given a store that keeps the releases it has read', () => {
  it('when an unchanged release is asked for many times, then it is read once', async () => {
    const { store, statements, read } = await givenStore();

    for (let time = 0; time < 10; time += 1) {
      expect(await store.newestOfLines([lineAt(april(9))])).toEqual([releaseOfNumber(1, april(1))]);
      expect(await store.newestOfAll({ agency }, april(8))).toEqual([releaseOfNumber(1, april(1))]);
    }

    expect(statements.filter((one) => one.startsWith('releases'))).toEqual(['releases 1']);
    expect(statements).toHaveLength(21);
    const sum = (from: ReleaseOrigin) =>
      read.filter(([origin]) => origin === from).reduce((total, [, count]) => total + count, 0);
    expect([sum('store'), sum('cache')]).toEqual([1, 19]);
  });

  it('when one of several lines is new, then it alone is read, and all come in the order asked', async () => {
    const { store, statements, numbers } = await givenStore(PLENTY, THREE);
    await numbers(lineAt(april(9), 'a'), lineAt(april(9), 'c'));

    const found = await numbers(
      lineAt(april(9), 'c'),
      lineAt(april(9), 'd'),
      lineAt(april(9), 'b'),
      lineAt(april(9), 'b'),
      lineAt(april(9), 'a'),
    );

    expect(found).toEqual([3, null, 2, 2, 1]);
    expect(statements.filter((one) => one.startsWith('releases'))).toEqual(['releases 1,3', 'releases 2']);
    expect((await store.newestOfAll({ agency }, april(9))).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('when two agencies have a release at the same place, then each keeps its own', async () => {
    const other = givenMove({ agency: 'party-building', number: 7 });
    const { numbers } = await givenStore(PLENTY, [givenMove(), other]);
    const lines = [lineAt(april(9)), { ...lineAt(april(9)), agency: 'party-building' }];

    expect([await numbers(...lines), await numbers(...lines)]).toEqual([
      [1, 7],
      [1, 7],
    ]);
  });

  it('when a release is withdrawn, then it is not shown any more, and still as of the moments when it stood', async () => {
    const { store, numbers } = await givenStore();
    await numbers(lineAt(april(9)));

    await store.append(givenMove({ sequence: 2, number: 2, at: april(5), kind: 'WITHDRAW' }));

    expect(await numbers(lineAt(april(9)), lineAt(april(4)))).toEqual([null, 1]);
    expect(await store.newestOfAll({ agency }, april(9))).toEqual([]);
  });

  it('when a kept release is replaced under an embargo, then each moment has what stands then', async () => {
    const embargoed = givenMove({ sequence: 2, number: 2, at: april(2), visibleFrom: april(8) });
    const { numbers } = await givenStore(PLENTY, [givenMove(), embargoed]);
    const moments = [lineAt(april(9)), lineAt(april(7)), lineAt('2024-03-31T00:00:00.000Z')];

    expect([await numbers(...moments), await numbers(...moments)]).toEqual([
      [2, 1, null],
      [2, 1, null],
    ]);
  });

  it('when somebody tries to change what was read, then it throws', async () => {
    const { store } = await givenStore();
    const [release] = await store.newestOfLines([lineAt(april(9))]);

    expect(() => Object.assign(release!, { number: 2 })).toThrow(TypeError);
    expect(() => (release!.observations as unknown[]).pop()).toThrow(TypeError);
    expect(() => Object.assign(release!.observations[0]!, { value: '9' })).toThrow(TypeError);
    expect(() => Object.assign(release!.observations[0]!.sources[0]!, { section: 'x' })).toThrow(TypeError);
    expect(await store.newestOfLines([lineAt(april(9))])).toEqual([releaseOfNumber(1, april(1))]);
  });

  it('when a reading fails, then nothing is kept of it, and the next one succeeds', async () => {
    const { store } = await givenStore();
    let isBroken = true;
    const failing = { ...store, releases: () => Promise.reject(new Error('disk full')) } as MoveStore;
    const releases = createReleaseStore(
      { ...store, releases: (...which) => (isBroken ? failing : store).releases(...which) },
      { bytes: PLENTY },
    );

    await expect(releases.newestOfLines([lineAt(april(9))])).rejects.toThrow('disk full');
    isBroken = false;
    expect(await releases.newestOfLines([lineAt(april(9))])).toEqual([releaseOfNumber(1, april(1))]);
  });

  it('when nobody waits any more once it is known what stands, then no release is read', async () => {
    const { store, statements } = await givenStore();
    const leaving = new AbortController();

    const outcome = store.newestOfLines([lineAt(april(9))], leaving.signal);
    leaving.abort(new Error('gone'));

    await expect(outcome).rejects.toThrow('gone');
    expect(statements).toEqual(['standingOfLines']);
  });
});

describe('given room for two releases', () => {
  const ask = (organisation: string) => lineAt(april(9), organisation);

  it('when three are read, then the longest unused is read again, and the others are not', async () => {
    const { statements, numbers } = await givenStore(2 * BODY_BYTES, THREE);
    for (const organisation of ['a', 'b', 'a', 'c', 'a', 'c', 'b']) await numbers(ask(organisation));

    expect(statements.filter((one) => one.startsWith('releases'))).toEqual([
      'releases 1',
      'releases 2',
      'releases 3',
      'releases 2',
    ]);
  });

  it('when all three are asked for at once, then all are told', async () => {
    const { numbers } = await givenStore(2 * BODY_BYTES, THREE);

    expect(await numbers(ask('a'), ask('b'), ask('c'))).toEqual([1, 2, 3]);
    expect(await numbers(ask('c'), ask('b'), ask('a'))).toEqual([3, 2, 1]);
  });

  it.each([
    ['a byte less than one takes', BODY_BYTES - 1],
    ['none', 0],
  ])('when there is room for %s, then each reading reads it', async (_what, bytes) => {
    const { statements, numbers } = await givenStore(bytes, THREE);

    expect([await numbers(ask('a')), await numbers(ask('a'))]).toEqual([[1], [1]]);
    expect(statements.filter((one) => one.startsWith('releases'))).toEqual(['releases 1', 'releases 1']);
  });
});

describe('given a kept release whose row somebody alters', () => {
  /** Changes columns of a move in the file, behind the store's back. */
  async function alter(folder: string, sequence: number, change: string): Promise<void> {
    const client = createClient({ url: pathToFileURL(join(folder, `${agency}.sqlite`)).href });
    await client.execute(`UPDATE moves SET ${change} WHERE sequence = ${sequence}`);
    client.close();
  }

  it('when the chain is verified through the same store, then the row is named all the same', async () => {
    const folder = tempFolder();
    const { store } = await givenStore(PLENTY, [], folder);
    await givenChain(store, agency);
    await store.newestOfAll({ agency }, '2024-04-20T12:00:00.006Z' as Instant);

    await alter(folder, 7, `body = replace(body, '"value":"3"', '"value":"4"')`);

    const { fault } = await verifyChain(store, agency);
    expect(fault && chainFaultText(fault)).toBe('Entry 7 was altered: what it says is not what was hashed.');
  });

  it('when its hash is another, as in a file that was replaced, then it is read anew', async () => {
    const folder = tempFolder();
    const { store, numbers, statements } = await givenStore(PLENTY, [givenMove()], folder);
    await numbers(lineAt(april(9)));

    await alter(folder, 1, `release_hash = 'another'`);

    const [found] = await store.newestOfLines([lineAt(april(9))]);
    expect(found?.hash).toBe('another');
    expect(statements.filter((one) => one.startsWith('releases'))).toHaveLength(2);
  });
});
