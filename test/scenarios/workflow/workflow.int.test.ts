import { describe, expect, it } from 'vitest';

import { MONGODB_SERVER, saySkipped } from '../../support/mongodbServer.ts';
import { EVERYTHING, runWorkflow } from './workflowRuns.ts';

saySkipped('MONGODB_SERVER');

describe.skipIf(MONGODB_SERVER === undefined)(
  'given people of all kinds at an agency on a MongoDB server',
  () => {
    it('when they ask for anything in any order, then all comes as the model says', async () => {
      const tally = await runWorkflow(40, 'mongodb');

      expect([...tally.keys()].sort()).toEqual(EVERYTHING);
    }, 300_000);
  },
);
