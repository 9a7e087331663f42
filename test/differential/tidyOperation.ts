import {
  type DefinitionNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  Kind,
  visit,
} from 'graphql';

/** A document as it is valid: without fragments that nothing spreads, and variables that nothing uses. */
export function tidyDocument(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, SelectionSetNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each.selectionSet);
    else if (each.kind === Kind.OPERATION_DEFINITION) operations.push(each);
  }
  const spread = new Set<string>();
  const uses = new Map(operations.map((operation) => [operation, new Set<string>()]));
  for (const [operation, used] of uses) {
    const reached = new Set<string>();
    const read = (set: SelectionSetNode): void => {
      visit(set, {
        Variable: ({ name }) => {
          used.add(name.value);
        },
        FragmentSpread: ({ name }) => {
          const fragment = fragments.get(name.value);
          if (!fragment || reached.has(name.value)) return;
          reached.add(name.value);
          spread.add(name.value);
          read(fragment);
        },
      });
    };
    read(operation.selectionSet);
  }
  return {
    kind: Kind.DOCUMENT,
    definitions: document.definitions.flatMap((each): DefinitionNode[] => {
      if (each.kind === Kind.FRAGMENT_DEFINITION) return spread.has(each.name.value) ? [each] : [];
      if (each.kind !== Kind.OPERATION_DEFINITION) return [each];
      const declared = each.variableDefinitions ?? [];
      const kept = declared.filter(({ variable }) => uses.get(each)?.has(variable.name.value));
      return [{ ...each, variableDefinitions: kept }];
    }),
  };
}

/** Those of the variables that the document declares. */
export function tidyVariables(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const declared = new Set<string>();
  visit(document, {
    VariableDefinition: ({ variable }) => {
      declared.add(variable.name.value);
    },
  });
  return Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name)));
}
