import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  buildSchema,
  defaultFieldResolver,
  graphql,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  printSchema,
  type ResponsePath,
} from 'graphql';
import { setImmediate as turn } from 'node:timers/promises';

import type { AgencyContext } from '../../subgraphs/_kit/graph/context.ts';
import type { ReportKey } from '../../subgraphs/_kit/reading/sectionSource.ts';
import type { RunningAgency } from './agencies.ts';
import {
  type Answer,
  type AnswerError,
  type Failing,
  type Operation,
  failureWords,
  readResult,
} from './operation.ts';
import { reportWithSections } from './requiredSections.ts';

/** What one process answers that has the resolvers of all agencies, and every field at which one of them threw. */
export interface ReferenceAnswer extends Answer {
  readonly thrown: readonly AnswerError[];
}

/** Types whose fields belong to several agencies. */
const SHARED_OBJECTS = new Set(['Query', 'Report', 'ReportRevision']);

/** One request: a context for each agency, and whose objects are being resolved where. */
interface Request {
  readonly contexts: ReadonlyMap<string, AgencyContext>;
  readonly failing: Failing;
  readonly agencyAt: WeakMap<ResponsePath, RunningAgency>;
  readonly thrown: AnswerError[];
  waiting: number;
}

type Resolve = GraphQLFieldResolver<unknown, Request>;

/** All agencies in one schema that graphql-js executes: the consumer schema with the agencies' own resolvers. */
export function createOneSchema(
  consumer: GraphQLSchema,
  agencies: readonly RunningAgency[],
): (operation: Operation, failing: Failing) => Promise<ReferenceAnswer> {
  const schema = buildSchema(printSchema(consumer));
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isScalarType(type) && !isSpecifiedScalarType(type)) {
      const { parseValue, parseLiteral, serialize } = scalarOf(agencies, type.name);
      Object.assign(type, { parseValue, parseLiteral, serialize });
    }
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const owner = SHARED_OBJECTS.has(type.name) ? ownerOf(agencies, type.name, field.name) : undefined;
      field.resolve = observed(owner ? ownField(agencies, owner, type.name, field.name) : fieldBelow());
    }
  }

  return async ({ query, operationName, variables }, failing) => {
    const contexts = new Map(agencies.map((agency) => [agency.code, agency.createContext()]));
    const contextValue: Request = { contexts, failing, agencyAt: new WeakMap(), thrown: [], waiting: 0 };
    const result = await graphql({
      schema,
      source: query,
      operationName: operationName ?? null,
      variableValues: variables,
      contextValue,
    });
    // An answer does not wait for fields beside one that took their parent away.
    do await turn();
    while (contextValue.waiting > 0);
    return { ...readResult(result), thrown: contextValue.thrown };
  };
}

/** Resolves as the agency does, and notes where it throws. A failure is always a promise, so that all fields are tried. */
function observed(resolve: Resolve): Resolve {
  return async (source, args, request, info): Promise<unknown> => {
    request.waiting++;
    try {
      return await resolve(source, args, request, info);
    } catch (error) {
      request.thrown.push({ path: pathText(info.path), message: (error as Error).message });
      throw error;
    } finally {
      request.waiting--;
    }
  };
}

/** A field of `Query`, `Report` or `ReportRevision`, which fails with its agency. */
function ownField(
  agencies: readonly RunningAgency[],
  owner: RunningAgency,
  typeName: string,
  fieldName: string,
): Resolve {
  const resolve = resolverOf(owner, typeName, fieldName);
  const isSection = typeName !== 'Query' && owner.code !== 'office';
  const isJudgement = typeName === 'Report' && !isSection && fieldHas('requires', owner, typeName, fieldName);
  return async (source, args, request, info): Promise<unknown> => {
    request.agencyAt.set(info.path, owner);
    const { contexts, failing } = request;
    const part = failing.get(owner.code);
    // Office tells of a report by a root field, and judges it when it is asked again.
    if (part === 'all' || part === (isSection || isJudgement ? 'entities' : 'root')) {
      throw new Error(failureWords(owner.code).message);
    }
    const report = isJudgement
      ? await reportWithSections(source as ReportKey, agencies, contexts, failing)
      : isSection && typeName === 'Report'
        ? reportKey(source as ReportKey)
        : source;
    return resolve(report, args, contexts.get(owner.code), info);
  };
}

function fieldBelow(): Resolve {
  return (source, args, request, info): unknown => {
    let at: ResponsePath | undefined = info.path;
    while (at && !request.agencyAt.has(at)) at = at.prev;
    const agency = at && request.agencyAt.get(at);
    if (!agency) throw new Error(`No agency answers "${pathText(info.path)}".`);
    const resolve = resolverOf(agency, info.parentType.name, info.fieldName);
    return resolve(source, args, request.contexts.get(agency.code), info);
  };
}

function reportKey({ organisation, period, asOf, area }: ReportKey): ReportKey {
  return { organisation, period, asOf, area };
}

/** Office comes first, so what others only know by its key is its own; what it requires of others is theirs. */
function ownerOf(agencies: readonly RunningAgency[], typeName: string, fieldName: string): RunningAgency {
  const owner = agencies.find(
    (agency) => fieldOf(agency, typeName, fieldName) && !fieldHas('external', agency, typeName, fieldName),
  );
  if (!owner) throw new Error(`No agency has the field "${typeName}.${fieldName}".`);
  return owner;
}

function fieldHas(directive: string, agency: RunningAgency, typeName: string, fieldName: string): boolean {
  const directives = fieldOf(agency, typeName, fieldName)?.astNode?.directives ?? [];
  return directives.some(({ name }) => name.value === directive);
}

function fieldOf({ schema }: RunningAgency, typeName: string, fieldName: string) {
  const type = schema.getType(typeName);
  return isObjectType(type) ? type.getFields()[fieldName] : undefined;
}

function resolverOf(
  agency: RunningAgency,
  typeName: string,
  fieldName: string,
): GraphQLFieldResolver<unknown, unknown> {
  return fieldOf(agency, typeName, fieldName)?.resolve ?? defaultFieldResolver;
}

function scalarOf(agencies: readonly RunningAgency[], name: string) {
  const scalar = agencies.map(({ schema }) => schema.getType(name)).find(isScalarType);
  if (!scalar) throw new Error(`No agency has the scalar "${name}".`);
  return scalar;
}

function pathText(path: ResponsePath): string {
  return (path.prev ? `${pathText(path.prev)}.` : '') + String(path.key);
}
