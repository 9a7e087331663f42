import { randomUUID } from 'node:crypto';

import { getOperationAST, GraphQLError, OperationTypeNode, type ExecutionResult } from 'graphql';
import { createHandler, type Handler } from 'graphql-http';
import type { Logger } from 'pino';

import { fault, faultExtensions, faultOf, maskedFault } from '../../schema/errors/index.ts';
import type { AgencyClient, Caller } from '../agencies/agencyClient.ts';
import { namesItsMoment } from '../caching/fixedMoment.ts';
import { createOperationCache } from '../operations/operationCache.ts';
import { assertTextFits } from '../operations/operationText.ts';
import { runOperation } from '../operations/runOperation.ts';
import type { Supergraph } from '../supergraph.ts';

export interface GraphqlHandlerSettings {
  readonly supergraph: Supergraph;
  readonly client: AgencyClient;
  readonly planCacheSize: number;
  readonly logger: Logger;
}

/** One request to the handler: who asks, and what it has made of the question. */
export interface Exchange {
  readonly caller: Caller;
  /** The data of an answer without errors, which the handler leaves to its caller to print; null for any other answer. */
  whole: {
    readonly data: Record<string, unknown>;
    readonly isQuery: boolean;
    readonly isFixed: boolean;
  } | null;
}

/** As graphql-http takes it: its contexts have an index. */
type ExchangeContext = Record<PropertyKey, unknown> & { readonly exchange: Exchange };

/** GraphQL over HTTP for the composed graph; never rejects, a mistake of ours is masked with an id. */
export function createGraphqlHandler({
  supergraph,
  client,
  planCacheSize,
  logger,
}: GraphqlHandlerSettings): Handler<unknown, ExchangeContext> {
  const operations = createOperationCache(supergraph, planCacheSize);

  const mask = (error: unknown, { requestId }: Caller): ExecutionResult => {
    // What graphql-js says of the question itself, such as a null for a variable of @skip.
    if (error instanceof GraphQLError) return { errors: [error] };
    const masked = maskedFault(error, randomUUID, (id, cause) =>
      logger.error({ id, requestId, err: cause }, 'internal error'),
    );
    return { errors: [new GraphQLError(masked.message, { extensions: { ...faultExtensions(masked) } })] };
  };

  return createHandler<unknown, ExchangeContext, ExchangeContext>({
    schema: supergraph.schema,
    context: ({ context }) => context,
    parse: (source) => {
      const text = typeof source === 'string' ? source : source.body;
      assertTextFits(text);
      return operations.parse(text);
    },
    validate: (_schema, document) => operations.validate(document),
    execute: async (args) => {
      const { exchange } = args.contextValue as ExchangeContext;
      try {
        const result = await runOperation(supergraph, operations, client, args, exchange.caller);
        const operation = getOperationAST(args.document, args.operationName);
        if (result.errors || !result.data || !operation) return result;
        exchange.whole = {
          data: result.data,
          isQuery: operation.operation === OperationTypeNode.QUERY,
          isFixed: namesItsMoment(operation, args.variableValues ?? {}),
        };
        return NOTHING;
      } catch (error) {
        return mask(error, exchange.caller);
      }
    },
    formatError: withCode,
  });
}

/** What graphql-http prints in the place of data that are printed elsewhere. */
const NOTHING: ExecutionResult = { data: {} };

/** What graphql-http says when a document has no operation of the name asked for; it gives no other sign. */
const NO_OPERATION = 'Unable to detect operation AST';

/** Errors that a catalogued fault stands behind get its code. */
function withCode(error: GraphQLError | Error): GraphQLError | Error {
  if (error.message === NO_OPERATION) {
    const said = fault('OPERATION_NOT_CHOSEN', {});
    return new GraphQLError(said.message, { extensions: { ...faultExtensions(said) } });
  }
  const known = faultOf(error);
  if (known && error instanceof GraphQLError && !error.extensions.code) {
    Object.assign(error.extensions, faultExtensions(known));
  }
  return error;
}
