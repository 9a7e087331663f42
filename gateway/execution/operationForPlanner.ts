import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type VariableDefinitionNode,
  Kind,
  parseType,
  visit,
} from 'graphql';

import { type JoinedCondition, JOINED_CONDITION, conditionsOnFields } from './conditionsOnFields.ts';

const typenameField: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The operation as the planner must see it; `compileOperation` takes a plan of this document only.
 *
 * - A client's alias may be the name of a field that the plan needs for itself (`{ report { period: area } }`):
 *   the planner then takes one for the other. Aliases are therefore planned under names no field has.
 * - A client's variable may be named as one that the planner adds for representations. Such names are planned
 *   under others, see {@link variablesForPlan}.
 * - The planner fails on fragments under conditions when the objects in them are asked of several agencies, and
 *   mistakes literal conditions for others: the conditions are planned on the fields, and literals are gone.
 * - Introspection is answered here, and the planner fails on it, as it does on an operation whose every field is
 *   left out by a literal. Both become `__typename`, which no agency is asked for.
 */
export function operationForPlanner(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentNode {
  return prepare(document, operation).document;
}

function prepare(document: DocumentNode, operation: OperationDefinitionNode) {
  const definitions = document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const renamed: DocumentNode = visit(
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
      Variable: (variable) => {
        const { name } = variable;
        return { ...variable, name: { ...name, value: plannedVariable(name.value) } };
      },
      InlineFragment: (fragment) => (isLeftOut(fragment) ? typenameField : undefined),
      FragmentSpread: (spread) => (isLeftOut(spread) ? typenameField : undefined),
      // A literal that is still there leaves nothing out.
      Directive: (directive) => (literalCondition(directive) === undefined ? undefined : null),
    },
  );
  const { document: moved, joined } = conditionsOnFields(renamed);
  const prepared: DocumentNode = joined.length === 0 ? moved : visit(moved, { OperationDefinition: declare });
  return { document: prepared, joined };

  function declare(node: OperationDefinitionNode): OperationDefinitionNode {
    const { variableDefinitions = [] } = node;
    return { ...node, variableDefinitions: [...variableDefinitions, ...joined.map(declarationOf)] };
  }
}

function declarationOf({ variable }: JoinedCondition): VariableDefinitionNode {
  const name = { kind: Kind.NAME, value: variable } as const;
  const type = parseType('Boolean!', { noLocation: true });
  return { kind: Kind.VARIABLE_DEFINITION, variable: { kind: Kind.VARIABLE, name }, type };
}

/** The key under which the merged data hold the field: the agencies' answers, or what is answered here. */
export function sourceKey(field: FieldNode): string {
  const { name, alias } = field;
  if (name.value === '__typename') return '__typename';
  if (name.value.startsWith('__')) return `_introspection_${(alias ?? name).value}`;
  return alias === undefined || alias.value === name.value ? name.value : `_alias_${alias.value}`;
}

/** Gives the client's variables as the plan of {@link operationForPlanner} reads them: mostly as they are. */
export function variablesForPlan(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Record<string, unknown>) => Record<string, unknown> {
  const { joined } = prepare(document, operation);
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  if (joined.length === 0 && names.every((name) => plannedVariable(name) === name)) {
    return (variables) => variables;
  }
  return (variables) => {
    const planned: Record<string, unknown> = {};
    for (const name of names) {
      if (Object.hasOwn(variables, name)) planned[plannedVariable(name)] = variables[name];
    }
    for (const { variable, kind, of } of joined) {
      const isTrue = (name: string): boolean => planned[name] === true;
      planned[variable] = kind === 'include' ? of.every(isTrue) : of.some(isTrue);
    }
    return planned;
  };
}

/** The planner's own are `representations` and `__batch_reps_0`, `__batch_reps_1`… */
function plannedVariable(name: string): string {
  const isTaken = /^(representations$|__|_variable_)/.test(name) || name.startsWith(JOINED_CONDITION);
  return isTaken ? `_variable_${name}` : name;
}

function isLeftOut(selection: SelectionNode): boolean {
  return (selection.directives ?? []).some((directive) => literalCondition(directive) === false);
}

/** Whether a literal lets a selection stand; nothing when the directive is no condition, or depends on a variable. */
function literalCondition({ name, arguments: given }: DirectiveNode): boolean | undefined {
  const value = given?.[0]?.value;
  if (value?.kind !== Kind.BOOLEAN) return undefined;
  if (name.value === 'include') return value.value;
  return name.value === 'skip' ? !value.value : undefined;
}
