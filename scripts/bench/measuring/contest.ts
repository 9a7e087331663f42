import { strict as assert } from 'node:assert';

import { Pool } from 'undici';

import type { Program } from '../../../test/support/processes.ts';
import { applyLoad, askOnce, type LoadResult, type Question } from './load.ts';
import { cpuMillisecondsOf, memoryOf } from './processUse.ts';
import { canonical, firstDifference } from './sameAnswer.ts';
import { median, quantile } from './statistics.ts';

/** A contestant that runs, and how to ask it. */
export interface Runner {
  readonly name: string;
  /** Whether all requests ask for the same moment: only then is there an answer to be found in a cache. */
  readonly asksTheSame: boolean;
  /** Whether it serves GraphQL, so that a new query costs something. */
  readonly plans: boolean;
  readonly program: Program;
  readonly url: string;
}

/** What all are asked, and what they must answer. */
export interface Task {
  /** A query named `Report`. */
  readonly query: string;
  /** Its variables; `<as-of>` stands where the knowledge time comes. */
  readonly variables: object;
  /** How many figures, objects with a `value`, the answer holds. */
  readonly figures: number;
  /** The next knowledge time to ask for. */
  readonly instant: () => string;
}

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

/** What was measured of one contestant. */
export interface Measured {
  readonly name: string;
  /** CPU of its process per request, in milliseconds: the median of the rounds. */
  readonly cpu: number;
  /** Requests per second: the median of the rounds. */
  readonly rate: number;
  /** Milliseconds that 50, 95 and 99 of 100 requests took at most. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Resident memory after the last round, in megabytes. */
  readonly memory: number;
  /** CPU of a query that was never asked before, in milliseconds: checked, planned, run once. Null where nothing is planned. */
  readonly newQuery: number | null;
  readonly requests: number;
}

/** V8 has compiled what is hot after some thousand requests; the slow shall not hold up the contest for it. */
const WARM_UP_REQUESTS = 1200;
const WARM_UP_SECONDS = 8;
const NEW_QUERIES = 10;

/**
 * Puts the same questions to all, in turns. The first is the reference: what the others answer must say the same, and
 * each must give that answer again and again under load.
 * @throws Error when one does not, or gives another number of figures.
 */
export async function runContest(
  runners: readonly Runner[],
  task: Task,
  pace: Pace,
): Promise<readonly Measured[]> {
  const entrants = runners.map((runner) => createEntrant(runner, task, pace.connections));
  try {
    await compareAnswers(entrants, task.figures);
    for (const entrant of entrants) await warmUp(entrant, pace);
    for (let count = 0; count < pace.rounds; count += 1) {
      // Each round begins with another, so that none always follows the same.
      for (const index of entrants.keys()) {
        const entrant = entrants[(index + count) % entrants.length];
        if (entrant) await round(entrant, pace);
      }
    }
    const measured = [];
    for (const entrant of entrants) measured.push(await summarise(entrant, task));
    return measured;
  } finally {
    await Promise.all(entrants.map(({ pool }) => pool.close()));
  }
}

interface Entrant {
  readonly runner: Runner;
  readonly pool: Pool;
  readonly question: Question;
  readonly instant: () => string;
  expected: string;
  readonly rounds: LoadResult[];
  readonly cpu: number[];
}

function createEntrant(runner: Runner, task: Task, connections: number): Entrant {
  const { origin, pathname } = new URL(runner.url);
  const same = task.instant();
  return {
    runner,
    pool: new Pool(origin, { connections }),
    question: questionOf(pathname, task),
    instant: runner.asksTheSame ? () => same : task.instant,
    expected: '',
    rounds: [],
    cpu: [],
  };
}

function questionOf(path: string, { query, variables }: Task): Question {
  const [before = '', after = ''] = JSON.stringify({ query, variables }).split('<as-of>');
  return { path, body: (asOf) => before + asOf + after };
}

async function compareAnswers(entrants: readonly Entrant[], figures: number): Promise<void> {
  let reference: string | undefined;
  for (const entrant of entrants) {
    const { pool, question, instant, runner } = entrant;
    entrant.expected = await askOnce(pool, question, instant());
    const said = canonical(entrant.expected);
    reference ??= said;
    assert(said === reference, `${runner.name} answers otherwise:\n${firstDifference(said, reference)}`);
    const count = said.split('"value":').length - 1;
    assert(count === figures, `${runner.name} answers with ${count} figures, not with ${figures}`);
  }
}

async function round(entrant: Entrant, pace: Pace & { readonly requests?: number }): Promise<void> {
  const { pool, question, instant, expected, runner } = entrant;
  const { pid } = runner.program;
  const before = cpuMillisecondsOf(pid);
  const result = await applyLoad(pool, question, { ...pace, expected, instant });
  assert(result.wrong === 0, `${runner.name}: ${result.wrong} of ${result.requests} answers are wrong`);
  entrant.rounds.push(result);
  entrant.cpu.push((cpuMillisecondsOf(pid) - before) / result.requests);
}

async function warmUp(entrant: Entrant, pace: Pace): Promise<void> {
  const limits = { requests: WARM_UP_REQUESTS, seconds: WARM_UP_SECONDS };
  await round(entrant, { ...pace, ...limits });
  entrant.rounds.length = 0;
  entrant.cpu.length = 0;
}

async function summarise(entrant: Entrant, task: Task): Promise<Measured> {
  const { runner, rounds, cpu } = entrant;
  const latencies = rounds.flatMap((one) => one.latencies);
  const memory = memoryOf(runner.program.pid, 'now');
  return {
    name: runner.name,
    cpu: median(cpu),
    rate: median(rounds.map(({ requests, seconds }) => requests / seconds)),
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    memory,
    newQuery: runner.plans ? await cpuOfNewQuery(entrant, task) : null,
    requests: latencies.length,
  };
}

async function cpuOfNewQuery({ runner, pool, question }: Entrant, task: Task): Promise<number> {
  const { pid } = runner.program;
  const before = cpuMillisecondsOf(pid);
  for (let count = 0; count < NEW_QUERIES; count += 1) {
    const query = task.query.replace('query Report', `query Report${count}`);
    await askOnce(pool, questionOf(question.path, { ...task, query }), task.instant());
  }
  return (cpuMillisecondsOf(pid) - before) / NEW_QUERIES;
}
