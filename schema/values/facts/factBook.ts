import { formatBreakdown } from '../breakdown.ts';
import type { CalendarDate } from '../date.ts';
import type { Dimension, DimensionCode, Indicator } from '../indicator.ts';
import type { Observation, ObservationIdentity } from '../observation.ts';
import { periodEnd, type Period } from '../period.ts';
import type { Release } from '../release.ts';
import type { Unit } from '../unit.ts';
import { createPartIndex, type PartsOwner } from './partIndex.ts';

/** What checks and their words need of an agency's catalogue. */
export interface FactVocabulary {
  readonly indicators: ReadonlyMap<string, Pick<Indicator, 'label' | 'units' | 'basis' | 'counted'>>;
  readonly units: ReadonlyMap<string, Pick<Unit, 'kind' | 'noun'>>;
  readonly dimensions: ReadonlyMap<string, Pick<Dimension, 'label'>>;
  /** Dimension → code → its entry, in the order of the catalogue. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, Pick<DimensionCode, 'label' | 'parent'>>>;
}

/** What a fact needs to know of the release that says it. */
export type FactRelease = Pick<
  Release,
  'organisation' | 'period' | 'number' | 'publishedAt' | 'observations'
>;

/** A figure as one release says it. */
export interface Fact {
  readonly observation: Observation;
  readonly release: FactRelease;
}

/** A figure of whatever time: what is followed through time. The calendar may change along the way. */
export type SeriesIdentity = Omit<ObservationIdentity, 'time'>;

/** What one agency holds, found by what it is about. */
export interface FactBook {
  readonly vocabulary: FactVocabulary;
  /** The figures of the releases that the report shows, in the order of these. */
  readonly shown: readonly Fact[];
  /** Those of an indicator, in the same order. */
  shownOf(indicator: string): readonly Fact[];
  /** Whether the report shows the release that says a fact. */
  isShown(fact: Fact): boolean;
  /** All that is held of a series: what is shown before other releases, the newest published first. */
  series(identity: SeriesIdentity): readonly Fact[];
  /**
   * The figure of a time, of the identity's calendar before one of another; a stock also under another name of the
   * same last day. Undefined where it is not held.
   */
  find(identity: SeriesIdentity, time: Period): Fact | undefined;
  /** All that is held of an indicator about an organisation and time, whatever part, unit and setter. */
  of(indicator: string, organisation: string, time: Period): readonly Fact[];
  /**
   * All that is held of the parts of a total by some dimensions together, in the order of their codes: the figures with
   * the total's breakdown but for these dimensions, of each of which they have a code; of whatever unit, setter, release.
   */
  brokenDown(total: PartsOwner, time: Period, dimensions: readonly string[]): readonly Fact[];
}

/** Puts releases into a book: those of the report, and further ones that the agency holds. */
export function createFactBook(
  vocabulary: FactVocabulary,
  shownReleases: readonly FactRelease[],
  otherReleases: readonly FactRelease[] = [],
): FactBook {
  const shown = factsOfReleases(shownReleases);
  const known = new Set(shownReleases.map(nameOf));
  const others = otherReleases.filter((release) => !known.has(nameOf(release)));
  const newestFirst = [...others].sort((a, b) => compareTexts(b.publishedAt, a.publishedAt));
  const held = [...shown, ...factsOfReleases(newestFirst)];
  const bySeries = groupBy(held, ({ observation }) => seriesKey(observation));
  const byPlace = groupBy(held, ({ observation }) =>
    placeKey(observation.indicator, observation.organisation, observation.time),
  );
  const shownByIndicator = groupBy(shown, ({ observation }) => observation.indicator);
  const series = (identity: SeriesIdentity): readonly Fact[] => bySeries.get(seriesKey(identity)) ?? [];
  const of: FactBook['of'] = (indicator, organisation, time) =>
    byPlace.get(placeKey(indicator, organisation, time)) ?? [];
  return {
    vocabulary,
    shown,
    shownOf: (indicator) => shownByIndicator.get(indicator) ?? [],
    isShown: ({ release }) => shownReleases.includes(release),
    series,
    find(identity, time) {
      const facts = series(identity);
      const ofTime = facts.filter(({ observation }) => observation.time === time);
      const isStock = vocabulary.indicators.get(identity.indicator)?.basis === 'STOCK';
      return (
        inCalendar(identity, ofTime) ??
        (isStock ? inCalendar(identity, heldOn(periodEnd(time), facts)) : undefined)
      );
    },
    of,
    brokenDown: createPartIndex(vocabulary.codes, of),
  };
}

/** The stocks that hold on a day: the printed one, or the last of their time. */
function heldOn(day: CalendarDate, facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ observation: { asAt, time } }) => asAt === day || periodEnd(time) === day);
}

function inCalendar({ calendar }: SeriesIdentity, facts: readonly Fact[]): Fact | undefined {
  return facts.find(({ observation }) => (observation.calendar ?? null) === (calendar ?? null)) ?? facts[0];
}

function seriesKey({
  indicator,
  organisation,
  breakdown,
  unit,
  setBy,
}: Omit<SeriesIdentity, 'calendar'>): string {
  return [indicator, organisation, formatBreakdown(breakdown), unit, setBy ?? ''].join('|');
}

function placeKey(indicator: string, organisation: string, time: Period): string {
  return [indicator, organisation, time].join('|');
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameOf({ organisation, period }: FactRelease): string {
  return `${organisation}|${period}`;
}

function factsOfReleases(releases: readonly FactRelease[]): Fact[] {
  return releases.flatMap((release) => release.observations.map((observation) => ({ observation, release })));
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
