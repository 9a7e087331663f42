import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type ExecutionResult,
  buildASTSchema,
  graphql,
  isAbstractType,
  isObjectType,
} from 'graphql';

import type { Resolvers } from './agency.ts';
import { agencies, consumerDocument } from './federation.ts';
import { citationsOf } from './inspection.ts';
import { reconcile } from './office.ts';
import { factsOf } from './partyBuilding.ts';
import { type ReportKey, type World, documents, files, findReport, warnings } from './world.ts';

type Resolve = GraphQLFieldResolver<unknown, World>;

/** What in a federation comes from another agency, and what only one of several types' agencies resolves. */
const wholeGraph: Readonly<Record<string, Resolvers>> = {
  office: {
    Report: {
      reconciliation: (report: ReportKey, _: unknown, { dead }) =>
        reconcile(
          dead.has('partyBuilding') ? undefined : factsOf(report),
          dead.has('inspection') ? undefined : 'none',
        ),
    },
  },
  partyBuilding: {
    PartyBuildingSection: {
      area: ({ facts }: { facts: { of: string } }, _: unknown, { dead }) =>
        dead.has('office') ? null : findReport({ organisationCode: facts.of, period: '2024-Q1' })?.area,
    },
  },
  inspection: {
    Decree: { citations: citationsOf },
    Circular: { citations: citationsOf },
    // Inspection hears of a cadre's file only through the archive.
    Cadre: {
      warnings: ({ number }: { number: string }, _: unknown, { dead }) =>
        dead.has('archive') ? null : warnings[files[number] ?? ''],
    },
  },
  // Told by whichever agency is asked.
  anyone: { Report: { summary: ({ organisationCode }: ReportKey) => ({ organisationCode }) } },
};

/** All agencies' resolvers in one schema, which graphql-js executes: what every answer of the gateway must equal. */
function buildMonolith(): GraphQLSchema {
  const schema = buildASTSchema(consumerDocument);
  for (const { name, resolvers } of agencies) attach(schema, name, resolvers);
  for (const [name, resolvers] of Object.entries(wholeGraph)) attach(schema, name, resolvers);
  for (const type of Object.values(schema.getTypeMap()).filter(isAbstractType)) {
    type.resolveType = (value: { __typename?: string; id?: string }) =>
      value.__typename ?? documents.find(({ id }) => id === value.id)?.__typename ?? 'Organisation';
  }
  return schema;
}

function attach(schema: GraphQLSchema, agency: string, resolvers: Resolvers): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) continue;
    for (const [fieldName, resolver] of Object.entries(fields)) {
      const field = type.getFields()[fieldName];
      if (field) field.resolve = unlessDead(agency, resolver as unknown as Resolve);
    }
  }
}

function unlessDead(agency: string, resolve: Resolve): Resolve {
  return (parent, args, world, info): unknown => {
    if (world.dead.has(agency)) throw new Error(`${agency} is down`);
    return resolve(parent, args, world, info);
  };
}

const monolith = buildMonolith();

export async function executeMonolith(
  source: string,
  variableValues: Record<string, unknown>,
  contextValue: World,
): Promise<ExecutionResult> {
  return graphql({ schema: monolith, source, variableValues, contextValue });
}
