import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { catalogued } from '../../schema/errors/index.ts';
import type { NamedOperation } from './recentOperations.ts';

/** What plans nothing by then is given up. */
const TRIAL_LIMIT_MS = 30_000;

/** An operation that cannot be planned is no reason to refuse the graph: it may have lost a field. */
const TRIAL = `
import { text } from 'node:stream/consumers';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
const { sdl, operations } = JSON.parse(await text(process.stdin));
const planner = new QueryPlanner(sdl);
if (planner.consumerSchema === '') process.exit(1);
for (const { text, name } of operations) await planner.planAsync(text, name, new Set(), 0).catch(() => null);
`;

/**
 * Reads a supergraph and plans the operations in a process of its own. The planner is native code that takes its
 * process with it when a supergraph makes no sense to it, such as half of one: here that process is not the gateway.
 * @throws SUPERGRAPH_INVALID when it fails at that.
 */
export async function tryOut(sdl: string, operations: readonly NamedOperation[]): Promise<void> {
  const trial = spawn(process.execPath, ['--input-type=module', '--eval', TRIAL], {
    cwd: import.meta.dirname,
    env: {},
    stdio: ['pipe', 'ignore', 'pipe'],
    timeout: TRIAL_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  // It may end before it has read all of it; what it then says is enough.
  trial.stdin.on('error', () => undefined).end(JSON.stringify({ sdl, operations }));
  const [said, [code]] = (await Promise.all([text(trial.stderr), once(trial, 'exit')])) as [
    string,
    [number | null],
  ];
  if (code !== 0) throw catalogued('SUPERGRAPH_INVALID', { reason: reasonIn(said) });
}

/** The planner's own words out of what node prints of an uncaught error; there are none where it has crashed. */
function reasonIn(said: string): string {
  const words = /^(?:\[?\w*Error: )(.+?)\]?$/m.exec(said)?.[1];
  return words ?? 'the planner cannot read it';
}
