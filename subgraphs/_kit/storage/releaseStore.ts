import type { Instant, Period, Release, ReleaseHeader, ReleaseLine } from '../../../schema/values/index.ts';

/** One line of releases at one knowledge time. */
export interface LineAt extends ReleaseLine {
  readonly asOf: Instant;
}

/** Which lines are meant; what is left out is not restricted. */
export interface LineFilter {
  readonly agency: string;
  readonly organisations?: readonly string[];
  readonly periods?: readonly Period[];
}

/**
 * Where an agency's releases are kept. A release is one immutable document; nothing is updated or deleted.
 * Every adapter passes `test/contracts/releaseStoreContract.ts`.
 */
export interface ReleaseStore {
  /**
   * Inserts a release; it is visible wholly or not at all, and survives a crash once the promise is fulfilled.
   * @throws RELEASE_CONFLICT when its line already has that number.
   */
  insert(release: Release): Promise<void>;

  /** The newest release of each line published at or before its `asOf`, in the order asked; null where there is none. */
  newestOfLines(lines: readonly LineAt[]): Promise<(Release | null)[]>;

  /** The newest release published at or before `asOf` of every line the filter meets, by organisation, then period. */
  newestOfAll(filter: LineFilter, asOf: Instant): Promise<Release[]>;

  /** Headers of all releases published at or before `asOf` that the filter meets: newest first, then by organisation and period. */
  headers(filter: LineFilter, asOf: Instant): Promise<ReleaseHeader[]>;

  /** The latest instant that the agency has answered for; null before the first. */
  answeredUntil(agency: string): Promise<Instant | null>;

  /** Raises {@link answeredUntil}; an earlier instant than the one held changes nothing. */
  raiseAnsweredUntil(agency: string, instant: Instant): Promise<void>;

  /** Ends all connections; the store is not used afterwards. */
  close(): Promise<void>;
}
