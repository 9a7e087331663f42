import DataLoader from 'dataloader';

import { catalogued } from '../../../schema/errors/index.ts';
import type { ObservationType } from '../../../schema/graphql/index.ts';
import {
  instantMilliseconds,
  instantOf,
  type Instant,
  type Period,
  type Release,
} from '../../../schema/values/index.ts';
import type { KnowledgeClock } from '../publishing/knowledgeClock.ts';
import type { LineAt } from '../storage/moveStore.ts';
import type { RequestReading } from './knowledge.ts';
import type { Presenters } from './presenters.ts';
import type { PublishedReleases } from './readersView.ts';

/** Which report a section belongs to. `area` is the organisation around the report's own, itself included. */
export interface ReportKey {
  readonly organisation: string;
  readonly period: Period;
  readonly asOf: Instant;
  readonly area: string | null;
}

/** What an agency holds for one report: its releases about the organisation and about its area. */
export interface SectionSource {
  readonly key: ReportKey;
  /** Of the organisation, then of its area; without the absent, and once where both are the same. */
  readonly releases: readonly Release[];
  /** In the order of the report. */
  readonly observations: readonly ObservationType[];
}

/** Reads with: what may be read of the agency's store, its clock and catalogue. */
export interface Reading {
  readonly agency: string;
  readonly store: PublishedReleases;
  readonly clock: KnowledgeClock;
  readonly presenters: Presenters;
  readonly now: () => number;
}

/** How far another machine's clock may be ahead of ours before its knowledge time counts as the future. */
export const CLOCK_TOLERANCE_MS = 60_000;

/** Loads one release per line; all lines asked for in one turn are one query of the store. One loader per request. */
export function createReleaseLoader({
  agency,
  store,
  clock,
  now,
}: Reading): DataLoader<LineAt, Release | null, string> {
  return new DataLoader<LineAt, Release | null, string>(
    async (lines) => {
      for (const asOf of new Set(lines.map((line) => line.asOf))) {
        if (instantMilliseconds(asOf) > now() + CLOCK_TOLERANCE_MS) {
          throw catalogued('AS_OF_IN_FUTURE', { value: asOf, newest: instantOf(now()) });
        }
        await clock.announce(asOf);
      }
      return store.newestOfLines(lines);
    },
    { cacheKeyFn: ({ organisation, period, asOf }) => `${agency}|${organisation}|${period}|${asOf}` },
  );
}

/** The organisations that a report is about: its own, then its area where that is another. */
export function organisationsOf({
  organisation,
  area,
}: Pick<ReportKey, 'organisation' | 'area'>): readonly string[] {
  return [...new Set([organisation, area ?? organisation])];
}

/** The releases that the agency's section of one report is made of, its figures as they are stored. */
export async function loadReleases(
  key: ReportKey,
  loader: DataLoader<LineAt, Release | null, string>,
  agency: string,
): Promise<readonly Release[]> {
  const { period, asOf } = key;
  const found = await Promise.all(
    organisationsOf(key).map((organisation) => loader.load({ agency, organisation, period, asOf })),
  );
  return found.filter((release) => release !== null);
}

/** What the agency holds for one report. */
export async function loadSection(
  key: ReportKey,
  loader: DataLoader<LineAt, Release | null, string>,
  { agency, presenters, knowledgeAt }: RequestReading,
): Promise<SectionSource> {
  const releases = await loadReleases(key, loader, agency);
  const knowledge = knowledgeAt(key.asOf);
  const presenter = await presenters.at(key.asOf);
  const observations = releases.flatMap((release) => presenter.present(release, knowledge));
  return { key, releases, observations };
}
