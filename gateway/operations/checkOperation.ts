import {
  GraphQLError,
  Kind,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

import { catalogued, type CataloguedError } from '../../schema/errors/index.ts';

/** A full report selects some 500 fields; what is far beyond would hold the planner for seconds and gigabytes. */
const MAXIMUM_FIELDS = 20_000;

/** All that is wrong with a document before variables are looked at; empty when it can be planned. */
export function checkOperation(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  if (countFields(document) > MAXIMUM_FIELDS) {
    return [asGraphqlError(catalogued('OPERATION_TOO_LARGE', { limit: MAXIMUM_FIELDS }))];
  }
  const errors = validate(schema, document);
  const unserved = document.definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION && !schema.getRootType(one.operation),
  );
  if (errors.length > 0 || unserved?.kind !== Kind.OPERATION_DEFINITION) return errors;
  return [asGraphqlError(catalogued('OPERATION_NOT_SERVED', { kind: unserved.operation }))];
}

/** A catalogued error as GraphQL passes it on. */
export function asGraphqlError(originalError: CataloguedError): GraphQLError {
  return new GraphQLError(originalError.message, { originalError });
}

/** Fields of the largest operation with its fragments spread; each fragment is counted once, however often it is spread. */
function countFields(document: DocumentNode): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one.selectionSet);
  }
  const counted = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    // A fragment that spreads itself is refused by validation; here it must only come to an end.
    counted.set(name, 0);
    const count = countIn(fragments.get(name));
    counted.set(name, count);
    return count;
  };
  const countIn = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + 1 + ofFragment(selection.name.value);
      return sum + 1 + countIn(selection.selectionSet);
    }, 0);
  const counts = document.definitions.map((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? countIn(one.selectionSet) : 0,
  );
  return Math.max(0, ...counts);
}
