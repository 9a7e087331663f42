import type { BatchFetchNode, FetchNode } from '@graphql-hive/router-query-planner';

import type { AgencyAnswer, AgencyError, AgencyRequest } from '../agencyRequest.ts';
import { type JsonObject, isJsonObject, writeOwn } from '../json.ts';
import type { Run } from './run.ts';

/** A usable answer, or the words of the failure. `data` is absent when the agency refused the request as a whole. */
export type Outcome =
  | { readonly data: JsonObject | undefined; readonly errors: readonly AgencyError[] }
  | Extract<AgencyAnswer, { failure: unknown }>;

export type Ask = (
  run: Run,
  representations?: ReadonlyMap<string, readonly JsonObject[]>,
) => Promise<Outcome>;

export function compileAsk(node: FetchNode | BatchFetchNode): Ask {
  const { serviceName: agency, operation: query, operationName, variableUsages = [] } = node;
  const fixed: Omit<AgencyRequest, 'variables'> = {
    agency,
    query,
    ...(operationName == null ? {} : { operationName }),
    operationKind: node.operationKind === 'mutation' ? 'mutation' : 'query',
  };
  return async (run, representations = new Map()) => {
    const variables: JsonObject = {};
    for (const name of variableUsages) {
      if (Object.hasOwn(run.variables, name)) writeOwn(variables, name, run.variables[name]);
    }
    for (const [name, list] of representations) variables[name] = list;
    const answer: unknown = await run.send({ ...fixed, variables });
    return readAnswer(answer) ?? { failure: run.brokenAnswer(agency) };
  };
}

/** Absent when the answer is no GraphQL answer at all. What a transport passes on was written by an agency. */
function readAnswer(answer: unknown): Outcome | undefined {
  if (!isJsonObject(answer)) return undefined;
  if ('failure' in answer) return answer as Outcome;
  const data = answer.data ?? undefined;
  const errors = answer.errors ?? [];
  if (data !== undefined && !isJsonObject(data)) return undefined;
  if (!Array.isArray(errors) || !errors.every(isAgencyError)) return undefined;
  return data === undefined && errors.length === 0 ? undefined : { data, errors };
}

function isAgencyError(error: unknown): error is AgencyError {
  return isJsonObject(error) && typeof error.message === 'string';
}
