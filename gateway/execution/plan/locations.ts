import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';

import { type JsonObject, isJsonObject, readOwn } from '../json.ts';
import type { Path } from '../responsePath.ts';
import type { Target } from './run.ts';
import { type MatchesType, compileTypeCondition } from './typeConditions.ts';

export type Locate = (data: JsonObject) => Target[];

/** Finds the objects at a path of the plan, in the order of the data. What is null or of another shape is passed by. */
export function compileLocations(schema: GraphQLSchema, path: readonly FlattenNodePathSegment[]): Locate {
  const steps: (string | MatchesType)[] = [];
  for (const segment of path) {
    // A list is walked wherever it turns up, so "@" adds nothing to the field before it.
    if (segment === '@') continue;
    steps.push('Field' in segment ? segment.Field : compileTypeCondition(schema, segment.TypeCondition));
  }

  const visit = (value: unknown, path: Path | undefined, at: number, found: Target[]): void => {
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) visit(value[i], { parent: path, key: i }, at, found);
      return;
    }
    if (!isJsonObject(value)) return;
    const step = steps[at];
    if (step === undefined) found.push({ object: value, path });
    else if (typeof step === 'string')
      visit(readOwn(value, step), { parent: path, key: step }, at + 1, found);
    else if (step(value.__typename)) visit(value, path, at + 1, found);
  };

  return (data) => {
    const found: Target[] = [];
    visit(data, undefined, 0, found);
    return found;
  };
}

/** The keys of a path, without its lists and type conditions. */
export function fieldKeys(path: readonly FlattenNodePathSegment[]): string[] {
  return path.flatMap((segment) => (segment !== '@' && 'Field' in segment ? [segment.Field] : []));
}
