import {
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  Kind,
  visit,
} from 'graphql';

const typenameField: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The operation as the planner must see it; `compileOperation` takes a plan of this document only.
 *
 * - A client's alias may be the name of a field that the plan needs for itself (`{ report { period: area } }`):
 *   the planner then takes one for the other. Aliases are therefore planned under names no field has.
 * - Introspection is answered here, and the planner fails on it, as it does on an operation whose every field is
 *   left out by a literal. Both become `__typename`, which no agency is asked for.
 */
export function operationForPlanner(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentNode {
  const definitions = document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return visit(
    { kind: Kind.DOCUMENT, definitions },
    {
      Field: (field) => {
        if (field.name.value.startsWith('__') || isLeftOut(field)) return typenameField;
        if (field.alias === undefined) return undefined;
        const { alias, ...plain } = field;
        const source = sourceKey(field);
        // The planner ends the process on some operations that hold a field both plain and as `name: name`.
        return source === field.name.value ? plain : { ...plain, alias: { ...alias, value: source } };
      },
      InlineFragment: (fragment) => (isLeftOut(fragment) ? typenameField : undefined),
      FragmentSpread: (spread) => (isLeftOut(spread) ? typenameField : undefined),
    },
  );
}

/** The key under which the agencies' answers hold the field. Introspection is not planned and keeps its own. */
export function sourceKey(field: FieldNode): string {
  const { name, alias } = field;
  if (name.value.startsWith('__')) return name.value === '__typename' ? '__typename' : (alias ?? name).value;
  return alias === undefined || alias.value === name.value ? name.value : `_alias_${alias.value}`;
}

function isLeftOut(selection: SelectionNode): boolean {
  return (selection.directives ?? []).some(({ name, arguments: given }) => {
    const value = given?.[0]?.value;
    if (value?.kind !== Kind.BOOLEAN) return false;
    return (name.value === 'skip' && value.value) || (name.value === 'include' && !value.value);
  });
}
