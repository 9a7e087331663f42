import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import type { FieldCost, FieldCosts } from './fieldCosts.ts';

/** How many entries a list has of which its agency says nothing. */
const ASSUMED_SIZE = 5;

type Variables = Readonly<Record<string, unknown>>;
/** What does not depend on variables is a number. */
type Cost = number | ((variables: Variables) => number);

/** Sizes of lists that the field above has said, by their names. */
type Sizes = Readonly<Record<string, Cost>>;
const NO_SIZES: Sizes = {};

/**
 * What it costs to answer an operation, at most: each object as much as `@cost` says (else 1), each plain value nothing
 * unless it does, and all of it as often as the lists around it have entries (the IBM cost specification). Conditions
 * and types of fragments are taken to hold, and what is asked for twice is counted twice.
 */
export function compileCost(
  { schema, costs }: { readonly schema: GraphQLSchema; readonly costs: FieldCosts },
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Variables) => number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  }

  /** Fragments whose fields nobody above has said a size of: the same wherever they are spread. */
  const known = new Map<string, Cost>();

  const ofSet = ({ selections }: SelectionSetNode, type: GraphQLNamedType, sizes: Sizes): Cost =>
    sum(
      selections.map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection, type, sizes);
        if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value, sizes);
        const on = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
        return ofSet(selection.selectionSet, on ?? type, sizes);
      }),
    );

  const ofFragment = (name: string, sizes: Sizes): Cost => {
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    if (!type) return 0;
    if (sizes !== NO_SIZES) return ofSet(fragment.selectionSet, type, sizes);
    const cost = known.get(name) ?? ofSet(fragment.selectionSet, type, sizes);
    known.set(name, cost);
    return cost;
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType, sizes: Sizes): Cost => {
    const name = node.name.value;
    const field = isObjectType(parent) ? parent.getFields()[name] : undefined;
    // Introspection is answered without any agency.
    if (!field) return 0;
    const cost = costs.get(`${parent.name}.${name}`) ?? {};
    const type = getNamedType(field.type);
    const sliced = sliceOf(cost, node.arguments ?? [], field);
    const isList = isListType(getNullableType(field.type));
    const size = isList ? (sizes[name] ?? (cost.sizedFields ? ASSUMED_SIZE : sliced)) : 1;
    const below = cost.sizedFields
      ? Object.fromEntries(cost.sizedFields.map((one) => [one, sliced]))
      : NO_SIZES;
    const weight = cost.weight ?? (isLeafType(type) ? 0 : 1);
    const inner = node.selectionSet ? ofSet(node.selectionSet, type, below) : 0;
    // A weight that an agency gives a list is that of the whole of it.
    return cost.weight !== undefined
      ? sum([weight, product(size, inner)])
      : product(size, sum([weight, inner]));
  };

  const root = schema.getRootType(operation.operation);
  const cost = root ? ofSet(operation.selectionSet, root, NO_SIZES) : 0;
  return typeof cost === 'number' ? () => cost : cost;
}

/** How many entries a field is asked for. */
function sliceOf(
  { assumedSize, slicingArguments = [] }: FieldCost,
  given: readonly ArgumentNode[],
  { args }: GraphQLField<unknown, unknown>,
): Cost {
  const [slicing] = slicingArguments;
  if (slicing === undefined) return assumedSize ?? ASSUMED_SIZE;
  const absent = args.find(({ name }) => name === slicing)?.defaultValue ?? assumedSize ?? ASSUMED_SIZE;
  const value = given.find(({ name }) => name.value === slicing)?.value;
  if (value?.kind === Kind.VARIABLE) {
    return (variables) => sizeOf(variables[value.name.value] ?? absent);
  }
  return sizeOf(value?.kind === Kind.INT ? Number(value.value) : absent);
}

/** What the agency refuses, such as a negative number, costs nothing. */
function sizeOf(value: unknown): number {
  return typeof value === 'number' ? Math.max(0, value) : 0;
}

function sum(costs: readonly Cost[]): Cost {
  const fixed = costs.reduce<number>((total, one) => (typeof one === 'number' ? total + one : total), 0);
  const variable = costs.filter((one) => typeof one === 'function');
  if (variable.length === 0) return fixed;
  return (variables) => variable.reduce((total, one) => total + one(variables), fixed);
}

function product(a: Cost, b: Cost): Cost {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (a === 0 || b === 0) return 0;
  const valueOf = (cost: Cost, variables: Variables) => (typeof cost === 'number' ? cost : cost(variables));
  return (variables) => valueOf(a, variables) * valueOf(b, variables);
}
