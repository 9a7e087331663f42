import type {
  FetchNode,
  FieldRequiresNode,
  InlineFragmentRequiresNode,
  PlanNode,
} from '@graphql-hive/router-query-planner';
import { describe, expect, it } from 'vitest';

import type { AgencyRequest } from '../../../gateway/execution/index.ts';
import { ask, givenPlan, runOperation } from './support/gateway.ts';

function representations(requests: readonly AgencyRequest[], agency: string): unknown {
  return requests.findLast((request) => request.agency === agency)?.variables.representations;
}

describe('given objects that another agency knows more of', () => {
  it('when the same stands in several places, then it is asked for once, in the order of the data', async () => {
    const { data, requests } = await ask('{ reports { contact { number warnings } } }');

    expect(representations(requests, 'archive')).toEqual([{ __typename: 'Cadre', number: '1' }]);
    expect(data).toMatchObject({ reports: [1, 2, 3].map(() => ({ contact: { number: '1', warnings: 3 } })) });
  });

  it('when there are several, then they are asked for in the order of the data', async () => {
    const { requests } = await ask('{ cadres { fileId } }');

    expect(representations(requests, 'archive')).toEqual(
      ['1', '2', '3'].map((number) => ({ __typename: 'Cadre', number })),
    );
  });

  it('when there are none, then the agency is not asked', async () => {
    const { requests } = await ask(
      '{ report(organisation: "?", period: "?") { inspection { findings { number } } } }',
    );

    expect(requests.map(({ agency }) => agency)).toEqual(['office']);
  });

  it('when a key that cannot be null is not known, then the object is not asked for', async () => {
    const { requests } = await ask('{ cadres { warnings } }');

    expect(representations(requests, 'inspection')).toEqual(
      ['f1', 'f2'].map((fileId) => ({ __typename: 'Cadre', fileId })),
    );
  });

  it('when a required value is null, then it is given as null', async () => {
    const { requests } = await ask('{ reports { partyBuilding { area } } }');

    const areas = ['north', null, 'south'];
    expect(representations(requests, 'partyBuilding')).toEqual(
      ['HN', 'DN', 'CT'].map((organisationCode, i) => ({
        __typename: 'Report',
        area: areas[i],
        organisationCode,
        period: '2024-Q1',
      })),
    );
  });

  it('when a part of a nested key that may be null is null, then the part is given as null', async () => {
    const { requests } = await ask('{ reports { inspection { findings { shelf } } } }');

    expect(representations(requests, 'archive')).toEqual([
      { __typename: 'Finding', number: 1, chapter: { code: 'I' } },
      { __typename: 'Finding', number: 2, chapter: { code: null } },
      { __typename: 'Finding', number: 3, chapter: null },
    ]);
  });

  it('when the agency of a required section is down, then the section is left out and the question asked all the same', async () => {
    const { data, errors, requests } = await ask(
      '{ report(organisation: "HN", period: "2024-Q1") { reconciliation } }',
      {
        dead: ['inspection'],
      },
    );

    expect(representations(requests, 'office')).toEqual([
      {
        __typename: 'Report',
        partyBuilding: { facts: { v: 1, of: 'HN' } },
        organisationCode: 'HN',
        period: '2024-Q1',
      },
    ]);
    expect(data).toEqual({ report: { reconciliation: '{"v":1,"of":"HN"} against unreachable' } });
    expect(errors).toEqual([]);
  });

  it('when the agency of a required section answers with something else, then the section is left out as well', async () => {
    const { data, errors } = await ask(
      '{ report(organisation: "HN", period: "2024-Q1") { reconciliation } }',
      {
        answers: {
          inspection: () => ({ data: { _entities: [{ __typename: 'Report', inspection: 'a text' }] } }),
        },
      },
    );

    expect(data).toEqual({ report: { reconciliation: '{"v":1,"of":"HN"} against unreachable' } });
    expect(errors).toEqual([]);
  });
});

