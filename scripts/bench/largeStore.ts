import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { Command } from 'commander';
import { graphql } from 'graphql';

import {
  instantOf,
  type Command as MoveCommand,
  type Period,
  type Principal,
} from '../../schema/values/index.ts';
import { createContext } from '../../subgraphs/_kit/graph/context.ts';
import { createKnowledgeClock } from '../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { createPresenter } from '../../subgraphs/_kit/reading/presenter.ts';
import type { MoveStore } from '../../subgraphs/_kit/storage/moveStore.ts';
import { openSqliteMoveStore } from '../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { makeMove } from '../../subgraphs/_kit/submitting/makeMove.ts';
import { agency } from '../../subgraphs/inspection/agency.ts';
import { createFolder } from '../../test/support/processes.ts';
import { figuresOf, fillStore, organisationOf } from './fillStore.ts';

const SIZES = [100, 10_000] as const;
const ROUNDS = 15;

new Command('bench:store')
  .description(
    `Publish and read with ${SIZES.join(' and with ')} releases of 200 figures in the embedded store, taking turns, and print\n` +
      'medians, their ratios and the memory. Needs 1 GB of disk and some minutes. Exit code 1 when a ratio is above 2.',
  )
  .parse();

const { code, catalogue, schema } = agency;
const presenter = createPresenter(catalogue);
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
type Times = Record<'save' | 'publish' | 'section', number[]>;

const { folder, remove } = await createFolder();
try {
  const stores = [];
  for (const size of SIZES) {
    const store = await openSqliteMoveStore(join(folder, String(size)), code);
    const started = performance.now();
    await fillStore(store, code, catalogue, size);
    console.log(
      `${size} releases: filled in ${((performance.now() - started) / 1000).toFixed(1)} s, ` +
        `${megabytes(sizeOf(join(folder, String(size))))} on disk, process ${megabytes(process.memoryUsage().rss)}`,
    );
    stores.push({ size, store, times: { save: [], publish: [], section: [] } satisfies Times as Times });
  }
  // The first round warms up and is thrown away; the order changes, so that neither store is always the second.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { store, times } of round % 2 === 0 ? stores : [...stores].reverse())
      await play(store, times, round);
  }
  const [small, large] = stores;
  for (const what of ['save', 'publish', 'section'] as const) {
    const [few, many] = [median(small?.times[what] ?? []), median(large?.times[what] ?? [])];
    console.log(
      `${what.padEnd(8)} ${few.toFixed(2)} ms and ${many.toFixed(2)} ms: ratio ${(many / few).toFixed(2)}`,
    );
    if (many > 2 * few) process.exitCode = 1;
  }
  console.log(`process ${megabytes(process.memoryUsage().rss)} at the end`);
  for (const { store } of stores) await store.close();
} finally {
  await remove();
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
  if (round === 0) return;
  times.save.push(save);
  times.publish.push(publish);
  times.section.push(section);
}

async function readSection(store: MoveStore, clock: ReturnType<typeof createKnowledgeClock>): Promise<void> {
  const asOf = instantOf(Date.now());
  const report = { __typename: 'Report', organisation, period, asOf, area: organisation };
  const answer = await graphql({
    schema,
    source: SECTION,
    contextValue: createContext({ agency: code, store, clock, presenter, now: Date.now }),
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
