import type { PlanNode, QueryPlan } from '@graphql-hive/router-query-planner';
import {
  type DefinitionNode,
  type ExecutionResult,
  type OperationDefinitionNode,
  Kind,
  graphql,
  parse,
  print,
  validate,
} from 'graphql';
import { expect } from 'vitest';

import {
  type AgencyAnswer,
  type AgencyRequest,
  type CompiledOperation,
  type RunOptions,
  type Send,
  coerceVariables,
  compileOperation,
  operationForPlanner,
} from '../../../../gateway/execution/index.ts';
import { consumerSchema, planner, subgraphs } from './federation.ts';
import { executeMonolith } from './monolith.ts';
import { type World, createWorld } from './world.ts';

export interface Given {
  readonly variables?: Record<string, unknown>;
  /** Agencies that do not answer. */
  readonly dead?: readonly string[];
  /** Agencies whose answer is changed, or another one given in its stead. */
  readonly answers?: Readonly<Record<string, (answer: AgencyAnswer, request: AgencyRequest) => unknown>>;
  readonly mapError?: RunOptions['mapError'];
}

export interface Answered {
  readonly data: unknown;
  /** Each error as its path, dotted, and its message. */
  readonly errors: readonly string[];
  readonly requests: readonly AgencyRequest[];
}

export function givenOperation(source: string): CompiledOperation {
  const { document, operation } = read(source);
  return compileOperation({ schema: consumerSchema, document, operation, plan: planFor(source) });
}

export function planFor(source: string): QueryPlan {
  const { document, operation } = read(source);
  return planner.plan(print(operationForPlanner(document, operation)), operation.name?.value, new Set(), 0);
}

/** A hand-written plan in the place of the planner's. */
export function givenPlan(source: string, node: PlanNode | undefined): CompiledOperation {
  const { document, operation } = read(source);
  const plan: QueryPlan = { kind: 'QueryPlan', ...(node && { node }) };
  return compileOperation({ schema: consumerSchema, document, operation, plan });
}

/** The gateway's answer, with what it asked the agencies. */
export async function ask(source: string, given: Given = {}): Promise<Answered> {
  return runOperation(givenOperation(source), source, given);
}

export async function runOperation(
  compiled: CompiledOperation,
  source: string,
  given: Given,
): Promise<Answered> {
  const world = createWorld(...(given.dead ?? []));
  const requests: AgencyRequest[] = [];
  const result = await compiled.run({
    variables: coerced(source, given.variables ?? {}),
    send: (request) => {
      requests.push(request);
      return sendInProcess(world, given)(request);
    },
    brokenAnswer: (agency) => ({ message: `${agency} is broken`, extensions: { code: 'AGENCY_BROKEN' } }),
    ...(given.mapError && { mapError: given.mapError }),
  });
  return { data: plain(result.data), errors: errorLines(result), requests };
}

/**
 * Expects of the gateway's answer what graphql-js gives over the same resolvers as one schema: the same data, in the
 * same order, and, when all agencies answer, errors at the same paths.
 */
export async function expectLikeOneSchema(source: string, given: Given = {}): Promise<Answered> {
  const expected = await executeMonolith(source, given.variables ?? {}, createWorld(...(given.dead ?? [])));

  const answered = await ask(source, given);

  expect(JSON.stringify(answered.data, null, 1)).toBe(JSON.stringify(plain(expected.data), null, 1));
  if (!given.dead?.length) expect(paths(answered.errors)).toEqual(paths(errorLines(expected)));
  return answered;
}

export function sendInProcess(world: World, given: Given = {}): Send {
  return async (request) => {
    const answer = world.dead.has(request.agency)
      ? { failure: { message: `${request.agency} is down`, extensions: { code: 'AGENCY_UNREACHABLE' } } }
      : await answerOf(world, request);
    const change = given.answers?.[request.agency];
    return (change ? change(answer, request) : answer) as AgencyAnswer;
  };
}

async function answerOf(world: World, { agency, query, variables }: AgencyRequest): Promise<AgencyAnswer> {
  const schema = subgraphs.get(agency)!;
  const result = await graphql({ schema, source: query, variableValues: variables, contextValue: world });
  return plain(result) as AgencyAnswer;
}

function read(source: string) {
  const document = parse(source);
  expect(validate(consumerSchema, document)).toEqual([]);
  const isOperation = (each: DefinitionNode): each is OperationDefinitionNode =>
    each.kind === Kind.OPERATION_DEFINITION;
  return { document, operation: document.definitions.find(isOperation)! };
}

function coerced(source: string, variables: Record<string, unknown>): Record<string, unknown> {
  const outcome = coerceVariables(consumerSchema, read(source).operation, variables);
  if ('errors' in outcome) throw new Error(JSON.stringify(outcome.errors));
  return outcome.variables;
}

function errorLines({ errors = [] }: ExecutionResult): string[] {
  return errors.map(({ path, message }) => `${(path ?? []).join('.')}: ${message}`);
}

function paths(errors: readonly string[]): string[] {
  return errors.map((line) => line.slice(0, line.indexOf(':'))).sort();
}

/** As it crosses the wire. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
