import {
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  Kind,
  executeSync,
  visit,
} from 'graphql';
import assert from 'node:assert/strict';

import type { JsonObject } from '../json.ts';
import { sourceKey } from '../operationForPlanner.ts';
import { type Reading, collectFields } from './collectFields.ts';
import type { Complete } from './completeLeaf.ts';
import { compileCompletion } from './completeValue.ts';
import { type Shape, compileShape } from './shape.ts';

/** The operation as one outcome of its conditions leaves it. */
export interface Variant {
  readonly shape: Shape;
  readonly complete: Complete;
  /** The source keys of the root fields that agencies answer. */
  readonly rootKeys: ReadonlySet<string>;
  /** Answers `__schema` and `__type` from the schema; nothing when the operation asks neither. */
  readonly introspect: (variables: Record<string, unknown>) => JsonObject;
}

/** An operation with n conditions has 2^n variants: only so many are kept, the oldest goes first. */
const variantsKept = 32;

export function compileVariants(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Record<string, unknown>) => Variant {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const conditions = conditionVariables(document);
  const kept = new Map<string, Variant>();

  return (variables) => {
    const outcome = conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = kept.get(outcome);
    if (known) return known;
    const variant = compileVariant({ schema, fragments, variables }, document, operation);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= variantsKept) kept.delete(oldest);
    kept.set(outcome, variant);
    return variant;
  };
}

function compileVariant(
  reading: Reading,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Variant {
  const { schema } = reading;
  const root = schema.getRootType(operation.operation);
  assert(root, `The schema has no root type for a ${operation.operation}.`);
  const shape = compileShape(reading, root, operation.selectionSet);
  const fields = shape.objects.flatMap((object) => object.fields);
  const rootKeys = new Set(fields.filter(({ name }) => !name.startsWith('__')).map(({ source }) => source));

  const collected = [...collectFields(reading, root, [operation.selectionSet]).fields.values()].flat();
  const asked = collected.filter(({ name }) => name.value === '__schema' || name.value === '__type');
  // Under the keys of the merged data, where they stand beside what agencies answer.
  const renamed = asked.map((field) => ({
    ...field,
    alias: { kind: Kind.NAME, value: sourceKey(field) } as const,
  }));
  const introspection = asked.length > 0 ? withSelections(document, operation, renamed) : undefined;
  const introspect = (variables: Record<string, unknown>): JsonObject =>
    introspection
      ? { ...executeSync({ schema, document: introspection, variableValues: variables }).data }
      : {};

  return { shape, complete: compileCompletion(shape), rootKeys, introspect };
}

function withSelections(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  selections: readonly SelectionNode[],
): DocumentNode {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const narrowed = { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } as const };
  return { kind: Kind.DOCUMENT, definitions: [narrowed, ...fragments] };
}

/** The variables that decide what is skipped or included. */
function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given }: DirectiveNode) => {
      const value = name.value === 'skip' || name.value === 'include' ? given?.[0]?.value : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
