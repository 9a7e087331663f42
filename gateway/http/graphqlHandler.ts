import { randomUUID } from 'node:crypto';

import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
} from 'graphql';
import { createHandler, type Handler } from 'graphql-http';
import type { Logger } from 'pino';

import {
  catalogued,
  fault,
  faultExtensions,
  faultOf,
  maskedFault,
  shortened,
} from '../../schema/errors/index.ts';
import type { AgencyClient, Caller } from '../agencies/agencyClient.ts';
import type { Principal } from '../../schema/values/index.ts';
import type { Graph } from '../graphs/readGraph.ts';
import type { RequestRecord } from '../observing/requestRecord.ts';
import { namesItsMoment } from '../caching/fixedMoment.ts';
import { asGraphqlError } from '../operations/checkOperation.ts';
import { operationId, type KeptOperations } from '../operations/manifest.ts';
import type { OperationCache } from '../operations/operationCache.ts';
import type { OperationSettings } from '../operations/operationSettings.ts';
import { assertTextFits } from '../operations/operationText.ts';
import { runOperation } from '../operations/runOperation.ts';
import { isAmong, isAnalyst } from '../operations/trusted.ts';
import { readRequest } from './persistedRequest.ts';

export interface GraphqlHandlerSettings {
  readonly graph: Graph;
  readonly client: AgencyClient;
  readonly operations: OperationSettings;
  /** Operations of the manifest, by their ids. */
  readonly kept: KeptOperations;
  readonly logger: Logger;
}

/** One request to the handler: who asks, and what it has made of the question. */
export interface Exchange {
  readonly caller: Caller;
  readonly principal: Principal | null;
  readonly record: RequestRecord;
  /** Where what is told beside the answer goes. */
  readonly tell: (header: string, value: string) => void;
  /** The data of an answer without errors, which the handler leaves to its caller to print; null for any other answer. */
  whole: {
    readonly data: Record<string, unknown>;
    readonly isQuery: boolean;
    readonly isFixed: boolean;
  } | null;
}

/** As graphql-http takes it: its contexts have an index. */
type ExchangeContext = Record<PropertyKey, unknown> & { readonly exchange: Exchange };

/** The response header that tells what an operation costs. */
export const COST_HEADER = 'x-operation-cost';

/** GraphQL over HTTP for the composed graph; never rejects, a mistake of ours is masked with an id. */
export function createGraphqlHandler({
  graph: { supergraph, operations, recent },
  client,
  operations: settings,
  kept,
  logger,
}: GraphqlHandlerSettings): Handler<unknown, ExchangeContext> {
  const checkCost =
    ({ tell, caller: { requestId } }: Exchange) =>
    (cost: number): void => {
      tell(COST_HEADER, String(cost));
      logger.debug({ requestId, cost }, 'operation cost');
      const limit = settings.costLimit;
      if (settings.costMode === 'measure' || cost <= limit) return;
      throw asGraphqlError(catalogued('OPERATION_TOO_COSTLY', { cost, limit }));
    };

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
    parseRequestParams: (request) => readRequest(request, kept),
    onSubscribe: ({ context: { exchange } }, { query, operationName, variables }) => {
      const document = admitOperation(query, exchange.principal, operations, settings, kept);
      if (!('kind' in document)) return document;
      return { schema: supergraph.schema, document, operationName, variableValues: variables };
    },
    execute: async (args) => {
      const { exchange } = args.contextValue as ExchangeContext;
      const { caller, principal, record } = exchange;
      const operation = getOperationAST(args.document, args.operationName);
      recent.note(args.document, args.operationName);
      record.runs(operation?.name?.value ?? null);
      const running = {
        onCost: checkCost(exchange),
        hideSuggestions: !isAmong(settings.introspection, principal),
        record,
      };
      try {
        const result = await runOperation(supergraph, operations, client, args, caller, running);
        record.gave(result);
        if (result.errors || !result.data || !operation) return result;
        exchange.whole = {
          data: result.data,
          isQuery: operation.operation === OperationTypeNode.QUERY,
          isFixed: namesItsMoment(operation, args.variableValues ?? {}),
        };
        return NOTHING;
      } catch (error) {
        return mask(error, caller);
      }
    },
    formatError: withCode,
  });
}

/** What graphql-http prints in the place of data that are printed elsewhere. */
const NOTHING: ExecutionResult = { data: {} };

/** The document of a text that this principal may ask, or what is wrong with it. */
function admitOperation(
  text: string,
  principal: Principal | null,
  operations: OperationCache,
  { operationsOnly, introspection }: OperationSettings,
  kept: KeptOperations,
): DocumentNode | readonly GraphQLError[] {
  if (operationsOnly && !isAnalyst(principal) && !kept.has(operationId(text))) {
    return [asGraphqlError(catalogued('OPERATION_NOT_LISTED', {}))];
  }
  try {
    assertTextFits(text);
    const document = operations.parse(text);
    const errors = operations.validate(document, { introspection: isAmong(introspection, principal) });
    return errors.length > 0 ? errors : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** What graphql-http says when a document has no operation of the name asked for; it gives no other sign. */
const NO_OPERATION = 'Unable to detect operation AST';

/** Characters of a message that graphql-js has made; what was sent is a part of it. */
const LONGEST_MESSAGE = 1000;

/** Errors that a catalogued fault stands behind get its code. */
function withCode(error: GraphQLError | Error): GraphQLError | Error {
  if (error.message === NO_OPERATION) {
    const said = fault('OPERATION_NOT_CHOSEN', {});
    return new GraphQLError(said.message, { extensions: { ...faultExtensions(said) } });
  }
  // What graphql-js says of a value repeats all of it; what has a code already was said by us or by an agency.
  if (error instanceof GraphQLError && !error.extensions.code) {
    error.message = shortened(error.message, LONGEST_MESSAGE);
  }
  const known = faultOf(error);
  if (known && error instanceof GraphQLError && !error.extensions.code) {
    Object.assign(error.extensions, faultExtensions(known));
  }
  return error;
}
