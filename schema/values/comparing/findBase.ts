import { formatBreakdown } from '../breakdown.ts';
import type { NotTestableReason } from '../checks/verdict.ts';
import type { Fact, FactBook, SeriesIdentity } from '../facts/factBook.ts';
import type { Observation } from '../observation.ts';
import { periodStart, type Period } from '../period.ts';
import { comparedTime } from './comparedTime.ts';
import { findWholes, type Wholes } from './findWholes.ts';
import type { WantedComparison } from './wanted.ts';

/** The figure that another is compared with, which has a value; or why there is none. */
export type FoundBase =
  | { readonly base: Fact; readonly reason: null }
  | { readonly base: null; readonly reason: NotTestableReason };

/** A way to find the base of a figure. */
export type FindBase = (book: FactBook, observation: Observation, wanted: WantedComparison) => FoundBase;

/**
 * The base that a figure is compared with, as the book holds it. BASE_MISSING where it is not held, has no value, or
 * is not one alone; UNITS_DIFFER, CALENDARS_DIFFER where it is held in another unit or calendar only;
 * BREAK_IN_SERIES where the series cannot be followed from one to the other. A plan is never the base of a growth.
 */
export function findBase(book: FactBook, observation: Observation, wanted: WantedComparison): FoundBase {
  const time = comparedTime(observation, wanted);
  if (time === null || wanted.against === 'PEERS') return missing('BASE_MISSING');
  const look = (unit: string): Fact | undefined =>
    lookFor(book, { ...observation, unit, calendar: observation.calendar ?? null }, wanted, time);
  const found = look(observation.unit);
  if (found === undefined) {
    const units = book.vocabulary.indicators.get(observation.indicator)?.units ?? [];
    const isElsewhere = units.some((unit) => unit !== observation.unit && hasValue(look(unit)));
    return missing(isElsewhere ? 'UNITS_DIFFER' : 'BASE_MISSING');
  }
  return usable(book, observation, found);
}

/** The wholes that a figure may be a share of at a time, of its own unit; with values and calendars of any kind. */
export function wholesOf(book: FactBook, observation: Observation, time: Period): Wholes {
  const identity = { ...observation, calendar: observation.calendar ?? null };
  return findWholes(observation.breakdown, book.vocabulary.codes, (breakdown) =>
    book.find({ ...identity, breakdown }, time),
  );
}

/** A base that was found, unless it cannot be compared with the figure. */
export function usable(book: FactBook, observation: Observation, base: Fact): FoundBase {
  if (!hasValue(base)) return missing('BASE_MISSING');
  if ((base.observation.calendar ?? null) !== (observation.calendar ?? null)) {
    return missing('CALENDARS_DIFFER');
  }
  if (isBroken(book, observation, base.observation)) return missing('BREAK_IN_SERIES');
  return { base, reason: null };
}

function lookFor(
  book: FactBook,
  identity: Observation,
  { against, setBy }: WantedComparison,
  time: Period,
): Fact | undefined {
  switch (against) {
    case 'PLAN':
    case 'RESOLUTION_TARGET':
      return findPlan(book, identity, setBy, time);
    case 'WHOLE': {
      const { held } = wholesOf(book, identity, time);
      const isAmbiguous = Object.keys(identity.breakdown).length > 1 && held.length > 1;
      return isAmbiguous ? undefined : held[0];
    }
    default: {
      const found = book.find({ ...identity, setBy: null }, time);
      return found?.observation.stage === 'PLANNED' ? undefined : found;
    }
  }
}

/** The plan of whom it is asked for; where nobody is named, the only other one that is held. */
function findPlan(book: FactBook, figure: Observation, setBy: string | null, time: Period): Fact | undefined {
  const part = formatBreakdown(figure.breakdown);
  const plans = book
    .of(figure.indicator, figure.organisation, time)
    .filter(
      ({ observation: plan }) =>
        plan.stage === 'PLANNED' &&
        plan.unit === figure.unit &&
        formatBreakdown(plan.breakdown) === part &&
        (setBy === null ? plan.setBy !== figure.setBy : plan.setBy === setBy),
    );
  const sameCalendar = plans.filter(({ observation }) => (observation.calendar ?? null) === figure.calendar);
  const [plan, ...others] = sameCalendar.length > 0 ? sameCalendar : plans;
  const isOne = others.every(({ observation }) => observation.setBy === plan?.observation.setBy);
  return isOne ? plan : undefined;
}

/** Whether a mark of the series, as it now stands, lies after the earlier of two figures, the later one included. */
function isBroken(book: FactBook, figure: Observation, base: Observation): boolean {
  const [from = '', to = ''] = [periodStart(base.time), periodStart(figure.time)].sort();
  const results: SeriesIdentity = { ...figure, calendar: figure.calendar ?? null, setBy: null };
  return book
    .series(results)
    .some(
      (fact) =>
        (fact.observation.seriesBreak ?? null) !== null &&
        periodStart(fact.observation.time) > from &&
        periodStart(fact.observation.time) <= to &&
        book.find(
          { ...fact.observation, calendar: fact.observation.calendar ?? null },
          fact.observation.time,
        ) === fact,
    );
}

function hasValue(fact: Fact | undefined): boolean {
  return (fact?.observation.value ?? null) !== null;
}

function missing(reason: NotTestableReason): FoundBase {
  return { base: null, reason };
}
