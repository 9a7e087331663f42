import { type JsonObject, copyJson, isJsonObject, readOwn, writeOwn } from '../json.ts';

/**
 * Adds what one fetch brought to an object that others filled in. Objects and lists of both sides grow together.
 * Null takes nothing away: another agency may know what this one does not. Nor does the name of an abstract type,
 * which an agency with an interface object gives, hide the object's own type.
 */
export function mergeData(target: JsonObject, source: JsonObject, abstractTypes: ReadonlySet<unknown>): void {
  for (const key of Object.keys(source)) {
    const known = readOwn(target, key);
    const value = source[key];
    if (known === undefined || known === null) {
      writeOwn(target, key, value);
    } else if (key === '__typename' && abstractTypes.has(value)) {
      continue;
    } else if (value !== undefined && value !== null) {
      // What is kept of an agency's answer is others' as well.
      const own = isJsonObject(known) && Object.isFrozen(known) ? copyJson(known) : known;
      if (own !== known) writeOwn(target, key, own);
      if (!mergeInto(own, value, abstractTypes)) writeOwn(target, key, value);
    }
  }
}

/** Whether the two could grow together; otherwise the newer replaces the older. */
function mergeInto(known: unknown, value: unknown, abstractTypes: ReadonlySet<unknown>): boolean {
  if (Array.isArray(known) && Array.isArray(value)) {
    // By place: the agencies that share a field answer the same list.
    for (let i = 0; i < known.length && i < value.length; i++) {
      if (!mergeInto(known[i], value[i], abstractTypes)) known[i] = (value[i] ?? known[i]) as unknown;
    }
    return true;
  }
  if (isJsonObject(known) && isJsonObject(value)) {
    mergeData(known, value, abstractTypes);
    return true;
  }
  return false;
}
