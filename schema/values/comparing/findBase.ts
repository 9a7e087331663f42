import type { NotTestableReason } from '../checks/verdict.ts';
import type { Fact, FactBook } from '../facts/factBook.ts';
import type { Observation } from '../observation.ts';
import { periodStart, type Period } from '../period.ts';
import { areTimesComparable, isMeasureOfGrowth } from './comparable.ts';
import { comparedTime } from './comparedTime.ts';
import { findWholes, type Wholes } from './findWholes.ts';
import type { WantedComparison } from './wanted.ts';

/** The figure that another is compared with, which has a value; or why there is none. */
export type FoundBase =
  | { readonly base: Fact; readonly reason: null; readonly refused: null }
  | {
      readonly base: null;
      readonly reason: NotTestableReason;
      /** What is held and has a value, but cannot serve for this reason; `null` where nothing is. */
      readonly refused: Fact | null;
    };

/** A way to find the base of a figure. */
export type FindBase = (book: FactBook, observation: Observation, wanted: WantedComparison) => FoundBase;

/**
 * The base that a figure is compared with, as the book holds it. BASE_MISSING where it is not held, has no value, or
 * is not one alone; UNITS_DIFFER, CALENDARS_DIFFER where it is held in another unit or calendar only; PERIODS_DIFFER
 * where a growth would set a flow against one of a longer or shorter time; BREAK_IN_SERIES where the series cannot be
 * followed from one to the other. A plan is never the base of a growth.
 */
export function findBase(book: FactBook, observation: Observation, wanted: WantedComparison): FoundBase {
  const time = comparedTime(observation, wanted);
  if (time === null || wanted.against === 'PEERS') return missing('BASE_MISSING');
  const look = (unit: string): Fact | undefined => lookFor(book, { ...observation, unit }, wanted, time);
  const found = look(observation.unit);
  if (found) return usable(book, observation, found, wanted);
  const units = book.vocabulary.indicators.get(observation.indicator)?.units ?? [];
  const others = units.filter((unit) => unit !== observation.unit).map(look);
  const refused = others.find((fact) => fact && hasValue(fact));
  return refused ? refusing('UNITS_DIFFER', refused) : missing('BASE_MISSING');
}

/** The wholes that a figure may be a share of at a time, of its own unit; with values and calendars of any kind. */
export function wholesOf(book: FactBook, observation: Observation, time: Period): Wholes {
  return findWholes(observation.breakdown, book.vocabulary.codes, (breakdown) =>
    book.find({ ...observation, breakdown }, time),
  );
}

/**
 * The plans of a time that a figure may be compared with, of its own unit: of each setter the newest word, of the
 * figure's calendar where there is one. `setBy` is who set it, `null` for anyone but the figure's own setter.
 */
export function plansOf(
  book: FactBook,
  figure: Observation,
  setBy: string | null,
  time: Period,
): readonly Fact[] {
  const plans = book
    .plans(figure, time)
    .filter(({ observation: plan }) => (setBy === null ? plan.setBy !== figure.setBy : plan.setBy === setBy));
  const sameCalendar = plans.filter(({ observation }) => observation.calendar === figure.calendar);
  const bySetter = new Map<string | null, Fact>();
  for (const plan of sameCalendar.length > 0 ? sameCalendar : plans) {
    const setter = plan.observation.setBy;
    if (!bySetter.has(setter)) bySetter.set(setter, plan);
  }
  return [...bySetter.values()];
}

/** A base that was found, unless it cannot be compared with the figure. */
export function usable(
  book: FactBook,
  observation: Observation,
  base: Fact,
  { measure }: Pick<WantedComparison, 'measure'>,
): FoundBase {
  if (!hasValue(base)) return missing('BASE_MISSING');
  const { calendar, time } = base.observation;
  if (calendar !== observation.calendar) return refusing('CALENDARS_DIFFER', base);
  const basis = book.vocabulary.indicators.get(observation.indicator)?.basis;
  if (isMeasureOfGrowth(measure) && !areTimesComparable(basis, observation.time, time)) {
    return refusing('PERIODS_DIFFER', base);
  }
  if (isBroken(book, observation, base.observation)) return refusing('BREAK_IN_SERIES', base);
  return { base, reason: null, refused: null };
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
      return onlyOne(plansOf(book, identity, setBy, time));
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

function onlyOne(facts: readonly Fact[]): Fact | undefined {
  return facts.length === 1 ? facts[0] : undefined;
}

/** Whether a mark of the series, as it now stands, lies after the earlier of two figures, the later one included. */
function isBroken(book: FactBook, figure: Observation, base: Observation): boolean {
  const [from = '', to = ''] = [periodStart(base.time), periodStart(figure.time)].sort();
  return book.breaks({ ...figure, setBy: null }).some((day) => day > from && day <= to);
}

function hasValue(fact: Fact): boolean {
  return fact.observation.value !== null;
}

function missing(reason: NotTestableReason): FoundBase {
  return { base: null, reason, refused: null };
}

function refusing(reason: NotTestableReason, refused: Fact): FoundBase {
  return { base: null, reason, refused };
}
