import { strict as assert } from 'node:assert';

/** The entry of a code that was checked before; anything else is a programmer's mistake. */
export function assertKnown<V>(map: ReadonlyMap<string, V>, code: string): V {
  const found = map.get(code);
  assert(found !== undefined, `code "${code}" is not in the catalogue that it was checked against`);
  return found;
}
