import { strict as assert } from 'node:assert';

import { getOperationAST, OperationTypeNode, type ExecutionArgs, type ExecutionResult } from 'graphql';

import type { AgencyClient, Caller } from '../agencies/agencyClient.ts';
import { agencyWords, brokenWords } from '../agencies/agencyFaults.ts';
import { coerceVariables, type CompiledOperation } from '../execution/index.ts';
import type { RequestRecord } from '../observing/requestRecord.ts';
import type { Supergraph } from '../supergraph.ts';
import type { OperationCache } from './operationCache.ts';

/** How one operation is answered. */
export interface Running {
  /** Is told what the operation costs. @throws what the answer is to be instead of data. */
  readonly onCost?: (cost: number) => void;
  readonly hideSuggestions?: boolean;
  /** Sees the planning, and what agencies are asked. */
  readonly record?: RequestRecord;
}

/**
 * Answers one valid query or mutation in the name of the caller: variables, plan, agencies, one answer. Rejects only on
 * a mistake of ours.
 */
export async function runOperation(
  { schema }: Supergraph,
  operations: OperationCache,
  client: AgencyClient,
  { document, operationName, variableValues }: ExecutionArgs,
  caller: Caller = {},
  { onCost, hideSuggestions = false, record }: Running = {},
): Promise<ExecutionResult> {
  const operation = getOperationAST(document, operationName);
  assert(operation, 'the handler has found the operation before');
  const coerced = coerceVariables(schema, operation, variableValues ?? {}, hideSuggestions);
  if ('errors' in coerced) return { errors: coerced.errors };
  onCost?.(operations.cost(document, operation, coerced.variables));
  const compile = (): Promise<CompiledOperation> => operations.compile(document, operation);
  const compiled = await (record ? record.planning(compile) : compile());
  // What a mutation has made is told however long it took.
  const { deadline, ...mutator } = caller;
  const asking: Caller = operation.operation === OperationTypeNode.QUERY ? { ...mutator, deadline } : mutator;
  return compiled.run({
    variables: coerced.variables,
    send: record
      ? (request) =>
          record.asking(request.agency, (traceparent) => client.send(request, { ...asking, traceparent }))
      : (request) => client.send(request, asking),
    brokenAnswer: brokenWords,
    mapError: agencyWords,
  });
}
