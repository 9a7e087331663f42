import { strict as assert } from 'node:assert';

import type { IndicatorType, ObservationType } from '../../../schema/graphql/index.ts';
import {
  comparePeriods,
  formatBreakdown,
  periodEnd,
  periodStart,
  type Breakdown,
  type Instant,
  type Period,
} from '../../../schema/values/index.ts';
import { breakdownText } from './breakdownText.ts';
import { checkPart, knownEntry } from './checkCodes.ts';
import type { Reading } from './sectionSource.ts';

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

/** One time of a series: the newest word about it, and what other releases say of the same figure. */
export interface SeriesPoint {
  readonly time: Period;
  readonly observation: ObservationType;
  readonly alternates: readonly ObservationType[];
}

export interface Series {
  readonly indicator: IndicatorType;
  readonly organisation: string;
  readonly points: readonly SeriesPoint[];
}

/**
 * A figure through time as known at `asOf`: by start of the time, the shorter first. Plans are left out.
 * @throws CODE_UNKNOWN, UNIT_NOT_OF_INDICATOR, DIMENSION_NOT_OF_INDICATOR when the agency has no such figure.
 */
export async function readSeries(
  { agency, store, clock, presenter }: Reading,
  key: SeriesKey,
  asOf: Instant,
): Promise<Series> {
  const { organisation, from, to } = key;
  const { catalogue, indicators } = presenter;
  const entry = knownEntry('Indicator', key.indicator, catalogue.indicators);
  checkPart(entry, key.breakdown, key.unit, catalogue);
  const indicator = indicators.find(({ code }) => code === key.indicator);
  assert(indicator, 'every indicator of the catalogue is presented');
  await clock.announce(asOf);
  const releases = await store.newestOfAll({ agency, organisations: [organisation] }, asOf);
  const newestFirst = [...releases].sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  const wantedPart = formatBreakdown(key.breakdown);
  const found = newestFirst
    .flatMap((release) => presenter.present(release))
    .filter(
      (one) =>
        one.indicator.code === key.indicator &&
        one.unit.code === (key.unit ?? indicator.unit.code) &&
        one.setBy === null &&
        breakdownText(one.breakdown) === wantedPart &&
        (!from || periodStart(one.time) >= periodStart(from)) &&
        (!to || periodEnd(one.time) <= periodEnd(to)),
    );
  const times = [...new Set(found.map(({ time }) => time))].sort(comparePeriods);
  const points = times.flatMap((time) => {
    const [observation, ...alternates] = found.filter((one) => one.time === time);
    return observation ? [{ time, observation, alternates }] : [];
  });
  return { indicator, organisation, points };
}
