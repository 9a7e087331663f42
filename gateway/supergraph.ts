import { strict as assert } from 'node:assert';

import { QueryPlanner } from '@graphql-hive/router-query-planner';
import {
  buildASTSchema,
  Kind,
  parse,
  visit,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';

import { readFieldCosts, type FieldCosts } from './operations/fieldCosts.ts';

/** What the gateway knows of the graph: how to plan, what clients see, and which agencies there are. */
export interface Supergraph {
  readonly planner: QueryPlanner;
  /** The schema that clients see, without what is inaccessible. */
  readonly schema: GraphQLSchema;
  /** Names of the subgraphs, in the order of the file. */
  readonly agencies: readonly string[];
  /** What agencies say it costs to answer their fields. */
  readonly costs: FieldCosts;
}

/** Reads a composed supergraph. Throws when it is not one. */
export function readSupergraph(sdl: string): Supergraph {
  const agencies = readAgencies(sdl);
  const planner = new QueryPlanner(sdl);
  const consumer = visit(parse(planner.consumerSchema, { noLocation: true }), {
    // Of the join specification, which is about agencies, the planner leaves these two in its text.
    InputObjectTypeDefinition: ({ name }) => (name.value.startsWith('join__') ? null : undefined),
    ScalarTypeDefinition: ({ name }) => (name.value.startsWith('join__') ? null : undefined),
    // The planner's text holds the introspection fields, which graphql-js adds by itself.
    ObjectTypeDefinition: (type): ObjectTypeDefinitionNode => ({
      ...type,
      fields: type.fields?.filter(({ name }) => !name.value.startsWith('__')) ?? [],
    }),
  });
  return { planner, schema: buildASTSchema(consumer), agencies, costs: readFieldCosts(sdl) };
}

/**
 * The names in `enum join__Graph { OFFICE @join__graph(name: "office", …) … }` of a composed supergraph. Throws when it
 * names none or is not GraphQL.
 */
export function readAgencies(sdl: string): string[] {
  const names: string[] = [];
  visit(parse(sdl, { noLocation: true }), {
    EnumTypeDefinition: ({ name, values }) => {
      if (name.value !== 'join__Graph') return;
      for (const { directives } of values ?? []) {
        const join = directives?.find((directive) => directive.name.value === 'join__graph');
        const argument = join?.arguments?.find((one) => one.name.value === 'name');
        if (argument?.value.kind === Kind.STRING) names.push(argument.value.value);
      }
    },
  });
  assert(names.length > 0, 'the schema names no subgraphs');
  return names;
}
