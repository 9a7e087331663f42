import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { upperSnakeCase } from '../../schema/values/index.ts';
import {
  createFolder,
  findFreePorts,
  startProgram,
  waitUntilListening,
  type Program,
} from '../../test/support/processes.ts';
import { BFF, CACHED, OWN, PEERS, type Contestant } from './contestants.ts';
import { contestTable, ratioTable, type NamedResult } from './contestTables.ts';
import { endOnSignal } from './endOnSignal.ts';
import { composeGraph, reportQuery } from './graph/graph.ts';
import { figuresIn, type Size } from './graph/shape.ts';
import { stubUrls, writeStubSettings, type StubSettings } from './graph/stubSettings.ts';
import { installPeers } from './installPeers.ts';
import { instantsFrom } from './measuring/load.ts';
import { readNumber, readNumbers } from './readNumbers.ts';
import { runContest, type Measured, type Pace, type Runner, type Task } from './measuring/contest.ts';
import { createCommand } from '../createCommand.ts';

interface Options {
  readonly full?: true;
  readonly agencies?: readonly number[];
  readonly figures?: readonly number[];
  readonly rounds?: number;
  readonly seconds?: number;
  readonly connections: number;
  readonly caches: boolean;
  readonly peers: boolean;
}

const options = createCommand('bench')
  .description(
    'What a report costs at our gateway, at a hand-written merge (BFF), at Apollo Gateway and at Hive’s runtime: real\n' +
      'processes before stub agencies of prepared answers, in turns, no knowledge time asked for twice, every answer\n' +
      'compared. Prints tables in Markdown. The peers are installed on the first run (npm ci in scripts/bench/peers).\n' +
      'Exit codes: 0 measured, 1 an answer was wrong or a program failed, 2 wrong arguments.',
  )
  .option('--full', 'all sizes and longer rounds: a quarter of an hour instead of three minutes')
  .option('--agencies <numbers>', 'subgraphs, the office among them: 5,10,20', readNumbers(2))
  .option('--figures <numbers>', 'figures of the whole report: 10,160,1600', readNumbers(1))
  .option('--rounds <number>', 'rounds of each', readNumber)
  .option('--seconds <number>', 'length of a round', readNumber)
  .option('--connections <number>', 'how many ask at once', readNumber, 16)
  .option('--no-caches', 'our gateway only without its caches')
  .option('--no-peers', 'only our gateway and the BFF; installs nothing')
  .parse()
  .opts<Options>();

const agencies = options.agencies ?? (options.full ? [5, 10, 20] : [5]);
const figures = options.figures ?? (options.full ? [10, 160, 1600] : [160, 1600]);
const pace: Pace = {
  rounds: options.rounds ?? (options.full ? 5 : 3),
  seconds: options.seconds ?? (options.full ? 2 : 1.5),
  connections: options.connections,
};
const contestants: readonly Contestant[] = [
  ...OWN,
  ...(options.caches ? CACHED : []),
  ...(options.peers ? PEERS : []),
];

endOnSignal();
if (options.peers) installPeers();
console.log(
  `${pace.rounds} rounds of ${pace.seconds} s each in turns, ${pace.connections} connections; node ${process.version}, ` +
    `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}. CPU is that of the gateway's process.`,
);
const results: NamedResult[] = [];
for (const count of agencies) {
  for (const one of figures) {
    const size = { agencies: count, figures: one };
    const measured = await measure(size);
    results.push({ name: `${count} / ${one}`, measured });
    console.log(
      `\n### ${size.agencies} agencies, ${figuresIn(size)} figures\n\n${contestTable(measured, BFF)}`,
    );
  }
}
console.log(`\n### CPU per report, × the ${BFF}\n\n${ratioTable(results, BFF)}`);

async function measure(size: Size): Promise<readonly Measured[]> {
  const firstPort = await findFreePorts(size.agencies + contestants.length);
  const stub: StubSettings = { ...size, firstPort };
  const { folder, remove } = await createFolder();
  const programs: Program[] = [];
  try {
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, composeGraph(size, stubUrls(stub)));
    programs.push(startProgram('scripts/bench/graph/stubAgencies.ts', { settings: writeStubSettings(stub) }));
    const runners = contestants.map((contestant, index): Runner => {
      const port = firstPort + size.agencies + index;
      const program = startProgram(contestant.file, { settings: settingsOf(contestant, stub, file, port) });
      programs.push(program);
      return { ...contestant, program, url: `http://127.0.0.1:${port}/graphql` };
    });
    await Promise.all(programs.map(waitUntilListening));
    return await runContest(runners, taskOf(size), pace);
  } catch (error) {
    console.error(programs.map((program) => program.stderr().slice(0, 2000)).join(''));
    throw error;
  } finally {
    // Nobody waits for their answers any more, and not every peer ends on SIGTERM.
    await Promise.all(programs.map((program) => program.stop('SIGKILL')));
    await remove();
  }
}

function taskOf(size: Size): Task {
  return {
    query: reportQuery(size),
    variables: { organisation: 'organisation-1', period: '2024-Q1', asOf: '<as-of>' },
    figures: figuresIn(size),
    instant: instantsFrom('2024-07-01T00:00:00.000Z'),
  };
}

/** All that any of them reads: where to listen, which graph, and where the agencies are. */
function settingsOf(
  { settings }: Contestant,
  stub: StubSettings,
  file: string,
  port: number,
): Record<string, string> {
  const urls = [...stubUrls(stub)].map(([agency, url]) => [`${upperSnakeCase(agency)}_URL`, url] as const);
  return {
    ...writeStubSettings(stub),
    ...Object.fromEntries(urls),
    SUPERGRAPH_FILE: file,
    PORT: `${port}`,
    GATEWAY_PORT: `${port}`,
    ...settings,
  };
}
