import { Pool } from 'undici';

import {
  createFolder,
  findFreePorts,
  startProgram,
  waitUntilListening,
  type Program,
} from '../../test/support/processes.ts';
import { agency } from '../../subgraphs/party-building/agency.ts';
import { contestTable } from './contestTables.ts';
import { endOnSignal } from './endOnSignal.ts';
import { runContest, type Pace, type Runner, type Task } from './measuring/contest.ts';
import { askOnce, instantsUpToNow } from './measuring/load.ts';
import { readNumber } from './readNumbers.ts';
import { formSelection, sectionQuery } from './section/questions.ts';
import { createCommand } from '../createCommand.ts';

const BASE = 'bare http, graphql-jit';
const SERVERS = [
  { name: BASE, file: 'scripts/bench/section/bareServer.ts', settings: { ENGINE: 'jit' } },
  { name: 'bare http, graphql-js', file: 'scripts/bench/section/bareServer.ts', settings: { ENGINE: 'js' } },
  { name: 'our subgraph', file: 'subgraphs/party-building/main.ts', settings: {} },
] as const;

const REPORT = { organisation: 'ha-tinh-khoi', period: '2024-Q1' } as const;

const options = createCommand('bench:subgraph')
  .description(
    'What a section costs at the subgraph of Party building beside the least that gives the same answer from the same\n' +
      'store: its schema behind node’s own HTTP, executed by graphql-jit and by graphql-js. Real processes, in turns, every\n' +
      'answer compared. Prints a table in Markdown.\n' +
      'Exit codes: 0 measured, 1 an answer was wrong or a program failed, 2 wrong arguments.',
  )
  .option('--rounds <number>', 'rounds of each', readNumber, 5)
  .option('--seconds <number>', 'length of a round', readNumber, 2)
  .option('--connections <number>', 'how many ask at once', readNumber, 16)
  .parse()
  .opts<Pace>();

endOnSignal();
const programs: Program[] = [];
const folders = await Promise.all(SERVERS.map(createFolder));
try {
  const firstPort = await findFreePorts(SERVERS.length);
  const runners = SERVERS.map(({ name, file, settings }, index): Runner => {
    const port = `${firstPort + index}`;
    const shared = { PORT: port, PARTY_BUILDING_PORT: port, DATA_DIR: folders[index]?.folder ?? '' };
    const program = startProgram(file, { settings: { ...shared, ...settings } });
    programs.push(program);
    return { name, program, url: `http://127.0.0.1:${port}/graphql`, asksTheSame: false, plans: true };
  });
  await Promise.all(programs.map(waitUntilListening));
  const task = await createTask(runners[0]?.url ?? '');
  console.log(`A section of ${task.figures} figures; node ${process.version}.\n`);
  console.log(contestTable(await runContest(runners, task, options), BASE));
} catch (error) {
  console.error(programs.map((program) => program.stderr().slice(0, 2000)).join(''));
  throw error;
} finally {
  await Promise.all(programs.map((program) => program.stop()));
  await Promise.all(folders.map(({ remove }) => remove()));
}

/** The whole form; how many figures it holds is what the first server finds in it. */
async function createTask(url: string): Promise<Task> {
  const query = sectionQuery(formSelection(agency.schema));
  const variables = { reports: [{ __typename: 'Report', ...REPORT, asOf: '<as-of>', area: 'ha-tinh' }] };
  const instant = instantsUpToNow(Date.now());
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin);
  const body = (asOf: string): string => JSON.stringify({ query, variables }).replace('<as-of>', asOf);
  const answer = await askOnce(pool, { path: pathname, body }, instant());
  await pool.close();
  return { query, variables, figures: answer.split('"value":').length - 1, instant };
}
