import { GraphQLError, parse, type DocumentNode } from 'graphql';

import { catalogued } from '../../schema/errors/index.ts';
import { asGraphqlError } from './checkOperation.ts';
import type { OperationLimits } from './operationLimits.ts';

/** What graphql-js says of a text of too many tokens; it gives no other sign. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more that \d+ tokens/;

/**
 * Parses a text as far as it may be parsed.
 * @throws GraphQLError when it is not GraphQL, has too many tokens, or is nested deeper than the parser can go.
 */
export function parseOperation(text: string, { tokens, depth }: OperationLimits): DocumentNode {
  try {
    return parse(text, { maxTokens: tokens });
  } catch (error) {
    if (error instanceof RangeError) {
      throw asGraphqlError(catalogued('OPERATION_TOO_LARGE', { what: 'depth', limit: depth }));
    }
    if (error instanceof GraphQLError && TOO_MANY_TOKENS.test(error.message)) {
      throw asGraphqlError(catalogued('OPERATION_TOO_LARGE', { what: 'tokens', limit: tokens }));
    }
    throw error;
  }
}
