import type { ObservationType } from '../../../../schema/graphql/index.ts';
import { groupBy, periodFrequency, type Period } from '../../../../schema/values/index.ts';

/** Why figures before and after a time are not comparable: declared by the agency, or the reporting calendar changes. */
export const SERIES_BREAK_KINDS = ['DECLARED', 'CALENDAR'] as const;
export type SeriesBreakKind = (typeof SERIES_BREAK_KINDS)[number];

export interface SeriesBreak {
  /** The first time after the break. */
  readonly time: Period;
  readonly kind: SeriesBreakKind;
  /** In the agency's words; `null` where the calendar says all. */
  readonly reason: string | null;
}

interface Place {
  readonly time: Period;
  readonly observation: ObservationType;
}

/**
 * The time before each, among those of the same frequency, and of spans of the same months: `2023-09/P9M` follows
 * `2022-09/P9M` only. The first ones have none. `times` in order.
 */
export function timesBefore(times: readonly Period[]): ReadonlyMap<Period, Period> {
  const newest = new Map<string, Period>();
  const before = new Map<Period, Period>();
  for (const time of new Set(times)) {
    const frequency = periodFrequency(time);
    const kind = frequency === 'SPAN' ? time.slice('2023-'.length) : frequency;
    const earlier = newest.get(kind);
    if (earlier !== undefined) before.set(time, earlier);
    newest.set(kind, time);
  }
  return before;
}

/**
 * Where a series breaks, in order of time: each mark of the agency once, and each time that has no figure in any
 * calendar of the time before.
 */
export function findBreaks(
  places: readonly Place[],
  before: ReadonlyMap<Period, Period>,
): readonly SeriesBreak[] {
  const byTime = groupBy(places, ({ time }) => time);
  return [...byTime].flatMap(([time, ofTime]) => {
    const figures = ofTime.map(({ observation }) => observation);
    const reasons = new Set(figures.flatMap(({ seriesBreak }) => seriesBreak ?? []));
    const declared = [...reasons].map((reason) => ({ time, kind: 'DECLARED' as const, reason }));
    const earlier = byTime.get(before.get(time) ?? time) ?? [];
    const goesOn = figures.some(({ calendar }) =>
      earlier.some(({ observation }) => observation.calendar === calendar),
    );
    return goesOn ? declared : [...declared, { time, kind: 'CALENDAR' as const, reason: null }];
  });
}
