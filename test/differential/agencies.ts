import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { GraphQLSchema } from 'graphql';

import { loadAgencies } from '../../scripts/sdlFiles.ts';
import type { Instant, Release } from '../../schema/values/index.ts';
import type { Agency } from '../../subgraphs/_kit/defineAgency.ts';
import { createContext, type AgencyContext } from '../../subgraphs/_kit/graph/context.ts';
import { hashObservations } from '../../subgraphs/_kit/publishing/hashObservations.ts';
import { createKnowledgeClock } from '../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { publishFigures } from '../../subgraphs/_kit/publishing/publishFigures.ts';
import { createPresenters } from '../../subgraphs/_kit/reading/presenters.ts';
import { createReleaseStore } from '../../subgraphs/_kit/storage/releaseStore.ts';
import { openSqliteMoveStore } from '../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { insertRelease } from '../support/stores.ts';

const FIRST_PUBLISHED = Date.parse('2024-04-10T08:00:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;

/** The instant that every question is asked at. */
export const NOW = Date.parse('2024-06-30T12:00:00.250Z');

/** An agency of the product in this process, with its real figures published. */
export interface RunningAgency {
  readonly code: string;
  readonly schema: GraphQLSchema;
  readonly catalogue: Agency['catalogue'];
  readonly releases: readonly Release[];
  /** A context for one request. */
  createContext(): AgencyContext;
}

export interface RunningAgencies {
  readonly agencies: readonly RunningAgency[];
  /** Ends the stores and removes their folder. */
  readonly close: () => Promise<void>;
}

/**
 * Starts all agencies on empty stores and publishes their figures, a day apart, so that the past knew less. Then one
 * figure of each is withdrawn by a second release, so that the past also knew otherwise.
 */
export async function startAgencies(): Promise<RunningAgencies> {
  const folder = mkdtempSync(join(tmpdir(), 'party-report-differential-'));
  const started: Awaited<ReturnType<typeof startAgency>>[] = [];
  for (const agency of await loadAgencies()) started.push(await startAgency(agency, folder));
  return {
    agencies: started.map(({ running }) => running),
    close: async () => {
      for (const { store } of started) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startAgency(agency: Agency, folder: string) {
  const { code, catalogue, rules, figuresFolder, schema } = agency;
  const store = createReleaseStore(await openSqliteMoveStore(folder, code), { bytes: 2 ** 20 });
  let published = FIRST_PUBLISHED;
  const publishing = createKnowledgeClock(code, store, () => (published += DAY_MS));
  const first = await publishFigures({ agency: code, catalogue, store, clock: publishing }, figuresFolder);
  const second = await Promise.all(
    first.slice(0, 1).map((release) =>
      publishing.publish(release.publishedAt, async (publishedAt) => {
        const correction = correctionOf(release, publishedAt);
        await insertRelease(store, correction);
        return correction;
      }),
    ),
  );
  const clock = createKnowledgeClock(code, store, () => NOW);
  const reading = {
    agency: code,
    store,
    clock,
    presenters: createPresenters(code, store, { catalogue, rules }),
    now: () => NOW,
  };
  const releases = [...first, ...second];
  const running: RunningAgency = {
    code,
    schema,
    catalogue,
    releases,
    createContext: () => createContext(reading),
  };
  return { running, store };
}

function correctionOf(release: Release, publishedAt: Instant): Release {
  const observations = release.observations.slice(1);
  const hash = hashObservations(observations);
  return { ...release, number: 2, supersedes: 1, publishedAt, observations, hash };
}
