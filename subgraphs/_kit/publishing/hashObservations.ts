import { createHash } from 'node:crypto';

import {
  comparisonKey,
  observationKey,
  type Observation,
  type Source,
} from '../../../schema/values/index.ts';

/** SHA-256 of the figures in hex: equal for equal figures, in whatever order they and their sources are given. */
export function hashObservations(observations: readonly Observation[]): string {
  const sorted = sortBy(observations, observationKey).map((observation) => ({
    ...observation,
    openDimensions: [...observation.openDimensions].sort(),
    sources: sortSources(observation.sources),
    comparisons: sortBy(observation.comparisons, comparisonKey).map((comparison) => ({
      ...comparison,
      sources: sortSources(comparison.sources),
    })),
  }));
  return createHash('sha256').update(canonicalJson(sorted)).digest('hex');
}

function sortSources(sources: readonly Source[]): Source[] {
  return sortBy(sources, canonicalJson);
}

function sortBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

/**
 * JSON whose object keys are sorted and whose empty members are left out, so that it depends on the content alone:
 * a word that the vocabulary learns later changes no hash of figures that do not use it.
 */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(sortBy(Object.entries(inner).filter(isTold), ([name]) => name))
      : inner,
  );
}

function isTold([, value]: readonly [string, unknown]): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}
