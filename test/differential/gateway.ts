import { type GraphQLError, type GraphQLFormattedError, graphql } from 'graphql';

import type { AgencyClient } from '../../gateway/agencies/agencyClient.ts';
import { readAnswer } from '../../gateway/agencies/readAnswer.ts';
import type { AgencyAnswer } from '../../gateway/execution/index.ts';
import { createOperationCache } from '../../gateway/operations/operationCache.ts';
import { runOperation } from '../../gateway/operations/runOperation.ts';
import type { Supergraph } from '../../gateway/supergraph.ts';
import { faultExtensions, faultOf } from '../../schema/errors/index.ts';
import type { RunningAgency } from './agencies.ts';
import { type Answer, type Failing, type Operation, failureWords, readResult } from './operation.ts';

type Send = AgencyClient['send'];

/** The gateway's own way from a query text to an answer, with agencies that answer in this process. */
export function createGatewayPath(
  supergraph: Supergraph,
  agencies: readonly RunningAgency[],
): (operation: Operation, failing: Failing) => Promise<Answer> {
  const operations = createOperationCache(supergraph, 20);
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]));

  return async ({ query, operationName, variables }, failing) => {
    const document = operations.parse(query);
    const errors = operations.validate(document);
    if (errors.length > 0) return readResult({ errors });
    const send: Send = (request) => {
      const agency = byCode.get(request.agency);
      if (!agency) throw new Error(`There is no agency "${request.agency}".`);
      return ask(agency, request, failing);
    };
    const client: AgencyClient = {
      send,
      probe: () => Promise.resolve(true),
      states: () => new Map(),
      close: () => Promise.resolve(),
    };
    const result = await runOperation(supergraph, operations, client, {
      schema: supergraph.schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables,
    });
    return readResult(result);
  };
}

async function ask(
  agency: RunningAgency,
  { query, operationName, variables }: Parameters<Send>[0],
  failing: Failing,
): Promise<AgencyAnswer> {
  const isAboutEntities = query.includes('_entities(');
  const part = failing.get(agency.code);
  if (part === 'all' || part === (isAboutEntities ? 'entities' : 'root')) {
    return { failure: failureWords(agency.code) };
  }
  const result = await graphql({
    schema: agency.schema,
    source: query,
    operationName: operationName ?? null,
    variableValues: JSON.parse(JSON.stringify(variables)) as Record<string, unknown>,
    contextValue: agency.createContext(),
  });
  const { data, errors } = result;
  const sent = { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(formatError) }) };
  const answer = readAnswer(200, JSON.stringify(sent));
  if ('data' in answer) return answer;
  // The planner's request was not one that the agency can answer.
  throw new Error(`${agency.code} cannot answer (${answer.broken}):\n${query}\n${JSON.stringify(variables)}`);
}

/** As the agencies' servers word their errors. */
function formatError(error: GraphQLError): GraphQLFormattedError {
  const { message, path } = error;
  const known = faultOf(error);
  return {
    message,
    ...(path && { path }),
    ...(known && { extensions: { ...faultExtensions(known) } }),
  };
}
