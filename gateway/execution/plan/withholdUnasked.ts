import { type JsonObject, isJsonObject, readOwn } from '../json.ts';
import type { FetchPlace } from './run.ts';
import { type SuppliedFields, suppliedAt } from './suppliedFields.ts';

/**
 * Takes out of an agency's answer what it was not asked for, at the objects that other fetches fill in as well:
 * no agency can speak for another, or hide that another has failed.
 */
export function withholdUnasked(answer: JsonObject, place: FetchPlace): void {
  for (const path of place.shared) {
    const supplied = suppliedAt(place.supplied, path);
    if (supplied) visit(answer, path, 0, supplied, place.renamed);
  }
}

function visit(
  value: unknown,
  path: readonly string[],
  at: number,
  supplied: SuppliedFields,
  renamed: ReadonlyMap<string, string>,
): void {
  if (Array.isArray(value)) {
    for (const entry of value) visit(entry, path, at, supplied, renamed);
    return;
  }
  if (!isJsonObject(value)) return;
  const step = path[at];
  if (step !== undefined) {
    visit(readOwn(value, step), path, at + 1, supplied, renamed);
    return;
  }
  for (const key of Object.keys(value)) {
    // A renamed key stays under both names: a later fetch's "requires" may read the old one.
    if (!supplied.fields.has(key) && !renamed.has(key)) Reflect.deleteProperty(value, key);
  }
}

/**
 * For each fetch, the paths below its own objects at which other fetches stand, its own objects included. To be
 * called when all fetches of the plan are known.
 */
export function findShared(places: readonly FetchPlace[]): void {
  for (const place of places) {
    const paths = new Map([['', [] as readonly string[]]]);
    for (const other of places) {
      for (const from of place.paths) {
        for (const to of other.paths) {
          const below = to.slice(from.length);
          const isBelow = from.every((key, i) => key === to[i]);
          if (isBelow && suppliedAt(place.supplied, below)) paths.set(below.join(), below);
        }
      }
    }
    place.shared.push(...paths.values());
  }
}
