import type { CalendarDate } from '../date.ts';
import { groupBy } from '../groupBy.ts';
import { periodEnd, periodStart, type Period } from '../period.ts';
import type { Fact } from './factBook.ts';

/** The facts of one series by what they are looked for by, each in the order of the series. */
export interface SeriesIndex {
  readonly facts: readonly Fact[];
  ofTime(time: Period): readonly Fact[];
  /** The stocks that hold on a day: the printed one, or the last of their time. */
  heldOn(day: CalendarDate): readonly Fact[];
  /**
   * First days of the times that cannot be compared with earlier ones, as the series now stands: a mark counts where
   * the first fact of its time and calendar has it.
   */
  breaks(): readonly CalendarDate[];
}

/** Sorts a series once; each question then costs no more than its answer. */
export function createSeriesIndex(facts: readonly Fact[]): SeriesIndex {
  const byTime = groupBy(facts, ({ observation }) => observation.time);
  let byDay: ReadonlyMap<CalendarDate, readonly Fact[]> | null = null;
  let breaks: readonly CalendarDate[] | null = null;
  return {
    facts,
    ofTime: (time) => byTime.get(time) ?? [],
    heldOn: (day) => (byDay ??= daysOf(facts)).get(day) ?? [],
    breaks: () =>
      (breaks ??= [...byTime.values()].flatMap((ofTime) =>
        ofTime
          .filter((fact) => fact.observation.seriesBreak !== null && stands(fact, ofTime))
          .map(({ observation }) => periodStart(observation.time)),
      )),
  };
}

/** The fact of a calendar among those of one time, else the first; undefined of none. */
export function inCalendar(
  calendar: Fact['observation']['calendar'],
  facts: readonly Fact[],
): Fact | undefined {
  return facts.find(({ observation }) => observation.calendar === calendar) ?? facts[0];
}

function stands(fact: Fact, ofTime: readonly Fact[]): boolean {
  return inCalendar(fact.observation.calendar, ofTime) === fact;
}

function daysOf(facts: readonly Fact[]): ReadonlyMap<CalendarDate, readonly Fact[]> {
  const days = facts.flatMap((fact) => {
    const { asAt, time } = fact.observation;
    return [...new Set([...(asAt === null ? [] : [asAt]), periodEnd(time)])].map((day) => ({ day, fact }));
  });
  const groups = groupBy(days, ({ day }) => day);
  return new Map([...groups].map(([day, entries]) => [day, entries.map(({ fact }) => fact)]));
}
