import type { Principal } from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ReleaseStore } from '../storage/releaseStore.ts';
import { readableRelease } from './readableRelease.ts';

/** What is read of published figures; drafts and moves cannot be reached through it. */
export type PublishedReleases = Pick<ReleaseStore, 'newestOfLines' | 'newestOfAll' | 'headers'>;

/**
 * What one principal may read of a store: all that is published, without the figures that are not for them. Every
 * reading of a request goes through one such view, so that no path has to ask for the right by itself. A release of
 * which nothing may be read is still a release: that an agency has spoken is no secret. Once the signal is aborted
 * nothing is read any more: every reading rejects with its reason.
 */
export function createReadersView(
  store: PublishedReleases,
  principal: Principal | null,
  { codes }: Pick<Catalogue, 'codes'>,
  signal: AbortSignal | null = null,
): PublishedReleases {
  return {
    async newestOfLines(lines) {
      signal?.throwIfAborted();
      return (await store.newestOfLines(lines, signal)).map(
        (one) => one && readableRelease(one, principal, codes),
      );
    },
    async newestOfAll(filter, asOf) {
      signal?.throwIfAborted();
      return (await store.newestOfAll(filter, asOf, signal)).map((one) =>
        readableRelease(one, principal, codes),
      );
    },
    async headers(filter, asOf) {
      signal?.throwIfAborted();
      return store.headers(filter, asOf);
    },
  };
}
