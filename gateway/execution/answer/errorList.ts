import { GraphQLError } from 'graphql';

import type { ErrorWords } from '../agencyRequest.ts';
import { type PathKey, withoutIndexes } from '../responsePath.ts';

/** The errors of an answer. It knows where one was told already, so that a loss is told once. */
export interface ErrorList {
  readonly errors: GraphQLError[];
  /** Messages with their paths. */
  readonly told: Set<string>;
  readonly exact: Set<string>;
  readonly anyEntry: Set<string>;
}

export function createErrorList(): ErrorList {
  return { errors: [], told: new Set(), exact: new Set(), anyEntry: new Set() };
}

/**
 * Adds an error once for each field of these paths. A field lost in several entries of a list is one: its path
 * then leaves the places in lists out.
 */
export function addErrors(list: ErrorList, words: ErrorWords, paths: readonly (readonly PathKey[])[]): void {
  const fields = new Map<string, (readonly PathKey[])[]>();
  for (const path of paths) {
    const field = withoutIndexes(path).join();
    const known = fields.get(field);
    if (known) known.push(path);
    else fields.set(field, [path]);
  }
  for (const [first = [], ...others] of fields.values()) {
    const path = others.length > 0 ? withoutIndexes(first) : first;
    // The plan may ask the same twice, once under a condition and once without.
    const identity = JSON.stringify([words.message, path]);
    if (list.told.has(identity)) continue;
    list.told.add(identity);
    list.errors.push(new GraphQLError(words.message, { path, extensions: words.extensions }));
    const places = others.length > 0 ? list.anyEntry : list.exact;
    for (let end = 1; end <= path.length; end++) places.add(path.slice(0, end).join());
  }
}

/** Whether an error stands at the path or below it. */
export function isTold(list: ErrorList, path: readonly PathKey[]): boolean {
  return list.exact.has(path.join()) || list.anyEntry.has(withoutIndexes(path).join());
}
