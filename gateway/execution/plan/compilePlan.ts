import type {
  BatchFetchNode,
  ConditionNode,
  EntityBatchAlias,
  FetchNode,
  FlattenNodePathSegment,
  PlanNode,
} from '@graphql-hive/router-query-planner';
import { type GraphQLSchema, isAbstractType, parse } from 'graphql';
import assert from 'node:assert/strict';

import { compileEntityFetch } from './entityFetch.ts';
import { compileExpectedKeys } from './expectedKeys.ts';
import { fieldKeys } from './locations.ts';
import { requiredFields } from './representations.ts';
import { renamedKeys } from './rewrites.ts';
import { compileRootFetch } from './rootFetch.ts';
import type { FetchPlace, Step } from './run.ts';
import { type SuppliedFields, suppliedFields } from './suppliedFields.ts';
import { findShared } from './withholdUnasked.ts';

export interface CompiledPlan {
  readonly step: Step;
  /** Every fetch, in the plan's order. */
  readonly places: readonly FetchPlace[];
}

const nothingSupplied: SuppliedFields = { fields: new Map() };

/** Turns a plan into code that runs it. A kind of node that it does not know fails here, not on a request. */
export function compilePlan(schema: GraphQLSchema, root: PlanNode | undefined): CompiledPlan {
  const places: FetchPlace[] = [];
  const abstractTypes = new Set(Object.values(schema.getTypeMap()).filter(isAbstractType).map(String));

  const compile = (node: PlanNode, path: readonly FlattenNodePathSegment[]): Step => {
    switch (node.kind) {
      case 'Sequence':
        return inSequence(node.nodes.map((each) => compile(each, path)));
      case 'Parallel':
        return inParallel(node.nodes.map((each) => compile(each, path)));
      case 'Condition':
        return compileCondition(node, path);
      case 'Flatten':
        return compile(node.node, [...path, ...node.path]);
      case 'Fetch':
        return compileFetch(node, path);
      case 'BatchFetch':
        return compileEntities(node, node.entityBatch.aliases);
      default:
        return assert.fail(
          `A plan of the planner has a node of kind "${node.kind}", which the executor does not know.`,
        );
    }
  };

  const compileCondition = (node: ConditionNode, path: readonly FlattenNodePathSegment[]): Step => {
    const { condition, ifClause, elseClause } = node;
    const then = ifClause ? compile(ifClause, path) : undefined;
    const otherwise = elseClause ? compile(elseClause, path) : undefined;
    return (run) => (run.variables[condition] === true ? then : otherwise)?.(run);
  };

  const compileFetch = (node: FetchNode, path: readonly FlattenNodePathSegment[]): Step => {
    const { requires, inputRewrites = [], outputRewrites = [] } = node;
    if (requires) {
      const part = { alias: '_entities', representationsVariableName: 'representations', paths: [[...path]] };
      return compileEntities(node, [{ ...part, requires, inputRewrites, outputRewrites }]);
    }
    assert(
      path.length === 0,
      `A plan fetches from "${node.serviceName}" below a path without saying for what.`,
    );
    const document = parse(node.operation);
    const renamed = renamedKeys(outputRewrites);
    const place: FetchPlace = {
      order: places.length,
      agency: node.serviceName,
      paths: [[]],
      supplied: suppliedFields(document, renamed),
      shared: [],
      renamed,
      expected: compileExpectedKeys(document),
      required: new Set<string>(),
    };
    places.push(place);
    return compileRootFetch(schema, node, place, abstractTypes);
  };

  const compileEntities = (node: FetchNode | BatchFetchNode, aliases: readonly EntityBatchAlias[]): Step => {
    const document = parse(node.operation);
    const parts = aliases.map((alias) => {
      const renamed = renamedKeys(alias.outputRewrites);
      const supplied = suppliedFields(document, renamed).fields.get(alias.alias);
      const place: FetchPlace = {
        order: places.length,
        agency: node.serviceName,
        paths: alias.paths.map(fieldKeys),
        supplied: supplied ?? nothingSupplied,
        shared: [],
        renamed,
        expected: compileExpectedKeys(document, alias.alias),
        required: new Set(requiredFields(alias.requires)),
      };
      places.push(place);
      return { node: alias, place };
    });
    return compileEntityFetch(schema, node, parts, abstractTypes);
  };

  const step: Step = root ? compile(root, []) : () => undefined;
  findShared(places);
  return { step, places };
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run) => {
    await Promise.all(steps.map(async (step) => step(run)));
  };
}
