import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  defaultFieldResolver,
  isObjectType,
  OperationTypeNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

import type { AgencyContext } from '../graph/context.ts';

/** How many queries are kept compiled; the gateway makes a few of each operation of its clients. */
const COMPILED_LIMIT = 500;

/** Fields whose values are functions, called when they are asked for; compiled code calls nothing but resolvers. Those of mutations need none. */
export const LAZY_FIELDS = ['Change.comparison', 'Release.correction', 'SeriesPoint.revision'] as const;

/**
 * Answers queries with code that graphql-jit has made of them, kept by their text. What it does otherwise than
 * graphql-js is left to graphql-js: mutations, required variables with a default, and what is wrong with variables.
 */
export function compiledQueries(
  schema: GraphQLSchema,
  format: (error: GraphQLError) => GraphQLFormattedError,
): ApolloServerPlugin<AgencyContext> {
  const compiled = new LRUCache<string, { readonly query: CompiledQuery['query'] | null }>({
    max: COMPILED_LIMIT,
  });
  resolveLazyFields(schema);
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({ document, operation, operationName, queryHash, request, contextValue }) {
          // Of several operations none may be chosen, whatever the types say.
          const chosen = operation as OperationDefinitionNode | undefined;
          if (chosen?.operation !== OperationTypeNode.QUERY) return null;
          const key = `${queryHash} ${operationName ?? ''}`;
          let known = compiled.get(key);
          if (!known) {
            const made = compileQuery(schema, document, operationName ?? undefined);
            known = { query: isCompiledQuery(made) ? made.query : null };
            compiled.set(key, known);
          }
          const result = (await known.query?.({}, contextValue, request.variables ?? {})) as
            ExecutionResult | undefined;
          // It has not begun: graphql-js says what is wrong, or takes the default that graphql-jit does not.
          if (result?.data === undefined) return null;
          const { data, errors } = result;
          const singleResult = { data, ...(errors && { errors: errors.map(format) }) };
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
        },
      }),
  };
}

function resolveLazyFields(schema: GraphQLSchema): void {
  for (const name of LAZY_FIELDS) {
    const [typeName = '', fieldName = ''] = name.split('.');
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (field) field.resolve ??= defaultFieldResolver;
  }
}
