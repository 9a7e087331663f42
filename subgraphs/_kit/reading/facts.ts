import type { Release } from '../../../schema/values/index.ts';

/** Version of the shape of {@link factsOf}; office refuses the versions that it does not know. */
export const FACTS_VERSION = 1;

/** All that checks need of some releases, compact: the stored observations as they are, by release. */
export function factsOf(releases: readonly Release[]): object {
  return {
    version: FACTS_VERSION,
    releases: releases.map(({ organisation, period, number, publishedAt, observations }) => ({
      organisation,
      period,
      number,
      publishedAt,
      observations,
    })),
  };
}
