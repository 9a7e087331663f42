import { randomBytes } from 'node:crypto';

import { MongoClient } from 'mongodb';
import { afterAll, describe } from 'vitest';

import { openMongoMoveStore } from '../../../../subgraphs/_kit/storage/mongoMoveStore.ts';
import { moveStoreContract } from '../../../contracts/moveStoreContract.ts';
import { MONGODB_URI, saySkipped } from '../../../support/mongodbServer.ts';

saySkipped('MONGODB_URI');

describe.skipIf(MONGODB_URI === undefined)('given a MongoDB server', () => {
  const ofThisFile = `test-${randomBytes(6).toString('hex')}`;
  let places = 0;

  afterAll(async () => {
    const client = new MongoClient(MONGODB_URI!);
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) {
      if (name.startsWith(ofThisFile)) await client.db(name).dropDatabase();
    }
    await client.close();
  });

  moveStoreContract(() => {
    const prefix = `${ofThisFile}-${++places}`;
    return Promise.resolve({ open: () => Promise.resolve(openMongoMoveStore(MONGODB_URI!, prefix)) });
  });
});
