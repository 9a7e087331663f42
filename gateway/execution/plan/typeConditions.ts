import { type GraphQLSchema, isAbstractType } from 'graphql';

export type MatchesType = (typename: unknown) => boolean;

/** Whether an object is of one of the types. One that does not tell its type is: the planner asks when it matters. */
export function compileTypeCondition(schema: GraphQLSchema, names: readonly string[]): MatchesType {
  const accepted = new Set<unknown>([undefined, ...names]);
  for (const name of names) {
    const type = schema.getType(name);
    if (isAbstractType(type))
      for (const possible of schema.getPossibleTypes(type)) accepted.add(possible.name);
  }
  return (typename) => accepted.has(typename);
}
