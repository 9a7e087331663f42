import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { graphql } from 'graphql';

import {
  AGENCY_CODES,
  instantOf,
  type Command as MoveCommand,
  type Period,
  type Principal,
} from '../../schema/values/index.ts';
import { readUsage } from '../../subgraphs/_kit/catalogue/updating/usage.ts';
import { createContext } from '../../subgraphs/_kit/graph/context.ts';
import { createKnowledgeClock } from '../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { createPresenters } from '../../subgraphs/_kit/reading/presenters.ts';
import type { MoveStore } from '../../subgraphs/_kit/storage/moveStore.ts';
import { createReleaseStore } from '../../subgraphs/_kit/storage/releaseStore.ts';
import { openSqliteMoveStore } from '../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { makeMove } from '../../subgraphs/_kit/submitting/makeMove.ts';
import { agency } from '../../subgraphs/inspection/agency.ts';
import { createAsk, FULL_REPORT, type Ask } from '../../test/support/ask.ts';
import { descendantsOf } from '../../test/support/descendants.ts';
import {
  createFolder,
  findFreePorts,
  startProgram,
  waitUntil,
  type Program,
} from '../../test/support/processes.ts';
import { figuresOf, fillStore, organisationOf } from './fillStore.ts';
import { createCommand } from '../createCommand.ts';

const SIZES = [100, 10_000] as const;
const ROUNDS = 15;

createCommand('bench:store')
  .description(
    `Publish, read and ask what is in use with ${SIZES.join(' and with ')} releases of 200 figures in the embedded store, taking turns, then ask\n` +
      'two whole houses on these stores for the full report at their gateways. Prints medians, their ratios and the memory.\n' +
      'Needs 1 GB of disk and some minutes. Exit code 1 when a ratio is above 2.',
  )
  .parse();

const { code, catalogue, rules, schema } = agency;
const person = (subject: string, role: 'OFFICER' | 'APPROVER'): Principal => ({
  subject,
  grants: [{ role, agency: code, organisation: null }],
});
const OFFICER = person('an', 'OFFICER');
const APPROVER = person('binh', 'APPROVER');
const organisation = organisationOf(0);
const period = '2024-Q1' as Period;

/** All of a section as a report asks for it: figures with their comparisons, checks, submissions and facts. */
const SECTION = /* GraphQL */ `
  query ($reports: [_Any!]!) {
    _entities(representations: $reports) {
      ... on Report {
        inspection {
          observations {
            indicator {
              code
              label
            }
            time
            value
            text
            unit {
              code
              label
            }
            breakdown {
              code
              label
            }
            comparisons {
              measure
              against
              computed {
                value
              }
            }
          }
          checks {
            code
            verdict
            expression
          }
          submissions {
            state
          }
          facts
        }
      }
    }
  }
`;

/** Milliseconds of each thing that is measured, round by round. */
type Times = Record<(typeof MEASURED)[number], number[]>;
const MEASURED = ['save', 'publish', 'section', 'usage', 'report'] as const;

const stores: { readonly size: number; readonly store: MoveStore; readonly times: Times }[] = [];
const { folder, remove } = await createFolder();
try {
  for (const size of SIZES) {
    const store = await openSqliteMoveStore(join(folder, String(size)), code);
    const started = performance.now();
    await fillStore(store, code, catalogue, size);
    console.log(
      `${size} releases: filled in ${((performance.now() - started) / 1000).toFixed(1)} s, ` +
        `${megabytes(sizeOf(join(folder, String(size))))} on disk, process ${megabytes(process.memoryUsage().rss)}`,
    );
    stores.push({
      size,
      store,
      times: { save: [], publish: [], section: [], usage: [], report: [] } satisfies Times,
    });
  }
  // The first round warms up and is thrown away; the order changes, so that neither store is always the second.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { store, times } of round % 2 === 0 ? stores : [...stores].reverse())
      await play(store, times, round);
  }
  const inProcess = megabytes(process.memoryUsage().rss);
  for (const { store } of stores) await store.close();
  await askHouses();
  const [small, large] = stores;
  for (const what of MEASURED) {
    const [few, many] = [median(small?.times[what] ?? []), median(large?.times[what] ?? [])];
    console.log(
      `${what.padEnd(8)} ${few.toFixed(2)} ms and ${many.toFixed(2)} ms: ratio ${(many / few).toFixed(2)}`,
    );
    if (many > 2 * few) process.exitCode = 1;
  }
  console.log(`process ${inProcess} after its last round`);
} finally {
  await remove();
}

