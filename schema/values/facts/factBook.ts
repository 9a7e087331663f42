import { formatBreakdown } from '../breakdown.ts';
import { compareTexts } from '../compareTexts.ts';
import type { Comparison } from '../comparison.ts';
import type { CalendarDate } from '../date.ts';
import { groupBy } from '../groupBy.ts';
import type { Dimension, DimensionCode, Indicator } from '../indicator.ts';
import type { Observation, ObservationIdentity } from '../observation.ts';
import { periodEnd, type Period } from '../period.ts';
import { lineKey, type Release } from '../release.ts';
import { lazily, remembered } from '../remembered.ts';
import type { Unit } from '../unit.ts';
import { createPartIndex, type PartsOwner } from './partIndex.ts';
import { createSeriesIndex, inCalendar, type SeriesIndex } from './seriesIndex.ts';
import type { Vintage } from './vintages.ts';

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
  /** First days of the times of a series that cannot be compared with earlier ones, by the marks that stand. */
  breaks(identity: SeriesIdentity): readonly CalendarDate[];
  /** All plans of a time that are held for a figure's indicator, part and unit, of whatever setter and calendar. */
  plans(figure: PartsOwner & Pick<Observation, 'unit'>, time: Period): readonly Fact[];
  /** All that is held of an indicator about an organisation and time, whatever part, unit and setter. */
  of(indicator: string, organisation: string, time: Period): readonly Fact[];
  /**
   * All that is held of the parts of a total by some dimensions together, in the order of their codes: the figures with
   * the total's breakdown but for these dimensions, of each of which they have a code; of whatever unit, setter, release.
   */
  brokenDown(total: PartsOwner, time: Period, dimensions: readonly string[]): readonly Fact[];
  /**
   * What was held when a release of the figure's line first said it with this number and, where one is given, this
   * comparison; `null` where that is all that is held now, or where the book has no history.
   */
  whenSaid(fact: Fact, stated: Comparison | null): Vintage | null;
}

/** Puts releases into a book: those of the report, and further ones that the agency holds. */
export function createFactBook(
  vocabulary: FactVocabulary,
  shownReleases: readonly FactRelease[],
  otherReleases: readonly FactRelease[] = [],
): FactBook {
  const shown = factsOfReleases(shownReleases);
  const known = new Set(shownReleases.map(lineKey));
  const others = otherReleases.filter((release) => !known.has(lineKey(release)));
  const newestFirst = [...others].sort((a, b) => compareTexts(b.publishedAt, a.publishedAt));
  const held = [...shown, ...factsOfReleases(newestFirst)];
  const groups = lazily(() => groupBy(held, ({ observation }) => seriesKey(observation)));
  const indexOfKey = remembered((key: string) => createSeriesIndex(groups().get(key) ?? []));
  const indexOf = (identity: SeriesIdentity): SeriesIndex => indexOfKey(seriesKey(identity));
  const byPlace = lazily(() => groupBy(held, ({ observation }) => placeKey(observation)));
  const plans = lazily(() =>
    groupBy(
      held.filter(({ observation }) => observation.stage === 'PLANNED'),
      ({ observation }) => planKey(observation),
    ),
  );
  const shownByIndicator = lazily(() => groupBy(shown, ({ observation }) => observation.indicator));
  const of: FactBook['of'] = (indicator, organisation, time) =>
    byPlace().get(placeKey({ indicator, organisation, time })) ?? [];
  return {
    vocabulary,
    shown,
    shownOf: (indicator) => shownByIndicator().get(indicator) ?? [],
    isShown: ({ release }) => shownReleases.includes(release),
    series: (identity) => indexOf(identity).facts,
    find(identity, time) {
      const index = indexOf(identity);
      const found = inCalendar(identity.calendar, index.ofTime(time));
      if (found || vocabulary.indicators.get(identity.indicator)?.basis !== 'STOCK') return found;
      return inCalendar(identity.calendar, index.heldOn(periodEnd(time)));
    },
    breaks: (identity) => indexOf(identity).breaks(),
    plans: (figure, time) => plans().get(planKey({ ...figure, time })) ?? [],
    of,
    brokenDown: createPartIndex(vocabulary.codes, of),
    whenSaid: () => null,
  };
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

function placeKey({
  indicator,
  organisation,
  time,
}: Pick<Observation, 'indicator' | 'organisation' | 'time'>): string {
  return [indicator, organisation, time].join('|');
}

function planKey(
  plan: Pick<Observation, 'indicator' | 'organisation' | 'time' | 'breakdown' | 'unit'>,
): string {
  return [placeKey(plan), formatBreakdown(plan.breakdown), plan.unit].join('|');
}

function factsOfReleases(releases: readonly FactRelease[]): Fact[] {
  return releases.flatMap((release) => release.observations.map((observation) => ({ observation, release })));
}
