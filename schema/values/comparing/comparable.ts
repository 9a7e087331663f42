import type { ComparisonMeasure } from '../comparison.ts';
import type { Basis } from '../indicator.ts';
import { periodMonths, type Period } from '../period.ts';

/**
 * Whether two times are of one length, as far as that matters: more happens in a year than in a quarter, so that a flow
 * is not compared with one of a longer or shorter time. What is not known to flow is taken for comparable.
 */
export function areTimesComparable(basis: Basis | undefined, time: Period, other: Period): boolean {
  return basis !== 'FLOW' || periodMonths(time) === periodMonths(other);
}

/** Whether a measure says how much more a figure is than its base: a share or an attainment may be of a longer time. */
export function isMeasureOfGrowth(measure: ComparisonMeasure): boolean {
  return measure !== 'SHARE' && measure !== 'ATTAINMENT';
}
