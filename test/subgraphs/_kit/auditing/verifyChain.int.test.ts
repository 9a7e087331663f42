import { randomBytes } from 'node:crypto';

import { MongoClient, type Collection } from 'mongodb';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';

import { chainFaultText } from '../../../../subgraphs/_kit/auditing/chainFault.ts';
import { verifyChain } from '../../../../subgraphs/_kit/auditing/verifyChain.ts';
import { openMongoMoveStore } from '../../../../subgraphs/_kit/storage/mongoMoveStore.ts';
import { givenChain } from '../../../support/chains.ts';
import { MONGODB_URI, saySkipped } from '../../../support/mongodbServer.ts';

saySkipped('MONGODB_URI');

interface Entry {
  readonly _id: number | string;
  readonly uniqueKey?: unknown;
}

describe.skipIf(MONGODB_URI === undefined)('given a chain of twelve moves on a MongoDB server', () => {
  const names: string[] = [];

  afterAll(async () => {
    const client = new MongoClient(MONGODB_URI!);
    for (const name of names) await client.db(name).dropDatabase();
    await client.close();
  });

  /** What is said of the chain after somebody has been at its database. */
  async function verdictAfter(
    tamper: (moves: Collection<Entry>) => Promise<unknown>,
  ): Promise<string | null> {
    const prefix = `test-${randomBytes(6).toString('hex')}`;
    names.push(`${prefix}_inspection`);
    const store = openMongoMoveStore(MONGODB_URI!, prefix);
    onTestFinished(() => store.close());
    await givenChain(store);
    const client = new MongoClient(MONGODB_URI!);
    onTestFinished(() => client.close());
    await tamper(client.db(`${prefix}_inspection`).collection<Entry>('moves'));
    const { fault } = await verifyChain(store, 'inspection');
    return fault && chainFaultText(fault);
  }

  /** The same document under another sequence. */
  const moveTo = async (moves: Collection<Entry>, from: number, to: number | string) => {
    const found = await moves.findOne({ _id: from });
    await moves.deleteOne({ _id: from });
    await moves.insertOne({ ...found!, _id: to });
  };

  it('when nobody has touched it, then it is sound', async () => {
    expect(await verdictAfter(() => Promise.resolve())).toBeNull();
  });

  it.each([
    ['kind', { kind: 'WITHDRAW' }],
    ['agency', { agency: 'office' }],
    ['moment', { at: '2024-04-19T12:00:00.000Z' }],
    ['body', { body: '{}' }],
    ['hash', { hash: 'a'.repeat(64) }],
  ])('when the %s of entry 7 is altered, then entry 7 is named', async (_what, $set) => {
    const said = await verdictAfter((moves) => moves.updateOne({ _id: 7 }, { $set }));

    expect(said).toBe('Entry 7 was altered: what it says is not what was hashed.');
  });

  it('when the body of an entry is cut, then it is named', async () => {
    const said = await verdictAfter((moves) => moves.updateOne({ _id: 7 }, { $set: { body: '{"by"' } }));

    expect(said).toBe('Entry 7 was altered: it cannot be read.');
  });

  it('when an entry is removed, then it is named', async () => {
    expect(await verdictAfter((moves) => moves.deleteOne({ _id: 5 }))).toBe('Entry 5 was removed.');
  });

  it('when two entries change places, then the first is named', async () => {
    const said = await verdictAfter(async (moves) => {
      await moveTo(moves, 4, 100);
      await moveTo(moves, 8, 4);
      await moveTo(moves, 100, 8);
    });

    expect(said).toBe('Entry 4 was reordered: it was written as entry 8.');
  });

  it('when an entry is copied to another number, then the copy is named', async () => {
    const said = await verdictAfter(async (moves) => {
      const found = await moves.findOne({ _id: 7 });
      await moves.insertOne({ ...found!, _id: 13, uniqueKey: 13 });
    });

    expect(said).toBe('Entry 13 was reordered: it was written as entry 7.');
  });

  it('when the hash that lists tell of a release is altered, then its entry is named', async () => {
    const said = await verdictAfter((moves) => moves.updateOne({ _id: 7 }, { $set: { releaseHash: 'b' } }));

    expect(said).toBe('Entry 7 was altered: lists tell something else than the entry itself.');
  });

  it('when the key that repetitions are known by is altered, then its entry is named', async () => {
    const said = await verdictAfter((moves) =>
      moves.updateOne({ _id: 7 }, { $set: { uniqueKey: '"another"' } }),
    );

    expect(said).toBe('Entry 7 was altered: lists tell something else than the entry itself.');
  });

  it('when a release is put beside the chain, then it is named', async () => {
    const said = await verdictAfter(async (moves) => {
      const found = await moves.findOne({ _id: 11 });
      await moves.insertOne({ ...found!, _id: 'x', uniqueKey: 'x', ...{ number: 9 } });
    });

    expect(said).toBe('Lists tell of the release ha-tinh-khoi 2024-Q1 9, which no entry has made.');
  });
});
