import { type JsonObject, isJsonObject, readOwn } from '../json.ts';
import { type PathKey, pathKeys } from '../responsePath.ts';
import type { Target } from '../plan/run.ts';
import type { SuppliedFields } from '../plan/suppliedFields.ts';
import type { FieldShape, ObjectShape, Shape } from './shape.ts';

/** A place in the answer: its path under the client's keys, what was asked there and what the agencies gave. */
export interface Place {
  readonly path: readonly PathKey[];
  readonly shape: Shape | undefined;
  readonly value: unknown;
}

/** Follows a path of the agencies' keys through the answer; absent when it leads to what the client did not ask. */
export function followPath(shape: Shape, data: unknown, path: readonly PathKey[]): Place | undefined {
  let at: Place = { path: [], shape, value: data };
  for (const key of path) {
    const next = typeof key === 'number' ? entryOf(at, key) : fieldOf(at, key);
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

/** The fields that the client asked of these objects, that a fetch was to supply, and that nobody did. */
export function lostFields(
  shape: Shape,
  data: JsonObject,
  targets: readonly Target[],
  supplied: SuppliedFields,
): PathKey[][] {
  return targets.flatMap(({ object, path }) => {
    const place = followPath(shape, data, pathKeys(path));
    return place?.shape ? lostBelow(place.shape, object, supplied, place.path) : [];
  });
}

/** The topmost fields that the client asked of these objects and that a fetch was to supply, lost or not. */
export function suppliedTo(
  shape: Shape,
  data: JsonObject,
  targets: readonly Target[],
  supplied: SuppliedFields,
): PathKey[][] {
  return targets.flatMap(({ object, path }) => {
    const place = followPath(shape, data, pathKeys(path));
    const fields = place?.shape?.objectOf(object)?.fields ?? [];
    return fields
      .filter(({ source }) => supplied.fields.has(source))
      .map(({ key }) => [...(place?.path ?? []), key]);
  });
}

function lostBelow(
  shape: Shape,
  value: unknown,
  supplied: SuppliedFields,
  path: readonly PathKey[],
): PathKey[][] {
  if (Array.isArray(value))
    return value.flatMap((entry, i) => lostBelow(shape, entry, supplied, [...path, i]));
  const object = isJsonObject(value) ? shape.objectOf(value) : undefined;
  return object === undefined ? [] : lostOf(object, value as JsonObject, supplied, path);
}

function lostOf(
  object: ObjectShape,
  value: JsonObject,
  supplied: SuppliedFields,
  path: readonly PathKey[],
): PathKey[][] {
  // Without its type nothing of the object can be completed.
  if (object.typeMissing && supplied.fields.has('__typename')) return [[...path]];
  return object.fields.flatMap((field) => {
    const below = supplied.fields.get(field.source);
    if (below === undefined || field.name === '__typename') return [];
    const given = readOwn(value, field.source);
    if (given === undefined || given === null) return [[...path, field.key]];
    return field.shape ? lostBelow(field.shape, given, below, [...path, field.key]) : [];
  });
}

function entryOf({ path, shape, value }: Place, index: number): Place {
  return {
    path: [...path, index],
    shape,
    value: Array.isArray(value) ? (value[index] as unknown) : undefined,
  };
}

function fieldOf({ path, shape, value }: Place, source: string): Place | undefined {
  const object = isJsonObject(value) ? value : undefined;
  const field = shape && findField(shape, object, source);
  return (
    field && { path: [...path, field.key], shape: field.shape, value: object && readOwn(object, source) }
  );
}

/** Where there is no object, the field of any type that it might have been. */
function findField(shape: Shape, value: JsonObject | undefined, source: string): FieldShape | undefined {
  const objects = value ? [shape.objectOf(value)] : shape.objects;
  return objects.flatMap((object) => object?.fields ?? []).find((field) => field.source === source);
}
