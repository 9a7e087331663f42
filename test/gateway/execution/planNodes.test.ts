import type { PlanNode } from '@graphql-hive/router-query-planner';
import { describe, expect, it } from 'vitest';

import { expectLikeOneSchema, givenPlan, planFor, runOperation } from './support/gateway.ts';

/** Operations whose plans the planner is known to build with a kind of node. */
const shownBy: Readonly<Record<string, string>> = {
  Fetch: '{ shelves }',
  Sequence: '{ submitted { organisation { name } } }',
  Parallel: '{ reports { inspection { findings { number } } contact { name } } }',
  Flatten: '{ reports { inspection { findings { number } } } }',
  TypeCondition: '{ documents { title ... on Decree { citations } } }',
  BatchFetch: '{ a: reports { contact { name } } b: reports { partyBuilding { area } } }',
  ifClause: 'query ($x: Boolean = true) { reports { period contact @include(if: $x) { name } } }',
  elseClause: 'query ($x: Boolean = false) { reports { period contact @skip(if: $x) { name } } }',
};

describe('given the plans of the real planner', () => {
  it.each(Object.entries(shownBy))(
    'when one has %s, then its answer is that of one schema',
    async (what, source) => {
      const plan = JSON.stringify(planFor(source));
      expect(
        plan.includes(`"kind":"${what}"`) || plan.includes(`"${what}":{`) || plan.includes(`"${what}":[`),
      ).toBe(true);

      await expectLikeOneSchema(source);
    },
  );
});

describe('given a plan with both clauses of a condition', () => {
  const source = 'query ($x: Boolean!) { shelves @include(if: $x) }';
  const node = (name: string): PlanNode => ({ kind: 'Fetch', serviceName: name, operation: '{ shelves }' });
  const plan = givenPlan(source, {
    kind: 'Condition',
    condition: 'x',
    ifClause: node('archive'),
    elseClause: node('none'),
  });

  it('when the condition holds, then the first is run', async () => {
    const answered = await runOperation(plan, source, { variables: { x: true } });

    expect(answered.data).toEqual({ shelves: ['A', 'B'] });
  });

  it('when it does not, then the other is run, and not sent when the request includes nothing of it', async () => {
    const answered = await runOperation(plan, source, { variables: { x: false } });

    expect(answered).toEqual({ data: {}, errors: [], requests: [] });
  });
});

describe('given a plan without any node', () => {
  it('when it is run, then it answers without a request', async () => {
    const answered = await runOperation(givenPlan('{ __typename }', undefined), '{ __typename }', {});

    expect(answered).toEqual({ data: { __typename: 'Query' }, errors: [], requests: [] });
  });
});

describe('given a plan that the executor does not know', () => {
  const fetch: PlanNode = { kind: 'Fetch', serviceName: 'archive', operation: '{ shelves }' };

  it.each([
    ['Subscription', { kind: 'Subscription', primary: fetch }],
    ['Defer', { kind: 'Defer', primary: { node: fetch }, deferred: [] }],
  ] satisfies [string, PlanNode][])('when it has a node of kind %s, then compiling fails', (kind, node) => {
    expect(() => givenPlan('{ shelves }', node)).toThrow(
      `A plan of the planner has a node of kind "${kind}", which the executor does not know.`,
    );
  });

  it('when it fetches below a path without saying for what, then compiling fails', () => {
    const node: PlanNode = { kind: 'Flatten', path: [{ Field: 'reports' }], node: fetch };

    expect(() => givenPlan('{ shelves }', node)).toThrow(
      'A plan fetches from "archive" below a path without saying for what.',
    );
  });
});