/** The full report from a house on each store, in turns; the first round warms up and is thrown away. */
async function askHouses(): Promise<void> {
  const houses = [];
  for (const { size, times } of stores) houses.push({ size, times, ...(await startHouse(size)) });
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const { ask, times } of round % 2 === 0 ? houses : [...houses].reverse()) {
        const took = await timed(() => readReport(ask));
        if (round > 0) times.report.push(took);
      }
    }
    for (const { size, house } of houses) console.log(`${size} releases: ${memoryOf(house.pid)}`);
  } finally {
    for (const { house } of houses) await house.stop();
  }
}

async function startHouse(size: number): Promise<{ readonly house: Program; readonly ask: Ask }> {
  const port = await findFreePorts(AGENCY_CODES.length + 1);
  const settings = { GATEWAY_PORT: String(port), DATA_DIR: join(folder, String(size)), LOG_LEVEL: 'warn' };
  const house = startProgram('scripts/start.ts', { settings, isGroup: true });
  await waitUntil('the house is ready', () => house.stdout().includes('Ready.'), {
    limitMs: 120_000,
    seen: house.log,
  });
  return { house, ask: createAsk(`http://127.0.0.1:${port}/graphql`) };
}

async function readReport(ask: Ask): Promise<void> {
  const { errors, text } = await ask(FULL_REPORT, { organisation, period });
  const count = text.split('"indicator":').length - 1;
  if (errors.length > 0 || count < 200) throw new Error(`${count} figures: ${JSON.stringify(errors)}`);
}

/** The resident memory of the agency's process of a house. */
function memoryOf(house: number): string {
  const agencyProcess = descendantsOf(house).find(({ command }) =>
    command.includes(`subgraphs/${code}/main.ts`),
  );
  const [, pages] = readFileSync(`/proc/${agencyProcess?.pid}/statm`, 'utf8').split(' ');
  return `process of ${code} ${megabytes(Number(pages) * 4096)}`;
}

/** One correction from draft to publication, and one reading of the section. */
async function play(store: MoveStore, times: Times, round: number): Promise<void> {
  const clock = createKnowledgeClock(code, store, Date.now);
  const move = (command: MoveCommand, principal: Principal) =>
    makeMove(
      { agency: code, store, clock },
      { organisation, period, command, principal, key: null, requestId: null },
    );
  const observations = figuresOf(catalogue, organisation, period, round);
  const correction = { reason: 'CORRECTION', words: 'counted again' } as const;
  const save = await timed(() => move({ kind: 'SAVE', observations, correction }, OFFICER));
  await move({ kind: 'SUBMIT', acknowledgements: [] }, OFFICER);
  await move({ kind: 'APPROVE' }, APPROVER);
  const publish = await timed(() => move({ kind: 'PUBLISH', publishAt: null }, APPROVER));
  const section = await timed(() => readSection(store, clock));
  // What figures use of the catalogue, as an update asks that changes the meaning of something.
  const usage = await timed(() => readUsage(code, store));
  if (round === 0) console.log(`usage for the first time: ${usage.toFixed(0)} ms`);
  if (round === 0) return;
  times.usage.push(usage);
  times.save.push(save);
  times.publish.push(publish);
  times.section.push(section);
}

async function readSection(store: MoveStore, clock: ReturnType<typeof createKnowledgeClock>): Promise<void> {
  const asOf = instantOf(Date.now());
  const presenters = createPresenters(code, store, { catalogue, rules });
  const report = { __typename: 'Report', organisation, period, asOf, area: organisation };
  const answer = await graphql({
    schema,
    source: SECTION,
    contextValue: createContext({
      ...{ agency: code, clock, presenters, now: Date.now },
      store: createReleaseStore(store, { bytes: 0 }),
    }),
    variableValues: { reports: [report] },
  });
  const count = JSON.stringify(answer).split('"indicator":{"code"').length - 1;
  if (answer.errors || count !== 200) throw new Error(`${count} figures: ${JSON.stringify(answer.errors)}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function sizeOf(path: string): number {
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
