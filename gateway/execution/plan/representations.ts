import type { FieldRequiresNode, RequiresSelection } from '@graphql-hive/router-query-planner';
import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import assert from 'node:assert/strict';

import { type JsonObject, isJsonObject, readOwn, writeOwn } from '../json.ts';
import { compileTypeCondition } from './typeConditions.ts';

/**
 * What identifies an object to another agency, its keys always in the same order.
 * `lacking`: a value it is known by is missing, so it must not be asked about; `foreign`: no type condition is met.
 */
export type Represent = (
  object: JsonObject,
  variables: Record<string, unknown>,
) => JsonObject | 'lacking' | 'foreign';

/** Copies values into a representation. Answers whether all are there that cannot be null. */
type Fill = (from: JsonObject, into: JsonObject, variables: Record<string, unknown>) => boolean;

export function compileRepresentation(
  schema: GraphQLSchema,
  requires: readonly RequiresSelection[],
): Represent {
  const fill = compileSelections(schema, requires, undefined);
  return (object, variables) => {
    const representation: JsonObject = {};
    if (!fill(object, representation, variables)) return 'lacking';
    const keys = Object.keys(representation);
    if (keys.length === 0) return 'foreign';
    const known = keys.some((key) => key !== '__typename' && representation[key] !== null);
    return known ? representation : 'lacking';
  };
}

/** The fields that representations read at the top level. */
export function requiredFields(requires: readonly RequiresSelection[]): string[] {
  return requires.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection.name];
    return selection.kind === 'InlineFragment' ? requiredFields(selection.selections) : [];
  });
}

function compileSelections(
  schema: GraphQLSchema,
  selections: readonly RequiresSelection[],
  typeName: string | undefined,
): Fill {
  const fills = selections.map((selection): Fill => {
    assert(
      selection.kind !== 'FragmentSpread',
      'A plan spreads a fragment in "requires", which the executor does not know.',
    );
    if (selection.kind === 'Field') return compileField(schema, selection, typeName);
    const { typeCondition, skipIf, includeIf } = selection;
    const matches = compileTypeCondition(schema, [typeCondition]);
    const fill = compileSelections(schema, selection.selections, typeCondition);
    return (from, into, variables) => {
      if (skipIf != null && variables[skipIf] === true) return true;
      if (includeIf != null && variables[includeIf] !== true) return true;
      return !matches(from.__typename) || fill(from, into, variables);
    };
  });
  return (from, into, variables) => fills.every((fill) => fill(from, into, variables));
}

function compileField(schema: GraphQLSchema, node: FieldRequiresNode, typeName: string | undefined): Fill {
  const { name: source, alias } = node;
  const name = alias ?? source;
  const type = fieldType(schema, typeName, name);
  const mustBeThere = name === '__typename' || (type !== undefined && isNonNullType(type));
  const below = node.selections?.length
    ? compileSelections(schema, node.selections, type && getNamedType(type).name)
    : undefined;

  const copy = (value: unknown, variables: Record<string, unknown>): unknown => {
    if (below === undefined || value === null) return value;
    if (Array.isArray(value)) {
      const entries = value.map((entry) => copy(entry, variables));
      return entries.includes(undefined) ? undefined : entries;
    }
    const part: JsonObject = {};
    return isJsonObject(value) && below(value, part, variables) ? part : undefined;
  };

  return (from, into, variables) => {
    const copied = copy(readOwn(from, source), variables);
    // Nothing is known of the value, say because its agency is down, or has sent something else: what may be null may
    // also be left out.
    if (copied === undefined) return !mustBeThere;
    if (copied === null && mustBeThere) return false;
    writeOwn(into, name, copied);
    return true;
  };
}

/** Absent for `__typename` and for what consumers do not see: nothing is then known of its being null. */
function fieldType(
  schema: GraphQLSchema,
  typeName: string | undefined,
  name: string,
): GraphQLOutputType | undefined {
  const type = typeName === undefined ? undefined : schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name]?.type : undefined;
}
