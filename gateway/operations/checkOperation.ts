import { GraphQLError, Kind, specifiedRules, validate, type DocumentNode, type GraphQLSchema } from 'graphql';

import { catalogued, type CataloguedError } from '../../schema/errors/index.ts';
import { measureOperation } from './measureOperation.ts';
import { DEFAULT_LIMITS, type OperationLimits } from './operationLimits.ts';

export interface CheckSettings {
  readonly limits?: OperationLimits;
  /** Whether names that were nearly meant are kept back: what there is may not be asked, nor guessed. */
  readonly hideSuggestions?: boolean;
}

/** All that is wrong with a document before variables are looked at; empty when it can be planned. */
export function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  { limits = DEFAULT_LIMITS, hideSuggestions = false }: CheckSettings = {},
): readonly GraphQLError[] {
  const tooLarge = checkSize(document, limits);
  // Validation itself takes too long for what is too large.
  if (tooLarge.length > 0) return tooLarge;
  const errors = validate(schema, document, specifiedRules, { hideSuggestions });
  const unserved = document.definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION && !schema.getRootType(one.operation),
  );
  if (errors.length > 0 || unserved?.kind !== Kind.OPERATION_DEFINITION) return errors;
  return [asGraphqlError(catalogued('OPERATION_NOT_SERVED', { kind: unserved.operation }))];
}

/** One error for each limit that a document exceeds. */
function checkSize(document: DocumentNode, limits: OperationLimits): GraphQLError[] {
  const measured = measureOperation(document, limits.fields);
  const names = Object.keys(measured) as (keyof typeof measured)[];
  return names
    .filter((what) => measured[what] > limits[what])
    .map((what) => asGraphqlError(catalogued('OPERATION_TOO_LARGE', { what, limit: limits[what] })));
}

/** A catalogued error as GraphQL passes it on. */
export function asGraphqlError(originalError: CataloguedError): GraphQLError {
  return new GraphQLError(originalError.message, { originalError });
}
