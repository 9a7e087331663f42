import { strict as assert } from 'node:assert';

import type { ComparisonType, IndicatorType, ObservationType } from '../../../../schema/graphql/index.ts';
import {
  comparePeriods,
  formatBreakdown,
  groupBy,
  periodEnd,
  periodStart,
  type Breakdown,
  type Instant,
  type Period,
} from '../../../../schema/values/index.ts';
import { breakdownText } from '../breakdownText.ts';
import { checkPart, knownEntry } from '../checkCodes.ts';
import type { RequestReading } from '../knowledge.ts';
import type { Presenter } from '../presenter.ts';
import { seriesParts, type SeriesPart } from './predecessors.ts';
import { createRevisions, type Revision } from './readRevisions.ts';
import { findBreaks, timesBefore, type SeriesBreak } from './seriesBreaks.ts';

/** Which figure is followed through time. */
export interface SeriesKey {
  readonly indicator: string;
  readonly organisation: string;
  readonly breakdown: Breakdown;
  /** Code of the unit; the indicator's first where null. */
  readonly unit: string | null;
  /** Times that begin before its first day are left out. */
  readonly from: Period | null;
  /** Times that end after its last day are left out. */
  readonly to: Period | null;
}

/** One time of a series in one calendar: the newest word about it, and what other releases say of the same figure. */
export interface SeriesPoint {
  readonly time: Period;
  readonly observation: ObservationType;
  readonly alternates: readonly ObservationType[];
  /** Against the time before; `null` where there is none. */
  readonly growth: ComparisonType | null;
  /** What was said of it before; read once it is asked for. */
  readonly revision: () => Promise<Revision>;
}

export interface Series {
  readonly indicator: IndicatorType;
  readonly organisation: string;
  readonly points: readonly SeriesPoint[];
  readonly breaks: readonly SeriesBreak[];
}

/**
 * A figure through time as known at `asOf`: by start of the time, the shorter first, the calendar's own periods before
 * those of another calendar. Plans are left out. Before the first figure of its own it goes on with those of the codes
 * that it has superseded. What lies outside of `from` and `to` still counts as the time before.
 * @throws CODE_UNKNOWN, UNIT_NOT_OF_INDICATOR, DIMENSION_NOT_OF_INDICATOR when the agency has no such figure.
 */
export async function readSeries(
  { presenters, clock, knowledgeAt }: RequestReading,
  key: SeriesKey,
  asOf: Instant,
): Promise<Series> {
  await clock.announce(asOf);
  const presenter = await presenters.at(asOf);
  const { indicator, unit } = knownSeries(key, presenter);
  const knowledge = knowledgeAt(asOf);
  const shown = [...(await knowledge.held(key.organisation))]
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
    .flatMap((release) => presenter.present(release, knowledge))
    .filter((one) => one.unit.code === unit && one.setBy === null);
  const places = seriesParts(key, unit, presenter.catalogue).reduce<readonly OwnPlace[]>((later, one) => {
    const part = formatBreakdown(one.breakdown);
    const words = shown.filter(
      (word) => word.indicator.code === one.indicator && breakdownText(word.breakdown) === part,
    );
    const followed = { ...one, organisation: key.organisation, unit, part };
    const revisionOf = createRevisions({ presenter, knowledge }, followed);
    const earlier = placesOf(words).filter(isBefore(later[0]));
    return [...earlier.map((place) => ({ ...place, part: one, revisionOf })), ...later];
  }, []);
  const before = timesBefore(places.map(({ time }) => time));
  const points = places.map(({ part, revisionOf, ...place }) => {
    const { time, observation } = place;
    const base = before.get(time);
    const other = places.find((one) => one.time === base && one.part !== part);
    const growth = other
      ? presenter.compare(observation, other.observation)
      : base
        ? observation.against('PERIOD', base, null)
        : null;
    return { ...place, growth, revision: () => revisionOf(observation) };
  });
  const isWithin = within(key);
  return {
    indicator,
    organisation: key.organisation,
    points: points.filter(isWithin),
    breaks: findBreaks(places, before).filter(isWithin),
  };
}

/** The indicator and unit that a key means. */
function knownSeries(
  { indicator: code, breakdown, unit }: SeriesKey,
  { catalogue, indicators }: Presenter,
): { readonly indicator: IndicatorType; readonly unit: string } {
  checkPart(knownEntry('Indicator', code, catalogue.indicators), breakdown, unit, catalogue);
  const indicator = indicators.find((one) => one.code === code);
  assert(indicator, 'every indicator of the catalogue is presented');
  return { indicator, unit: unit ?? indicator.unit.code };
}

function within({ from, to }: SeriesKey): (one: { readonly time: Period }) => boolean {
  return ({ time }) =>
    (!from || periodStart(time) >= periodStart(from)) && (!to || periodEnd(time) <= periodEnd(to));
}

type Place = Pick<SeriesPoint, 'time' | 'observation' | 'alternates'>;

/** A place with the codes that its figures have, and the revisions of these. */
interface OwnPlace extends Place {
  readonly part: SeriesPart;
  readonly revisionOf: ReturnType<typeof createRevisions>;
}

/** Whether a time begins before a place's; all do where there is none. */
function isBefore(first: Place | undefined): (one: Place) => boolean {
  return ({ time }) => first === undefined || periodStart(time) < periodStart(first.time);
}

/** The words by what they are about, in the order of the series; of each the first is the figure. */
function placesOf(words: readonly ObservationType[]): readonly Place[] {
  return [...groupBy(words, ({ time, calendar }) => `${time} ${calendar}`).values()]
    .map(([observation, ...alternates]) => ({ time: observation.time, observation, alternates }))
    .sort((a, b) => comparePeriods(a.time, b.time) || ownCalendarFirst(a, b));
}

function ownCalendarFirst({ observation: a }: Place, { observation: b }: Place): number {
  return (a.calendar === 'CALENDAR' ? 0 : 1) - (b.calendar === 'CALENDAR' ? 0 : 1);
}
