import type { QueryPlan } from '@graphql-hive/router-query-planner';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';

import type { AgencyError, ErrorWords, Send } from './agencyRequest.ts';
import { placeErrors } from './answer/placeErrors.ts';
import type { Problem } from './answer/problems.ts';
import { compileVariants } from './answer/variants.ts';
import { variablesForPlan } from './operationForPlanner.ts';
import { compilePlan } from './plan/compilePlan.ts';
import type { Run } from './plan/run.ts';
import { serialMutations } from './plan/serialMutations.ts';

/** An operation ready to run, any number of times and at once: it holds nothing of a request. */
export interface CompiledOperation {
  /**
   * Asks the agencies and gives the client's answer: the data in the order of the query, as graphql-js would complete
   * it, and one error for each field that was lost. Rejects only when `send` does.
   */
  run(options: RunOptions): Promise<ExecutionResult>;
}

export interface RunOptions {
  /** As `coerceVariables` gives them. */
  readonly variables: Record<string, unknown>;
  readonly send: Send;
  /** The words for an answer that does not fit the request: not GraphQL, entities missing, a string for an object. */
  readonly brokenAnswer: (agency: string) => ErrorWords;
  /** Masks or renames an error that an agency gave beside its data; left out, it is passed on. */
  readonly mapError?: (agency: string, error: AgencyError) => ErrorWords;
}

/**
 * Compiles a valid operation and the plan that the planner made of its `operationForPlanner`. The schema is the one
 * consumers see. A plan with nodes that the executor does not know fails here, as a programmer's mistake.
 */
export function compileOperation(options: {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly plan: QueryPlan;
}): CompiledOperation {
  const { schema, document, operation, plan } = options;
  const node =
    plan.node && operation.operation === OperationTypeNode.MUTATION ? serialMutations(plan.node) : plan.node;
  const { step, places } = compilePlan(schema, node);
  const variantOf = compileVariants(schema, document, operation);
  const forPlan = variablesForPlan(document, operation);

  return {
    run: async ({ variables, send, brokenAnswer, mapError = passOn }) => {
      const { shape, complete, rootKeys, introspect } = variantOf(variables);
      const data = introspect(variables);
      const run: Run = {
        variables: forPlan(variables),
        send,
        brokenAnswer,
        mapError,
        rootKeys,
        data,
        incidents: [],
        unasked: [],
        refused: new Set(),
      };
      await step(run);

      const problems: Problem[] = [];
      const completed = complete(run.data, problems) as Record<string, unknown> | null;
      if (run.incidents.length === 0 && problems.length === 0) return { data: completed };
      const errors = placeErrors(run, shape, places, problems);
      return errors.length > 0 ? { errors, data: completed } : { data: completed };
    },
  };
}

function passOn(_agency: string, { message, extensions = {} }: AgencyError): ErrorWords {
  return { message, extensions };
}
