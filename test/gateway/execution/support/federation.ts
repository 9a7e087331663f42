import { buildSubgraphSchema } from '@apollo/subgraph';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { composeServices } from '@theguild/federation-composition';
import {
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  buildASTSchema,
  parse,
} from 'graphql';
import assert from 'node:assert/strict';

import type { Agency } from './agency.ts';
import { archive } from './archive.ts';
import { inspection } from './inspection.ts';
import { office } from './office.ts';
import { partyBuilding } from './partyBuilding.ts';

export const agencies: readonly Agency[] = [office, partyBuilding, inspection, archive];

const composed = composeServices(
  agencies.map(({ name, typeDefs }) => ({ name, typeDefs: parse(typeDefs), url: `http://${name}` })),
);
assert(composed.supergraphSdl, JSON.stringify(composed.errors));

export const planner = new QueryPlanner(composed.supergraphSdl);

/** The consumer schema without the introspection that the planner leaves in it. */
export const consumerDocument: DocumentNode = {
  kind: Kind.DOCUMENT,
  definitions: parse(planner.consumerSchema).definitions.flatMap((definition): DefinitionNode[] => {
    const builtIn = /^__|^(skip|include|deprecated|specifiedBy|oneOf|Boolean|Float|Int|ID|String)$/;
    if ('name' in definition && builtIn.test(definition.name.value)) return [];
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [definition];
    return [
      { ...definition, fields: (definition.fields ?? []).filter(({ name }) => !name.value.startsWith('__')) },
    ];
  }),
};

export const consumerSchema: GraphQLSchema = buildASTSchema(consumerDocument);

export const subgraphs: ReadonlyMap<string, GraphQLSchema> = new Map(
  agencies.map(({ name, typeDefs, resolvers }) => [
    name,
    buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }]),
  ]),
);
