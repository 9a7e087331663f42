import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';

import { createHealthReader } from '../../../gateway/http/health.ts';
import { DEFAULT_OPERATION_SETTINGS } from '../../../gateway/operations/operationSettings.ts';
import { NO_KEPT_OPERATIONS } from '../../../gateway/operations/manifest.ts';
import { committedSupergraph } from '../committedSupergraph.ts';
import { servedGraph } from './servedGraph.ts';

const { graphs } = servedGraph(
  committedSupergraph,
  { operations: DEFAULT_OPERATION_SETTINGS, kept: NO_KEPT_OPERATIONS },
  pino({ level: 'silent' }),
);

describe('given many who ask whether the gateway is ready', () => {
  it('when they ask within a second, then each agency is asked once, and once more after it', async () => {
    const clock = { now: 0 };
    const probe = vi.fn(() => Promise.resolve(true));
    const read = createHealthReader(graphs, { probe }, () => clock.now);

    const [first] = await Promise.all(Array.from({ length: 50 }, () => read(false)));
    clock.now = 999;
    await read(false);
    expect(probe).toHaveBeenCalledTimes(5);
    probe.mockResolvedValue(false);
    clock.now = 1000;
    const last = await read(false);

    expect(probe).toHaveBeenCalledTimes(10);
    expect([first?.agencies.inspection, last.agencies.inspection]).toEqual(['up', 'down']);
  });
});
