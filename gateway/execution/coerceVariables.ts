import {
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  getVariableValues,
} from 'graphql';

/**
 * The client's variables as the operation declares them, defaults filled in: what a run takes.
 * Answers errors instead, at most 50, when a value does not fit its type; without names that were nearly meant where
 * these are to be kept back.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  hideSuggestions = false,
): { readonly variables: Record<string, unknown> } | { readonly errors: readonly GraphQLError[] } {
  const outcome = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 50,
    hideSuggestions,
  });
  return outcome.errors ? { errors: outcome.errors } : { variables: outcome.coerced };
}
