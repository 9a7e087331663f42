import { randomBytes } from 'node:crypto';

import { MongoClient } from 'mongodb';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';

import { AGENCY_CODES } from '../../schema/values/index.ts';
import { createAsk, FULL_REPORT, sectionsOf } from '../support/ask.ts';
import { MONGODB_URI, saySkipped } from '../support/mongodbServer.ts';
import { createFolder, findFreePorts, startProgram, waitUntil } from '../support/processes.ts';

saySkipped('MONGODB_URI');

const prefix = `test-${randomBytes(6).toString('hex')}`;

/** `npm start` on MongoDB with databases of this file. */
async function startCopy() {
  const { folder, remove } = await createFolder();
  const port = await findFreePorts(AGENCY_CODES.length + 1);
  const program = startProgram('scripts/start.ts', {
    settings: {
      GATEWAY_PORT: String(port),
      DATA_DIR: folder,
      MONGODB_URI: new URL(prefix, MONGODB_URI).href,
    },
    isGroup: true,
  });
  onTestFinished(async () => {
    await program.stop();
    await remove();
  });
  await waitUntil('it says that it is ready', () => program.stdout().includes('Ready.'), {
    limitMs: 60_000,
    seen: program.log,
  });
  return { program, ask: createAsk(`http://127.0.0.1:${port}/graphql`) };
}

describe.skipIf(MONGODB_URI === undefined)('given a MongoDB server', () => {
  afterAll(async () => {
    const client = new MongoClient(MONGODB_URI!);
    for (const code of AGENCY_CODES) await client.db(`${prefix}_${code}`).dropDatabase();
    await client.close();
  });

  it('when the whole house is started on it twice, then the report is whole, and nothing is published again', async () => {
    const first = await startCopy();
    const answer = await first.ask(FULL_REPORT);
    await first.program.stop('SIGTERM');
    const again = await startCopy();
    const answerAgain = await again.ask(FULL_REPORT);

    for (const one of [answer, answerAgain]) {
      expect(one.errors).toEqual([]);
      for (const section of Object.values(sectionsOf(one))) {
        expect(section?.observations.length).toBeGreaterThan(0);
      }
    }
    expect(await first.program.exited).toEqual({ code: 0, signal: null });
    expect(first.program.stdout()).toContain('"msg":"published"');
    expect(again.program.stdout()).not.toContain('"msg":"published"');
  }, 180_000);
});
