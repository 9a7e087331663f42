import type { FetchNode, FetchRewrite, PlanNode } from '@graphql-hive/router-query-planner';
import { describe, expect, it } from 'vitest';

import { expectLikeOneSchema, givenPlan, planFor, runOperation } from './support/gateway.ts';

describe('given a plan of the real planner with rewrites', () => {
  it('when objects are asked of an interface object, then representations are given its name', async () => {
    const source = '{ documents { id citations } }';
    expect(JSON.stringify(planFor(source))).toContain('"inputRewrites":[{"ValueSetter"');

    const { requests } = await expectLikeOneSchema(source);

    expect(requests[1]?.variables).toEqual({
      representations: [
        { __typename: 'Document', id: 'd1' },
        { __typename: 'Document', id: 'c1' },
      ],
    });
  });

  it('when types differ in a field that may be null, then the key of one is renamed', async () => {
    const source =
      '{ search { ... on Organisation { label } ... on Decree { label } ... on Circular { label } } }';
    expect(JSON.stringify(planFor(source))).toContain('"outputRewrites":[{"KeyRenamer"');

    const { data } = await expectLikeOneSchema(source);

    expect(data).toEqual({ search: [{ label: 'HN (city)' }, { label: 'first' }, { label: null }] });
  });

  it('when a renamed field has an error, then its path is that of the client', async () => {
    const source = '{ s: search { ... on Organisation { l: label } ... on Decree { l: label } } }';
    const error = { message: 'No label.', path: ['_alias_s', 1, '_internal_qp_alias_0'] };

    const { errors } = await runOperation(givenPlan(source, planFor(source).node), source, {
      answers: { office: (answer) => ({ ...answer, errors: [error] }) },
    });

    expect(errors).toEqual(['s.1.l: No label.']);
  });
});

/** The planner is not known to make these; the plan's types have them. */
describe('given a hand-written plan with rewrites', () => {
  const source = '{ documents { id title citations } }';
  const documents: FetchNode = {
    kind: 'Fetch',
    serviceName: 'office',
    operation: '{ documents { __typename id title } }',
  };
  const citations = (
    rewrites: Pick<FetchNode, 'inputRewrites' | 'outputRewrites'>,
    field = 'citations',
  ): PlanNode => {
    const operation = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Document { ${field} } } }`;
    const fields = ['__typename', 'id'].map((name) => ({ kind: 'Field' as const, name }));
    const requires = [{ kind: 'InlineFragment' as const, typeCondition: 'Document', selections: fields }];
    const node: FetchNode = { kind: 'Fetch', serviceName: 'inspection', operation, requires, ...rewrites };
    return { kind: 'Flatten', path: [{ Field: 'documents' }, '@'], node };
  };
  const asDocument: FetchRewrite = {
    kind: 'ValueSetter',
    path: [{ Key: '__typename' }],
    setValueTo: 'Document',
  };

  it('when a value setter is written flat, then it sets the value', async () => {
    const plan: PlanNode = {
      kind: 'Sequence',
      nodes: [documents, citations({ inputRewrites: [asDocument] })],
    };

    const { data } = await runOperation(givenPlan(source, plan), source, {});

    expect(data).toEqual({
      documents: [
        { id: 'd1', title: 'On reports', citations: 3 },
        { id: 'c1', title: 'On figures', citations: 3 },
      ],
    });
  });

  it('when a key of representations is renamed, then the agency is given both', async () => {
    const rename: FetchRewrite = {
      KeyRenamer: { path: [{ TypenameEquals: ['Decree'] }, { Key: 'id' }], renameKeyTo: 'code' },
    };
    const plan: PlanNode = {
      kind: 'Sequence',
      nodes: [documents, citations({ inputRewrites: [rename, asDocument] })],
    };

    const { requests } = await runOperation(givenPlan(source, plan), source, {});

    expect(requests[1]?.variables.representations).toEqual([
      { __typename: 'Document', id: 'd1', code: 'd1' },
      { __typename: 'Document', id: 'c1' },
    ]);
  });

  it('when a key of entities is renamed, then the path begins at the entity', async () => {
    const rename: FetchRewrite = { KeyRenamer: { path: [{ Key: 'c' }], renameKeyTo: 'citations' } };
    const rewrites = { inputRewrites: [asDocument], outputRewrites: [rename] };
    const plan: PlanNode = { kind: 'Sequence', nodes: [documents, citations(rewrites, 'c: citations')] };

    const { data } = await runOperation(givenPlan(source, plan), source, {});

    expect(data).toMatchObject({ documents: [{ citations: 3 }, { citations: 3 }] });
  });

  it('when a value of an answer is set for one type, then others keep theirs', async () => {
    const set: FetchRewrite = {
      ValueSetter: {
        path: [{ Key: 'documents' }, { TypenameEquals: ['Circular'] }, { Key: 'title' }],
        setValueTo: 'set',
      },
    };

    const plan = givenPlan('{ documents { title } }', { ...documents, outputRewrites: [set] });
    const { data } = await runOperation(plan, '{ documents { title } }', {});

    expect(data).toEqual({ documents: [{ title: 'On reports' }, { title: 'set' }] });
  });
});