/** Plans that need a part of a key which the real planner always asks together with the rest. */
describe('given a hand-written plan that needs several values of an object', () => {
  const field = (name: string, ...below: string[]): FieldRequiresNode => ({
    kind: 'Field',
    name,
    ...(below.length > 0 && { selections: below.map((each) => field(each)) }),
  });
  const asked = async (typeCondition: string, fields: FieldRequiresNode[], cadres: unknown[]) => {
    const operation =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Cadre { warnings } } }';
    const requires = [
      { kind: 'InlineFragment' as const, typeCondition, selections: [field('__typename'), ...fields] },
    ];
    const node: FetchNode = { kind: 'Fetch', serviceName: 'inspection', operation, requires };
    const root: FetchNode = {
      kind: 'Fetch',
      serviceName: 'partyBuilding',
      operation: '{ cadres { __typename number fileId chapter { code } cadres { number name } } }',
    };
    const plan: PlanNode = {
      kind: 'Sequence',
      nodes: [root, { kind: 'Flatten', path: [{ Field: 'cadres' }], node }],
    };
    const { requests } = await runOperation(
      givenPlan('{ cadres { warnings } }', plan),
      '{ cadres { warnings } }',
      {
        answers: { partyBuilding: () => ({ data: { cadres: structuredClone(cadres) } }) },
      },
    );
    return representations(requests, 'inspection');
  };
  const whole = { __typename: 'Cadre', number: '1', fileId: 'f1' };

  it('when one that cannot be null is absent or null, then the object is not asked for', async () => {
    const cadres = [{ ...whole, fileId: null }, whole, { __typename: 'Cadre', number: '3' }];

    expect(await asked('Cadre', [field('number'), field('fileId')], cadres)).toEqual([whole]);
  });

  it('when all may be null and are, then the object is not asked for', async () => {
    const known = { __typename: 'Finding', chapter: { code: 'I' } };

    expect(await asked('Finding', [field('chapter', 'code')], [{ ...known, chapter: null }, known])).toEqual([
      known,
    ]);
  });

  it('when they stand in lists, then so they do in the representation', async () => {
    const section = {
      __typename: 'PartyBuildingSection',
      cadres: [{ number: '1', name: 'An' }, { number: '2' }],
    };

    expect(await asked('PartyBuildingSection', [field('cadres', 'number')], [section])).toEqual([
      { __typename: 'PartyBuildingSection', cadres: [{ number: '1' }, { number: '2' }] },
    ]);
    expect(
      await asked('PartyBuildingSection', [field('cadres', 'number', 'name')], [section]),
    ).toBeUndefined();
  });
});

/** The planner is not known to make such requirements; the plan's types have them. */
describe('given a hand-written plan whose requirements have conditions', () => {
  const source = 'query ($x: Boolean!) { cadres { name @skip(if: $x) fileId } }';
  const operation =
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Cadre { fileId } } }';
  const field = (name: string) => ({ kind: 'Field' as const, name });
  const conditional = (condition: object): InlineFragmentRequiresNode => ({
    kind: 'InlineFragment',
    typeCondition: 'Cadre',
    selections: [field('name')],
    ...condition,
  });
  const plan = (condition: object): PlanNode => {
    const requires = [
      { ...conditional({}), selections: [field('__typename'), field('number')] },
      conditional(condition),
    ];
    const node: FetchNode = { kind: 'Fetch', serviceName: 'archive', operation, requires };
    const root: FetchNode = {
      kind: 'Fetch',
      serviceName: 'partyBuilding',
      operation: '{ cadres { __typename number name } }',
    };
    return { kind: 'Sequence', nodes: [root, { kind: 'Flatten', path: [{ Field: 'cadres' }, '@'], node }] };
  };
  const first = { __typename: 'Cadre', number: '1' };

  it.each([
    ['skipped', { skipIf: 'x' }, first],
    ['included', { includeIf: 'x' }, { ...first, name: 'An' }],
  ])('when the condition holds, then what it has %s is so', async (_, condition, expected) => {
    const { requests } = await runOperation(givenPlan(source, plan(condition)), source, {
      variables: { x: true },
    });

    expect(representations(requests, 'archive')).toContainEqual(expected);
  });
});
