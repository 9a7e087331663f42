import type { Comparison, ComparisonBase, ComparisonMeasure } from '../comparison.ts';

/** What a figure is to be compared with and how. `baseTime` is `null` where it follows from the figure's own time. */
export type WantedComparison = Pick<Comparison, 'against' | 'baseTime' | 'setBy' | 'measure'>;

/** How a comparison is usually expressed, by its base and the code of the figure's unit. */
export function usualMeasure(against: ComparisonBase, unit: string): ComparisonMeasure {
  if (against === 'PLAN' || against === 'RESOLUTION_TARGET') return 'ATTAINMENT';
  if (against === 'WHOLE') return 'SHARE';
  return unit === 'percent' ? 'PERCENTAGE_POINTS' : 'PERCENT_CHANGE';
}

const GROWTHS = ['PERCENT_CHANGE', 'PERCENTAGE_POINTS', 'ABSOLUTE_CHANGE', 'TIMES'] as const;

/** The measures that two figures can tell of a kind of comparison; none among peers. */
export function measuresFor(against: ComparisonBase): readonly ComparisonMeasure[] {
  switch (against) {
    case 'PLAN':
    case 'RESOLUTION_TARGET':
      return ['ATTAINMENT', ...GROWTHS];
    case 'WHOLE':
      return ['SHARE'];
    case 'PEERS':
      return [];
    default:
      return GROWTHS;
  }
}

/** Code of the unit that a measure is expressed in; `unit` is the figure's own. */
export function unitOfMeasure(measure: ComparisonMeasure, unit: string): string {
  switch (measure) {
    case 'PERCENT_CHANGE':
    case 'ATTAINMENT':
    case 'SHARE':
      return 'percent';
    case 'PERCENTAGE_POINTS':
    case 'CONTRIBUTION':
      return 'percentage-point';
    case 'TIMES':
      return 'times';
    case 'RANK':
      return 'rank';
    case 'ABSOLUTE_CHANGE':
      return unit;
  }
}
