import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';
import assert from 'node:assert/strict';

import { type JsonObject, isJsonObject, readOwn, writeOwn } from '../json.ts';
import { type MatchesType, compileTypeCondition } from './typeConditions.ts';

/** Changes a representation before it is sent, or an answer before it is merged, in place. */
export type Rewrite = (value: unknown) => void;

export function compileRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchRewrite[] | undefined,
): Rewrite {
  const all = (rewrites ?? []).map((rewrite) => compileRewrite(schema, rewrite));
  return (value) => {
    for (const rewrite of all) rewrite(value);
  };
}

/** The keys that output rewrites rename, for the paths of an agency's errors. */
export function renamedKeys(rewrites: readonly FetchRewrite[] | undefined): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    if (!('KeyRenamer' in rewrite)) continue;
    const last = rewrite.KeyRenamer.path.at(-1);
    if (last !== undefined && 'Key' in last) renames.set(last.Key, rewrite.KeyRenamer.renameKeyTo);
  }
  return renames;
}

function compileRewrite(schema: GraphQLSchema, rewrite: FetchRewrite): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    // The old key stays: nothing reads it but, at times, a later fetch's "requires".
    return compilePath(schema, path, (object, key) => {
      if (Object.hasOwn(object, key)) writeOwn(object, renameKeyTo, object[key]);
    });
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return compilePath(schema, path, (object, key) => {
    writeOwn(object, key, setValueTo);
  });
}

function compilePath(
  schema: GraphQLSchema,
  path: readonly FetchNodePathSegment[],
  change: (object: JsonObject, key: string) => void,
): Rewrite {
  const last = path.at(-1);
  assert(last !== undefined && 'Key' in last, 'A rewrite of the plan ends in a key.');
  const steps = path
    .slice(0, -1)
    .map((segment): string | MatchesType =>
      'Key' in segment ? segment.Key : compileTypeCondition(schema, segment.TypenameEquals),
    );

  const visit = (value: unknown, at: number): void => {
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry, at);
      return;
    }
    if (!isJsonObject(value)) return;
    const step = steps[at];
    if (step === undefined) change(value, last.Key);
    else if (typeof step === 'string') visit(readOwn(value, step), at + 1);
    else if (step(value.__typename)) visit(value, at + 1);
  };
  return (value) => {
    visit(value, 0);
  };
}
