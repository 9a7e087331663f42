import type { Instant, MissingReason, Observation, Period } from '../../../schema/values/index.ts';

/** Where an agency's word about one organisation and period stands in its workflow. */
export const RELEASE_STATES = ['PUBLISHED', 'SUBMITTED', 'RETURNED', 'WITHHELD'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** What completeness needs to know of an agency: its releases that the report shows, or that it gave no answer. */
export type AgencyStanding = 'UNREACHABLE' | readonly ReleaseStanding[];

/** One agency's word about one organisation and period. */
export interface ReleaseStanding {
  readonly organisation: string;
  readonly period: Period;
  readonly state: ReleaseState;
  /** When the first release of it was published; null before that. */
  readonly firstPublishedAt: Instant | null;
  /** When the newest release of it was published; null before the first. */
  readonly publishedAt: Instant | null;
  /** Number of observations that it shows. */
  readonly figures: number;
  /** The indicators that it speaks of: with a figure, or with the reason why all their figures have none. */
  readonly indicators: ReadonlyMap<string, 'REPORTED' | MissingReason>;
}

/** What of a figure tells whether its indicator is reported. */
type TellingFigure = Pick<Observation, 'indicator' | 'missing' | 'stage' | 'setBy'>;

/** What is read of an agency's facts. */
export interface StandingFacts {
  readonly releases: readonly (Omit<ReleaseStanding, 'figures' | 'indicators'> & {
    readonly observations: readonly TellingFigure[];
  })[];
  /** Lines of which no release is visible. */
  readonly pending?: readonly Pick<
    ReleaseStanding,
    'organisation' | 'period' | 'state' | 'firstPublishedAt'
  >[];
}

/** Reads from an agency's facts where it stands; without facts that can be read it counts as not reached. */
export function standingOf(facts: StandingFacts | null | undefined): AgencyStanding {
  if (!facts) return 'UNREACHABLE';
  const shown = facts.releases.map(
    ({ organisation, period, state, firstPublishedAt, publishedAt, observations }) => ({
      organisation,
      period,
      state,
      firstPublishedAt,
      publishedAt,
      figures: observations.length,
      indicators: indicatorsOf(observations),
    }),
  );
  const pending = (facts.pending ?? []).map(({ organisation, period, state, firstPublishedAt }) => ({
    organisation,
    period,
    state,
    firstPublishedAt,
    publishedAt: null,
    figures: 0,
    indicators: new Map(),
  }));
  return [...shown, ...pending];
}

/**
 * Where figures of one indicator lack for several reasons, the first in the order of the release is told. A plan says
 * nothing of what has come of it.
 */
function indicatorsOf(
  observations: readonly TellingFigure[],
): ReadonlyMap<string, 'REPORTED' | MissingReason> {
  const indicators = new Map<string, 'REPORTED' | MissingReason>();
  for (const { indicator, missing, stage, setBy } of observations) {
    if (stage === 'PLANNED' || setBy !== null) continue;
    if (missing === null) indicators.set(indicator, 'REPORTED');
    else if (!indicators.has(indicator)) indicators.set(indicator, missing);
  }
  return indicators;
}
