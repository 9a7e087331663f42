import type { PlanNode } from '@graphql-hive/router-query-planner';
import { parse } from 'graphql';

import { suppliedFields } from './suppliedFields.ts';

/**
 * The same plan with each mutation and all that is asked about its result before the next mutation, as GraphQL
 * wants it. The planner sends the next one beside the questions about the last, which then may see its effects.
 * Mutations that one agency answers in one request stay together.
 */
export function serialMutations(root: PlanNode): PlanNode {
  const mutations = mutationKeys(root);
  if (mutations.length < 2) return root;
  const nodes = mutations.map((keys) => only(root, keys)).filter((node) => node !== undefined);
  return { kind: 'Sequence', nodes };
}

/** The root keys of each mutation request, in the plan's order. */
function mutationKeys(node: PlanNode): ReadonlySet<string>[] {
  switch (node.kind) {
    case 'Fetch':
      return node.operationKind === 'mutation' ? [rootKeys(node.operation)] : [];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(mutationKeys);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((clause) => (clause ? mutationKeys(clause) : []));
    default:
      return [];
  }
}

function rootKeys(operation: string): ReadonlySet<string> {
  return new Set(suppliedFields(parse(operation), new Map()).fields.keys());
}

/** The part of the plan that is about these root keys; absent when nothing is. */
function only(node: PlanNode, keys: ReadonlySet<string>): PlanNode | undefined {
  switch (node.kind) {
    case 'Fetch': {
      return [...rootKeys(node.operation)].some((key) => keys.has(key)) ? node : undefined;
    }
    case 'Flatten': {
      return startsIn(node.path, keys) ? node : undefined;
    }
    case 'BatchFetch': {
      const aliases = node.entityBatch.aliases.map((alias) => ({
        ...alias,
        paths: alias.paths.filter((path) => startsIn(path, keys)),
      }));
      // An alias without paths stays: the request's text names its list, which is then empty.
      const asked = aliases.some(({ paths }) => paths.length > 0);
      return asked ? { ...node, entityBatch: { aliases } } : undefined;
    }
    case 'Sequence':
    case 'Parallel': {
      const nodes = node.nodes.map((each) => only(each, keys)).filter((each) => each !== undefined);
      return nodes.length > 0 ? { ...node, nodes } : undefined;
    }
    case 'Condition': {
      const { kind, condition, ...clauses } = node;
      const ifClause = clauses.ifClause && only(clauses.ifClause, keys);
      const elseClause = clauses.elseClause && only(clauses.elseClause, keys);
      if (!ifClause && !elseClause) return undefined;
      return { kind, condition, ...(ifClause && { ifClause }), ...(elseClause && { elseClause }) };
    }
    default:
      return node;
  }
}

function startsIn(path: readonly unknown[], keys: ReadonlySet<string>): boolean {
  const first = path[0];
  return typeof first === 'object' && first !== null && 'Field' in first && keys.has(first.Field as string);
}
