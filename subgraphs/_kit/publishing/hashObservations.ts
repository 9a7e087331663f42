import { createHash } from 'node:crypto';

import {
  comparisonKey,
  compareTexts,
  observationKey,
  type Observation,
  type Source,
} from '../../../schema/values/index.ts';
import { canonicalJson } from './canonicalJson.ts';

/**
 * SHA-256 of the figures in hex: equal for equal figures, in whatever order they and their sources are given. A salt is
 * mixed in: the hash is public, and figures are small numbers that could be tried one after the other.
 */
export function hashObservations(observations: readonly Observation[], salt: string | null = null): string {
  const sorted = sortBy(observations, observationKey).map((observation) => ({
    ...observation,
    openDimensions: [...observation.openDimensions].sort(),
    sources: sortSources(observation.sources),
    comparisons: sortBy(observation.comparisons, comparisonKey).map((comparison) => ({
      ...comparison,
      sources: sortSources(comparison.sources),
    })),
  }));
  const hash = createHash('sha256').update(canonicalJson(sorted, isTold));
  return (salt === null ? hash : hash.update(salt)).digest('hex');
}

function sortSources(sources: readonly Source[]): Source[] {
  return sortBy(sources, (source) => canonicalJson(source, isTold));
}

function sortBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => compareTexts(a.key, b.key))
    .map(({ item }) => item);
}

/**
 * What is empty is left out: a word that the vocabulary learns later changes no hash of figures that do not use it.
 */
function isTold(member: unknown): boolean {
  return member !== null && !(Array.isArray(member) && member.length === 0);
}
