import { randomBytes } from 'node:crypto';

import { MongoClient } from 'mongodb';
import { afterAll, describe } from 'vitest';

import { AGENCY_CODES } from '../../../schema/values/index.ts';
import { MONGODB_URI, saySkipped } from '../../support/mongodbServer.ts';
import { tellPublishing } from './publishingStory.ts';

saySkipped('MONGODB_URI');

describe.skipIf(MONGODB_URI === undefined)('given a MongoDB server', () => {
  const prefix = `test-${randomBytes(6).toString('hex')}`;

  afterAll(async () => {
    const client = new MongoClient(MONGODB_URI!);
    for (const code of [...AGENCY_CODES, 'issued-reports'])
      await client.db(`${prefix}_${code}`).dropDatabase();
    await client.close();
  });

  tellPublishing('a database per agency', {
    MONGODB_URI: new URL(prefix, MONGODB_URI ?? 'mongodb://none/').href,
  });
});
