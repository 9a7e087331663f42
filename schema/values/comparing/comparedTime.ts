import type { Comparison } from '../comparison.ts';
import type { Observation } from '../observation.ts';
import { previousPeriod, samePeriodLastYear, type Period } from '../period.ts';

/** The time of what a figure is compared with: as named, else as the kind of comparison implies; `null` where neither. */
export function comparedTime(
  { time }: Pick<Observation, 'time'>,
  { against, baseTime }: Pick<Comparison, 'against' | 'baseTime'>,
): Period | null {
  if (baseTime !== null) return baseTime;
  switch (against) {
    case 'SAME_PERIOD_LAST_YEAR':
      return samePeriodLastYear(time);
    case 'PREVIOUS_PERIOD':
      return previousPeriod(time);
    case 'PLAN':
    case 'RESOLUTION_TARGET':
    case 'WHOLE':
      return time;
    default:
      return null;
  }
}
