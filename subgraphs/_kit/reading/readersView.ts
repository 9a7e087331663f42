import type { Principal, Release } from '../../../schema/values/index.ts';
import type { ReleaseStore } from '../storage/releaseStore.ts';
import type { Presenters } from './presenters.ts';
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
  presenters: Presenters,
  signal: AbortSignal | null = null,
): PublishedReleases {
  const readable = async (found: readonly (Release | null)[]): Promise<(Release | null)[]> => {
    // What a published code is a part of never changes: the catalogue as it is tells it for all moments.
    const isPlain = found.every((one) => one === null || isPublic(one));
    if (isPlain) return [...found];
    const { codes } = (await presenters.latest()).catalogue;
    return found.map((one) => one && readableRelease(one, principal, codes));
  };
  return {
    async newestOfLines(lines) {
      signal?.throwIfAborted();
      return readable(await store.newestOfLines(lines, signal));
    },
    async newestOfAll(filter, asOf) {
      signal?.throwIfAborted();
      const found = await readable(await store.newestOfAll(filter, asOf, signal));
      return found.filter((one) => one !== null);
    },
    async headers(filter, asOf) {
      signal?.throwIfAborted();
      return store.headers(filter, asOf);
    },
  };
}

function isPublic({ observations }: Release): boolean {
  return observations.every(({ confidentiality }) => confidentiality === null);
}
