import { type GraphQLLeafType, isEnumType } from 'graphql';

import { type Problem, addProblem } from './problems.ts';

/** Makes of an agency's value, which may be of any kind, what the answer holds; null with a problem when it cannot. */
export type Complete = (value: unknown, problems: Problem[]) => unknown;

/**
 * Agencies have serialised their scalars, so these are checked, not converted. Each is a function of its own, for
 * they run once for every figure.
 */
const builtIn: Readonly<Record<string, (refuse: Complete) => Complete>> = {
  Int: (refuse) => (value, problems) => (Number.isInteger(value) ? value : refuse(value, problems)),
  Float: (refuse) => (value, problems) => (typeof value === 'number' ? value : refuse(value, problems)),
  String: (refuse) => (value, problems) => (typeof value === 'string' ? value : refuse(value, problems)),
  Boolean: (refuse) => (value, problems) => (typeof value === 'boolean' ? value : refuse(value, problems)),
  ID: (refuse) => (value, problems) =>
    typeof value === 'string' || Number.isInteger(value) ? value : refuse(value, problems),
};

/** A scalar of the graph's own may be any JSON. */
export function compileLeaf(type: GraphQLLeafType): Complete {
  if (isEnumType(type)) {
    const known = new Set<unknown>(type.getValues().map(({ name }) => name));
    // The value is not named: it may be one that consumers must not know of.
    const message = `Enum "${type.name}" cannot represent the value that was given for it.`;
    return (value, problems) => {
      if (value === null || value === undefined) return null;
      return known.has(value) ? value : addProblem(problems, message, typeof value !== 'string');
    };
  }
  const check = Object.hasOwn(builtIn, type.name) ? builtIn[type.name] : undefined;
  if (check === undefined) return (value) => value ?? null;
  const message = `${type.name} cannot represent the value that was given for it.`;
  return check((value, problems) =>
    value === null || value === undefined ? null : addProblem(problems, message, true),
  );
}
