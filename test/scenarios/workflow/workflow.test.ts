import { describe, expect, it } from 'vitest';

import { EVERYTHING, runWorkflow } from './workflowRuns.ts';

describe('given people of all kinds at an agency on the embedded store', () => {
  it('when they ask for anything in any order, then all comes as the model says', async () => {
    const tally = await runWorkflow(200, 'sqlite');

    expect([...tally.keys()].sort()).toEqual(EVERYTHING);
  }, 300_000);
});
