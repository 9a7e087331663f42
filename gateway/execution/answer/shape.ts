import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type SelectionSetNode,
  GraphQLNonNull,
  GraphQLString,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql';

import { type JsonObject, readOwn } from '../json.ts';
import { sourceKey } from '../operationForPlanner.ts';
import { type Reading, collectFields } from './collectFields.ts';

/** One field of the answer. */
export interface FieldShape {
  /** The client's key, and the key under which the agencies' data holds the value. */
  readonly key: string;
  readonly source: string;
  readonly name: string;
  readonly parent: string;
  readonly type: GraphQLOutputType;
  /** Absent for a leaf, and for introspection, which is complete already. */
  readonly shape: Shape | undefined;
}

/** What the client asks of an object of one type, in the order of the answer. */
export interface ObjectShape {
  readonly typename: string;
  readonly fields: readonly FieldShape[];
  /** The object cannot be completed unless it tells its type. */
  readonly typeMissing: boolean;
}

/** What the client asks of an object of a type that may be abstract. */
export interface Shape {
  readonly objects: readonly ObjectShape[];
  /** By what the object tells of its type; absent for a type that consumers do not know. */
  readonly objectOf: (value: JsonObject) => ObjectShape | undefined;
}

/** The answer's shape for one request's conditions: what completion, and the placing of errors, walk along. */
export function compileShape(
  reading: Reading,
  root: GraphQLCompositeType,
  operation: SelectionSetNode,
): Shape {
  const ids = new Map<SelectionSetNode, number>();
  const known = new Map<string, Shape>();

  const shapeOf = (type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Shape => {
    const identity = [
      type.name,
      ...sets.map((set) => ids.get(set) ?? ids.set(set, ids.size).size - 1),
    ].join();
    // Objects of many types share what is below them: without this, nesting would multiply the work.
    const shape = known.get(identity) ?? newShape(type, sets);
    known.set(identity, shape);
    return shape;
  };

  const newShape = (type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Shape => {
    const own = objectShape(type, sets);
    if (!isAbstractType(type)) return { objects: [own], objectOf: () => own };
    const objects = new Map<unknown, ObjectShape>();
    for (const possible of reading.schema.getPossibleTypes(type))
      objects.set(possible.name, objectShape(possible, sets));
    const objectOf = (value: JsonObject): ObjectShape | undefined => {
      const typename = readOwn(value, '__typename');
      // An agency with an interface object gives the interface's name.
      return objects.get(typename) ?? (isNoObjectType(reading, typename) ? own : undefined);
    };
    return { objects: [...objects.values(), own], objectOf };
  };

  const objectShape = (type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): ObjectShape => {
    const { fields, partial } = collectFields(reading, type, sets);
    const shapes = [...fields].map(([key, nodes]) => fieldShape(type, key, nodes));
    const asksType = shapes.some(({ name }) => name === '__typename');
    return {
      typename: type.name,
      fields: shapes,
      typeMissing: isAbstractType(type) && (partial || asksType),
    };
  };

  const fieldShape = (parent: GraphQLCompositeType, key: string, nodes: readonly FieldNode[]): FieldShape => {
    const [first] = nodes as [FieldNode];
    const name = first.name.value;
    const type = fieldType(parent, name);
    const named = getNamedType(type);
    const sets = nodes.flatMap((node) => node.selectionSet ?? []);
    const shape = isCompositeType(named) && !name.startsWith('__') ? shapeOf(named, sets) : undefined;
    return { key, source: sourceKey(first), name, parent: parent.name, type, shape };
  };

  return shapeOf(root, [operation]);
}

const typenameType = new GraphQLNonNull(GraphQLString);

function fieldType(parent: GraphQLCompositeType, name: string): GraphQLOutputType {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef.type;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef.type;
  return ('getFields' in parent ? parent.getFields()[name]?.type : undefined) ?? typenameType;
}

function isNoObjectType(reading: Reading, typename: unknown): boolean {
  if (typeof typename !== 'string') return true;
  const type = reading.schema.getType(typename);
  return type !== undefined && !isObjectType(type);
}
