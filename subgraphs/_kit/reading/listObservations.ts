import { catalogued } from '../../../schema/errors/index.ts';
import type { ObservationType } from '../../../schema/graphql/index.ts';
import {
  instantMilliseconds,
  lastFullSecond,
  observationKey,
  type Instant,
  type Observation,
  type Period,
  type Qualifier,
  type Release,
  type Stage,
} from '../../../schema/values/index.ts';
import { knownEntry } from './checkCodes.ts';
import type { RequestReading } from './knowledge.ts';

export interface ObservationFilter {
  readonly indicators?: readonly string[] | null;
  readonly organisations?: readonly string[] | null;
  readonly periods?: readonly Period[] | null;
  readonly times?: readonly Period[] | null;
  readonly documents?: readonly string[] | null;
  readonly units?: readonly string[] | null;
  readonly dimensions?: readonly string[] | null;
  readonly qualifiers?: readonly Qualifier[] | null;
  readonly stages?: readonly Stage[] | null;
}

/** The knowledge time that a question without context is answered for. @throws AS_OF_IN_FUTURE */
export function settleAsOf(asked: Instant | null | undefined, now: number): Instant {
  const newest = lastFullSecond(now);
  if (!asked) return newest;
  if (instantMilliseconds(asked) > now) throw catalogued('AS_OF_IN_FUTURE', { value: asked, newest });
  return asked;
}

/**
 * All figures that the filter meets, known at `asOf`, by organisation and reporting period, then in the order of
 * the report. A fact that several releases hold is shown once, from the newest published.
 * @throws CODE_UNKNOWN for an indicator, unit or dimension that the agency does not have.
 */
export async function listObservations(
  { agency, store, clock, presenters, knowledgeAt }: RequestReading,
  filter: ObservationFilter,
  asOf: Instant,
): Promise<ObservationType[]> {
  await clock.announce(asOf);
  const presenter = await presenters.at(asOf);
  const { catalogue } = presenter;
  for (const code of filter.indicators ?? []) knownEntry('Indicator', code, catalogue.indicators);
  for (const code of filter.units ?? []) knownEntry('Unit', code, catalogue.units);
  for (const code of filter.dimensions ?? []) knownEntry('Dimension', code, catalogue.dimensions);
  const { organisations, periods } = filter;
  const lines = { agency, ...(organisations && { organisations }), ...(periods && { periods }) };
  const releases = await store.newestOfAll(lines, asOf);
  const newest = newestHolders(releases);
  const knowledge = knowledgeAt(asOf);
  return releases.flatMap((release) =>
    presenter
      .present(release, knowledge)
      .filter((shown) => meets(filter, shown) && newest.get(keyOf(shown)) === release),
  );
}

function newestHolders(releases: readonly Release[]): ReadonlyMap<string, Release> {
  const holders = new Map<string, Release>();
  for (const release of releases) {
    for (const observation of release.observations) {
      const key = observationKey(observation);
      const holder = holders.get(key);
      if (!holder || holder.publishedAt < release.publishedAt) holders.set(key, release);
    }
  }
  return holders;
}

function keyOf({ indicator, unit, breakdown, calendar, ...shown }: ObservationType): string {
  const parts = Object.fromEntries(breakdown.map(({ dimension, code }) => [dimension.code, code]));
  const identity: Observation | object = {
    ...shown,
    indicator: indicator.code,
    unit: unit.code,
    breakdown: parts,
    calendar: calendar === 'CALENDAR' ? null : calendar,
  };
  return observationKey(identity as Observation);
}

function meets(filter: ObservationFilter, shown: ObservationType): boolean {
  const { indicators, times, documents, units, dimensions, qualifiers, stages } = filter;
  const printedIn = [shown, ...shown.comparisons.map(({ reported }) => reported)].flatMap((printed) =>
    (printed?.sources ?? []).map(({ document }) => document),
  );
  return (
    (!indicators || indicators.includes(shown.indicator.code)) &&
    (!times || times.includes(shown.time)) &&
    (!units || units.includes(shown.unit.code)) &&
    (!stages || stages.includes(shown.stage)) &&
    (!qualifiers || (shown.qualifier !== null && qualifiers.includes(shown.qualifier))) &&
    (!dimensions || shown.breakdown.some(({ dimension }) => dimensions.includes(dimension.code))) &&
    (!documents || printedIn.some((document) => documents.includes(document)))
  );
}
