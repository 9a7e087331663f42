import { Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql';

/**
 * Whether every root field of a query is asked as of a moment that is given: agencies then answer for that moment, now and
 * for ever. Fragments on the root are taken for what is not.
 */
export function namesItsMoment(
  { operation, selectionSet }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  if (operation !== OperationTypeNode.QUERY) return false;
  return selectionSet.selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return false;
    if (selection.name.value === '__typename') return true;
    const given = selection.arguments?.find(({ name }) => name.value === 'asOf')?.value;
    if (given?.kind === Kind.VARIABLE) return (variables[given.name.value] ?? null) !== null;
    return given !== undefined && given.kind !== Kind.NULL;
  });
}
