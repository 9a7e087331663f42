import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
} from 'graphql';

/** What a client's operation is read with: one request's variables decide what `@skip` and `@include` leave. */
export interface Reading {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
}

export interface CollectedFields {
  /** The fields by response key, in the order in which the answer gives them. */
  readonly fields: ReadonlyMap<string, readonly FieldNode[]>;
  /** Of an abstract type: whether there is more for some of its objects, so that one must tell its type. */
  readonly partial: boolean;
}

/** The specification's CollectFields, for objects of a type, or for objects of which only an abstract type is known. */
export function collectFields(
  reading: Reading,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): CollectedFields {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  let partial = false;

  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection, reading.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = fields.get(key);
        if (known) known.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : spreadOnce(selection.name.value);
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition?.name.value;
      const applies = condition === undefined ? 'all' : appliesTo(reading.schema, condition, type);
      if (applies === 'all') collect(fragment.selectionSet);
      partial ||= applies === 'some';
    }
  };

  const spreadOnce = (name: string): FragmentDefinitionNode | undefined => {
    if (visited.has(name)) return undefined;
    visited.add(name);
    return reading.fragments.get(name);
  };

  sets.forEach(collect);
  return { fields, partial };
}

function isIncluded(selection: SelectionNode, variables: Record<string, unknown>): boolean {
  if (!selection.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if !== false;
}

function appliesTo(
  schema: GraphQLSchema,
  condition: string,
  type: GraphQLCompositeType,
): 'all' | 'some' | 'none' {
  if (condition === type.name) return 'all';
  const wanted = schema.getType(condition);
  const named = (object: GraphQLCompositeType): boolean =>
    wanted === object || (isAbstractType(wanted) && isObjectType(object) && schema.isSubType(wanted, object));
  if (isObjectType(type)) return named(type) ? 'all' : 'none';
  const possible = schema.getPossibleTypes(type);
  if (possible.every(named)) return 'all';
  return possible.some(named) ? 'some' : 'none';
}
