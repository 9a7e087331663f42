import type { World } from './world.ts';

type Resolver = (parent: never, args: never, world: World) => unknown;

export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;

/** One subgraph of the test's federation. */
export interface Agency {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: Resolvers;
}

/** The head of each subgraph's SDL. */
export const link = /* GraphQL */ `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.5"
      import: ["@key", "@shareable", "@inaccessible", "@external", "@requires", "@interfaceObject"]
    )
`;
