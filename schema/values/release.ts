import type { Instant } from './date.ts';
import type { Observation } from './observation.ts';
import type { Period } from './period.ts';
import type { Acknowledgement, Correction } from './submission/submission.ts';

/** At most so many observations are in one release. */
export const RELEASE_SIZE_LIMIT = 10_000;

/**
 * The longest body of a request from somebody with a token, in bytes: 16 MiB. {@link RELEASE_SIZE_LIMIT} figures with two comparisons each
 * take 7 MB, and 13.5 MB where every field of them is filled and each has a note.
 */
export const BODY_LIMIT_BYTES = 16 * 1024 * 1024;

/** What the releases of one line have in common: one agency's word about one organisation in one period. */
export interface ReleaseLine {
  readonly agency: string;
  readonly organisation: string;
  readonly period: Period;
}

/** What tells the lines of one agency apart, as one text. */
export function lineKey({ organisation, period }: Omit<ReleaseLine, 'agency'>): string {
  return `${organisation}|${period}`;
}

/** What tells the releases of one agency apart, as one text. */
export function releaseKey(release: Omit<ReleaseLine, 'agency'> & { readonly number: number }): string {
  return `${lineKey(release)}|${release.number}`;
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
