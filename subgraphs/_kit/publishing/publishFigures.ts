import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { instantOf, periodEnd, type Period, type Release } from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readFigures, type FiguresFile, type ReleaseDraft } from '../figures/readFigures.ts';
import type { ReleaseStore } from '../storage/releaseStore.ts';
import { hashObservations } from './hashObservations.ts';
import type { KnowledgeClock } from './knowledgeClock.ts';

/** What publishing needs to know and to reach. */
export interface Publisher {
  readonly agency: string;
  readonly catalogue: Catalogue;
  readonly store: ReleaseStore;
  readonly clock: KnowledgeClock;
}

const END_OF_TIME = instantOf(Date.UTC(9999, 0, 1));

/**
 * Reads every figures file of a folder and publishes what differs from the newest release of its line, so a
 * restart publishes nothing and an edited file gives a new release.
 * @returns the new releases. @throws RefusedFile with the faults of all files; then nothing has been published.
 */
export async function publishFigures(publisher: Publisher, folder: string): Promise<Release[]> {
  const drafts = readFigures(readFiguresFolder(folder), publisher.catalogue, publisher.agency);
  // Where two periods hold the same fact, the later period's word is published last, and so is the newest.
  drafts.sort((a, b) => comparePeriodEnds(a.period, b.period));
  const published: Release[] = [];
  for (const draft of drafts) {
    const release = await publishDraft(publisher, draft);
    if (release) published.push(release);
  }
  return published;
}

/** The figures files of a folder, by name. */
export function readFiguresFolder(folder: string): FiguresFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => ({ name: relative(process.cwd(), path), bytes: readFileSync(path) }));
}

/** Publishes a draft as the next release of its line; null where the newest release says the same already. */
async function publishDraft(publisher: Publisher, draft: ReleaseDraft): Promise<Release | null> {
  const { agency, store, clock } = publisher;
  const { organisation, period, observations } = draft;
  const hash = hashObservations(observations);
  const line = { agency, organisations: [organisation], periods: [period] };
  const [newest] = await store.headers(line, END_OF_TIME);
  if (newest?.hash === hash) return null;
  return clock.publish(newest?.publishedAt ?? null, async (publishedAt) => {
    const number = (newest?.number ?? 0) + 1;
    const supersedes = newest?.number ?? null;
    const release: Release = {
      agency,
      organisation,
      period,
      number,
      publishedAt,
      supersedes,
      hash,
      observations,
    };
    await store.insert(release);
    return release;
  });
}

function comparePeriodEnds(a: Period, b: Period): number {
  const [endOfA, endOfB] = [periodEnd(a), periodEnd(b)];
  return endOfA < endOfB ? -1 : endOfA > endOfB ? 1 : 0;
}
