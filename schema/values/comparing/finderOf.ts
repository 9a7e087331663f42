import type { Observation } from '../observation.ts';
import { usable, type FindBase } from './findBase.ts';

/**
 * Finds one certain figure, as the book holds it: for a base that does not follow from a kind of comparison, such as
 * the plan of another year for a plan. BASE_MISSING where it is not held or has no value; CALENDARS_DIFFER,
 * PERIODS_DIFFER and BREAK_IN_SERIES as for any base.
 */
export function finderOf(base: Observation): FindBase {
  return (book, observation, wanted) => {
    const found = book.find(base, base.time);
    return found
      ? usable(book, observation, found, wanted)
      : { base: null, reason: 'BASE_MISSING', refused: null };
  };
}
