import { InvalidArgumentError } from 'commander';

import { runWorkflow, type WorkflowStore } from '../test/scenarios/workflow/workflowRuns.ts';
import { createCommand } from './createCommand.ts';
import { oneOf } from './oneOf.ts';
import { readCount } from './readCount.ts';

interface Options {
  readonly runs: number;
  readonly store: WorkflowStore;
  readonly seed?: number;
}

const program = createCommand('workflow-test')
  .description(
    'Let random people ask for random moves and hold all that comes of it against a small model of the workflow.\n' +
      'Exit codes: 0 no divergence, 1 a divergence (printed as small as possible), 2 wrong arguments.',
  )
  .option('--runs <number>', 'how many runs of 15 to 50 steps', readCount, 2000)
  .option(
    '--store <store>',
    'sqlite, or mongodb; that one needs MONGODB_SERVER, see .ci/run',
    oneOf(['sqlite', 'mongodb']),
    'sqlite',
  )
  .option('--seed <number>', 'which runs, as a divergence names it; any where left out', readSeed)
  .parse();
const { runs, store, seed } = program.opts<Options>();
if (store === 'mongodb' && !process.env.MONGODB_SERVER) {
  program.error('MONGODB_SERVER must name the program built from test/mongodb-server.', { exitCode: 2 });
}

const started = Date.now();
try {
  const tally = await runWorkflow(runs, store, seed);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${runs} runs on ${store} in ${seconds} s: no divergence.`);
  console.log(JSON.stringify(Object.fromEntries([...tally].sort()), null, 2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function readSeed(value: string): number {
  if (/^-?\d{1,10}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a whole number.');
}
