import type { ObservationType } from '../../../../schema/graphql/index.ts';
import { timeRoles } from '../../../../schema/values/index.ts';
import { breakdownText } from '../breakdownText.ts';

/**
 * Each current figure with its counterpart in the report of another period, where it has one: alike in all but time,
 * with a time of the same role, first by the exact role, then by the roomy one. No figure has two counterparts.
 */
export function pairFigures(
  current: readonly ObservationType[],
  base: readonly ObservationType[],
): ReadonlyMap<ObservationType, ObservationType> {
  const pairs = new Map<ObservationType, ObservationType>();
  const free = new Set(base);
  for (const level of [0, 1] as const) {
    const byKey = new Map<string, ObservationType[]>();
    for (const one of free)
      byKey.set(matchKey(one, level), [...(byKey.get(matchKey(one, level)) ?? []), one]);
    for (const one of current) {
      const found = pairs.has(one) ? undefined : byKey.get(matchKey(one, level))?.shift();
      if (!found) continue;
      pairs.set(one, found);
      free.delete(found);
    }
  }
  return pairs;
}

function matchKey(one: ObservationType, level: 0 | 1): string {
  const { indicator, organisation, breakdown, unit, setBy, calendar, stage, time, release } = one;
  const role = timeRoles(time, release.period)[level];
  // A plan that nobody is named for is still no result.
  const kind = stage === 'PLANNED' ? 'plan' : 'result';
  return [
    indicator.code,
    organisation,
    breakdownText(breakdown),
    unit.code,
    kind,
    calendar,
    role,
    setBy ?? '',
  ].join('|');
}
