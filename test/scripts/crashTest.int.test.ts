import { describe, expect, it } from 'vitest';

import { mongodbStore } from '../../scripts/crash/crashingStores.ts';
import { runCrashTest } from '../../scripts/crash/runCrashTest.ts';
import { MONGODB_SERVER, saySkipped } from '../support/mongodbServer.ts';

saySkipped('MONGODB_SERVER');

describe.skipIf(MONGODB_SERVER === undefined)(
  'given a process that makes moves on a MongoDB server as fast as it can',
  () => {
    it('when it, the server or both are killed twenty times, then every acknowledged move is there, and nothing half', async () => {
      const result = await runCrashTest(mongodbStore, 20);

      expect(result).toMatchObject({ kills: 20, broken: [] });
      expect(result.acknowledged).toBeGreaterThan(20);
      expect(result.answers).toBeGreaterThan(0);
    }, 300_000);
  },
);
