import type { Instant } from './date.ts';
import type { Observation } from './observation.ts';
import type { Period } from './period.ts';
import type { Acknowledgement, Correction } from './submission/submission.ts';

/** At most so many observations are in one release. */
export const RELEASE_SIZE_LIMIT = 10_000;

/** What the releases of one line have in common: one agency's word about one organisation in one period. */
export interface ReleaseLine {
  readonly agency: string;
  readonly organisation: string;
  readonly period: Period;
}

/** All of a release but its figures. */
export interface ReleaseHeader extends ReleaseLine {
  /** 1, 2, 3… within its line. */
  readonly number: number;
  readonly publishedAt: Instant;
  /** Number of the release that it replaces wholly; `null` for the first. */
  readonly supersedes: number | null;
  /** SHA-256 over the sorted observations, independent of number and time. */
  readonly hash: string;
}

/** An immutable set of figures. */
export interface Release extends ReleaseHeader {
  /** Why it changes what was published before; `null` for the first. */
  readonly correction: Correction | null;
  /** Conflicts of its checks that its submitter has explained. */
  readonly acknowledgements: readonly Acknowledgement[];
  readonly observations: readonly Observation[];
}
