import type { ComparisonMeasure } from '../comparison.ts';
import type { Observation } from '../observation.ts';
import type { Rule, StatedComparisonRule } from './rule.ts';

const MEASURES: Readonly<Record<StatedComparisonRule['kind'], readonly ComparisonMeasure[]>> = {
  GROWTH: ['PERCENT_CHANGE', 'TIMES', 'ABSOLUTE_CHANGE', 'PERCENTAGE_POINTS'],
  ATTAINMENT: ['ATTAINMENT'],
  SHARE: ['SHARE'],
};

/** Whether a rule about stated comparisons is about those of a measure. */
export function isAboutMeasure({ kind }: StatedComparisonRule, measure: ComparisonMeasure): boolean {
  return MEASURES[kind].includes(measure);
}

/**
 * Whether some rule takes stated comparisons of an indicator in a measure for those of figures that cannot be below
 * zero. Where no rule is about them, nothing is claimed.
 */
export function isBoundedBy(
  rules: readonly Rule[],
  { indicator }: Pick<Observation, 'indicator'>,
  measure: ComparisonMeasure,
): boolean {
  return rules.some(
    (rule) =>
      'mayBeNegative' in rule && isAboutMeasure(rule, measure) && !rule.mayBeNegative.includes(indicator),
  );
}
