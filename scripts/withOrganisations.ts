import { Kind, parse, print, type OperationDefinitionNode } from 'graphql';

const [ORGANISATIONS] = parse('{ organisations { code label } }').definitions as [OperationDefinitionNode];

/**
 * A query that also asks for what organisations are called. The full-report query itself leaves them out: a list that
 * cannot be null would take the whole answer with it where office does not answer.
 */
export function withOrganisations(query: string): string {
  const document = parse(query);
  const definitions = document.definitions.map((one) =>
    one.kind === Kind.OPERATION_DEFINITION
      ? {
          ...one,
          selectionSet: {
            ...one.selectionSet,
            selections: [...one.selectionSet.selections, ...ORGANISATIONS.selectionSet.selections],
          },
        }
      : one,
  );
  return print({ ...document, definitions });
}
