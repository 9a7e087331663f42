import type { Decimal } from './decimal.ts';
import type { Qualifier, Source } from './observation.ts';
import type { Period } from './period.ts';

/** What a figure is compared with. */
export const COMPARISON_BASES = [
  'SAME_PERIOD_LAST_YEAR',
  'PREVIOUS_PERIOD',
  'PERIOD',
  'DATE',
  'PLAN',
  'RESOLUTION_TARGET',
  'WHOLE',
  'PEERS',
] as const;
export type ComparisonBase = (typeof COMPARISON_BASES)[number];

/** How the comparison is expressed. */
export const COMPARISON_MEASURES = [
  'PERCENT_CHANGE',
  'PERCENTAGE_POINTS',
  'ABSOLUTE_CHANGE',
  'TIMES',
  'ATTAINMENT',
  'SHARE',
  'CONTRIBUTION',
  'RANK',
] as const;
export type ComparisonMeasure = (typeof COMPARISON_MEASURES)[number];

/** A comparison as the source states it. Decreases are negative. */
export interface Comparison {
  readonly against: ComparisonBase;
  /** Time of the base; a day where it is compared with a date; `null` where the base has no time of its own. */
  readonly baseTime: Period | null;
  /** Who set the plan or target that it is compared with. */
  readonly setBy: string | null;
  /** Among whom a rank is held, or of which whole a share is taken. */
  readonly peer: string | null;
  readonly measure: ComparisonMeasure;
  readonly value: Decimal;
  readonly unit: string;
  readonly unitMultiplier: number;
  readonly qualifier: Qualifier | null;
  readonly sources: readonly Source[];
}

/** Identity of a comparison within its observation: what is compared how, not the number. */
export function comparisonKey(comparison: Comparison): string {
  const { against, baseTime, setBy, peer, measure, unit } = comparison;
  return [against, baseTime, setBy, peer, measure, unit].map((part) => part ?? '').join('|');
}
