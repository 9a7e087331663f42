import { formatBreakdown, type Breakdown } from '../breakdown.ts';
import { groupBy } from '../groupBy.ts';
import type { Observation } from '../observation.ts';
import type { Period } from '../period.ts';
import type { Fact, FactVocabulary } from './factBook.ts';

/** What figures are parts of: whose breakdown they have, beside the dimensions that they are parts by. */
export type PartsOwner = Pick<Observation, 'indicator' | 'organisation' | 'breakdown'>;

/** Finds the parts of a total; see `brokenDown` of a fact book. */
export type PartIndex = (total: PartsOwner, time: Period, dimensions: readonly string[]) => readonly Fact[];

/**
 * Sorts the figures of a place by what they are parts of, once for each list of dimensions that is asked for, so that a
 * place with thousands of totals is not read anew for each of them.
 */
export function createPartIndex(
  codes: FactVocabulary['codes'],
  of: (indicator: string, organisation: string, time: Period) => readonly Fact[],
): PartIndex {
  const made = new Map<string, ReadonlyMap<string, readonly Fact[]>>();
  return ({ indicator, organisation, breakdown }, time, dimensions) => {
    const key = [indicator, organisation, time, ...dimensions].join('|');
    const known = made.get(key);
    const groups = known ?? groupsOf(of(indicator, organisation, time), dimensions, codes);
    if (!known) made.set(key, groups);
    return groups.get(formatBreakdown(without(breakdown, dimensions))) ?? [];
  };
}

function groupsOf(
  facts: readonly Fact[],
  dimensions: readonly string[],
  codes: FactVocabulary['codes'],
): ReadonlyMap<string, readonly Fact[]> {
  const parts = facts.filter(({ observation }) => dimensions.every((one) => one in observation.breakdown));
  return groupBy(inOrderOfCodes(parts, dimensions, codes), ({ observation }) =>
    formatBreakdown(without(observation.breakdown, dimensions)),
  );
}

function inOrderOfCodes(
  parts: readonly Fact[],
  dimensions: readonly string[],
  codes: FactVocabulary['codes'],
): readonly Fact[] {
  const ranks = dimensions.map(
    (dimension) => new Map([...(codes.get(dimension)?.keys() ?? [])].map((code, rank) => [code, rank])),
  );
  const rankOf = ({ observation }: Fact, index: number): number =>
    ranks[index]?.get(observation.breakdown[dimensions[index] ?? ''] ?? '') ?? 0;
  return [...parts].sort((a, b) =>
    dimensions.reduce((order, _dimension, index) => order || rankOf(a, index) - rankOf(b, index), 0),
  );
}

function without(breakdown: Breakdown, dimensions: readonly string[]): Breakdown {
  return Object.fromEntries(
    Object.entries(breakdown).filter(([dimension]) => !dimensions.includes(dimension)),
  );
}
