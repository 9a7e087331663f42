import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Enough for what frontends ask again and again. */
const KEPT = 20;

/** One operation of a text; the name is null where the text holds only one. */
export interface NamedOperation {
  readonly text: string;
  readonly name: string | null;
}

/** What has been asked last, so that a graph that takes over has it planned before anybody waits for it. */
export interface RecentOperations {
  /** Notes an operation that is about to run. */
  note(document: DocumentNode, name: string | null | undefined): void;
  /** The last asked first. */
  list(): readonly NamedOperation[];
}

export function createRecentOperations(): RecentOperations {
  const names = new LRUCache<string, { readonly name: string | null }>({ max: KEPT });
  return {
    note({ loc }, name) {
      if (loc) names.set(loc.source.body, { name: name ?? null });
    },
    list: () => [...names].map(([text, { name }]) => ({ text, name })),
  };
}
