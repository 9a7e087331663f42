import { type GraphQLOutputType, isLeafType, isListType, isNonNullType } from 'graphql';

import { type JsonObject, isJsonObject, readOwn } from '../json.ts';
import { holdsKeptText, KeptText, markHolder, printJson } from '../keptText.ts';
import { type Complete, compileLeaf } from './completeLeaf.ts';
import { type Problem, addProblem, climb } from './problems.ts';
import type { FieldShape, ObjectShape, Shape } from './shape.ts';

/** A field made ready for the loop that runs once for every field of every object. */
interface Slot {
  readonly field: FieldShape;
  readonly key: string;
  readonly source: string;
  /** Every object inherits something under this key. */
  readonly inherited: boolean;
  readonly complete: Complete;
  readonly nonNull: boolean;
}

/**
 * The specification's CompleteValue over the merged data: only what the client asked, in its order and under its
 * keys, with nulls moved up to the nearest place where the schema allows one.
 */
export function compileCompletion(root: Shape): Complete {
  const known = new Map<ObjectShape, Complete>();

  const completeShape = (shape: Shape): Complete => {
    const objects = new Map(shape.objects.map((object) => [object, completeObject(object)]));
    // Most types are not abstract: nothing is to be looked up for them.
    const [only, ...others] = objects.values();
    const completeOf = (value: JsonObject): Complete | undefined => {
      const object = shape.objectOf(value);
      return object && objects.get(object);
    };
    return (value, problems) => {
      if (value === null || value === undefined) return null;
      if (!isJsonObject(value)) return addProblem(problems, 'An object was expected.', true);
      const complete = others.length === 0 ? only : completeOf(value);
      if (complete === undefined)
        return addProblem(problems, 'An object is of a type that the schema does not have.');
      return complete(value, problems);
    };
  };

  const completeObject = (object: ObjectShape): Complete => {
    const complete = known.get(object) ?? newObject(object);
    known.set(object, complete);
    return complete;
  };

  const newObject = (object: ObjectShape): Complete => {
    if (object.typeMissing) {
      const message = `The type of an object of the abstract type "${object.typename}" is not known.`;
      return (_, problems) => addProblem(problems, message);
    }
    const slots = object.fields.map((field) => compileSlot(field, object));
    return keepTexts(completeSlots(slots));
  };

  const compileSlot = (field: FieldShape, object: ObjectShape): Slot => {
    const { key, source, name, type } = field;
    const complete = name === '__typename' ? () => object.typename : completeType(type, field);
    return {
      field,
      key,
      source,
      inherited: source in Object.prototype,
      complete,
      nonNull: isNonNullType(type),
    };
  };

  const completeType = (type: GraphQLOutputType, field: FieldShape): Complete => {
    if (isNonNullType(type)) return completeType(type.ofType, field);
    if (isListType(type)) {
      return completeList(
        completeType(type.ofType, field),
        isNonNullType(type.ofType) ? nullMessage(field) : undefined,
      );
    }
    if (isLeafType(type)) return compileLeaf(type);
    return field.shape ? completeShape(field.shape) : (value) => value ?? null;
  };

  return completeShape(root);
}

function completeSlots(slots: readonly Slot[]): Complete {
  // Only such an object needs to be one without a prototype; they are slow to write and to print.
  const bare = slots.some(({ key }) => key === '__proto__');
  const renames = slots.some(({ key, source }) => key !== source);
  return (value, problems) => {
    const from = value as JsonObject;
    // Agencies are asked for what the client asks: nearly always the object is the answer as it is.
    const isAnswer = !bare && !renames && hasJust(from, slots);
    let result = isAnswer ? from : ((bare ? Object.create(null) : {}) as JsonObject);
    for (const { key, source, inherited, complete, nonNull, field } of slots) {
      const before = problems.length;
      const given = inherited ? readOwn(from, source) : from[source];
      const completed = complete(given, problems);
      if (completed === null && nonNull && problems.length === before)
        addProblem(problems, nullMessage(field));
      if (problems.length !== before) climb(problems, before, field);
      if (completed === null && nonNull) return null;
      if (isAnswer && completed === given) continue;
      if (result === from) result = { ...from };
      result[key] = completed;
      if (holdsKeptText(completed)) markHolder(result);
    }
    return result;
  };
}

/** Whether an object has these keys in this order, and no others. */
function hasJust(object: JsonObject, slots: readonly Slot[]): boolean {
  let count = 0;
  // Many times as fast as a list of its keys; what objects inherit is not enumerable.
  for (const key in object) {
    if (slots[count]?.key !== key) return false;
    count += 1;
  }
  return count === slots.length;
}

/** What an agency's kept answer holds is completed and printed once, as long as nothing is wrong with it. */
function keepTexts(complete: Complete): Complete {
  const texts = new WeakMap<object, KeptText>();
  return (value, problems) => {
    const from = value as JsonObject;
    if (!Object.isFrozen(from)) return complete(from, problems);
    const known = texts.get(from);
    if (known) return known;
    const before = problems.length;
    const completed = complete(from, problems);
    if (problems.length > before) return completed;
    const text = new KeptText(printJson(completed));
    texts.set(from, text);
    return text;
  };
}

function completeList(complete: Complete, entryNullMessage: string | undefined): Complete {
  return (value, problems: Problem[]) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return addProblem(problems, 'A list was expected.', true);
    let result: unknown[] = value;
    for (let i = 0; i < value.length; i++) {
      const before = problems.length;
      const completed = complete(value[i], problems);
      const lost = completed === null && entryNullMessage !== undefined;
      if (lost && problems.length === before) addProblem(problems, entryNullMessage);
      if (problems.length > before) climb(problems, before, i);
      if (lost) return null;
      if (completed === value[i]) continue;
      if (result === value) result = [...(value as unknown[])];
      result[i] = completed;
    }
    return result;
  };
}

function nullMessage({ parent, name }: FieldShape): string {
  return `Cannot return null for non-nullable field ${parent}.${name}.`;
}
