import type { JsonObject } from '../json.ts';

/** The representations of one request, each once, in the order in which their objects stand in the data. */
export interface RepresentationList {
  readonly values: JsonObject[];
  readonly indexes: Map<string, number>;
}

export function createRepresentationList(): RepresentationList {
  return { values: [], indexes: new Map() };
}

/** Its place in the list. A representation that is alone in its request, often a large one, is not compared. */
export function addRepresentation(list: RepresentationList, value: JsonObject, alone: boolean): number {
  if (alone) return list.values.push(value) - 1;
  const identity = JSON.stringify(value);
  const known = list.indexes.get(identity);
  if (known !== undefined) return known;
  const index = list.values.push(value) - 1;
  list.indexes.set(identity, index);
  return index;
}
