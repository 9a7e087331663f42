import { describe, expect, it } from 'vitest';

import type { Principal } from '../../../../schema/values/index.ts';
import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { person } from '../../../support/readers.ts';
import { report, SECTIONS, type Entities } from '../../../support/reports.ts';
import { secretReleases } from '../../../support/secrets.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const WORKER = person('ANALYST');

describe('given a list of figures of which some are not for everyone', () => {
  const PAGE = `query ($filter: ObservationFilter, $first: Int! = 100, $after: String) {
    invented { observations(filter: $filter, first: $first, after: $after) {
      totalCount nodes { value confidentiality } pageInfo { endCursor hasNextPage } } } }`;
  interface Page {
    readonly totalCount: number;
    readonly nodes: readonly { readonly value: string; readonly confidentiality: string }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  }
  const pageFor = async (
    principal: Principal | null,
    variables: Record<string, unknown> = {},
  ): Promise<Page> => {
    const { ask } = await givenAgency(secretReleases);
    const answer = await ask(PAGE, variables, principal);
    return (dataOf(answer) as { invented: { observations: Page } }).invented.observations;
  };

  it.each([
    [null, 2, ['PUBLIC']],
    [person('READER'), 3, ['PUBLIC', 'INTERNAL']],
    [WORKER, 7, ['RESTRICTED', 'PUBLIC', 'INTERNAL']],
  ])(
    'when %j asks for it, then it has %i figures, and says of which confidentiality',
    async (who, count, kinds) => {
      const { totalCount, nodes, pageInfo } = await pageFor(who);

      expect([totalCount, nodes.length, pageInfo.hasNextPage]).toEqual([count, count, false]);
      expect(new Set(nodes.map(({ confidentiality }) => confidentiality))).toEqual(new Set(kinds));
    },
  );

  it.each<[string, Record<string, unknown>]>([
    ['its indicator', { indicators: ['gifts'] }],
    ['its document', { documents: ['mat'] }],
    ['its time', { times: ['2022'] }],
    ['its unit', { units: ['gift'] }],
    ['its organisation and period', { organisations: ['ha-tinh-khoi'], periods: ['2023-Q1'] }],
  ])('when a filter names %s, then the count is none but for its holder', async (_what, filter) => {
    expect(await pageFor(null, { filter })).toEqual({
      totalCount: 0,
      nodes: [],
      pageInfo: { endCursor: null, hasNextPage: false },
    });
    expect((await pageFor(WORKER, { filter })).totalCount).toBeGreaterThan(0);
  });

  it('when nobody goes on with the cursor of somebody, then it is refused', async () => {
    const { pageInfo } = await pageFor(WORKER, { first: 1 });
    const { ask } = await givenAgency(secretReleases);

    const answer = await ask(PAGE, { first: 1, after: pageInfo.endCursor });

    expect(faultCodesOf(answer)).toEqual(['CURSOR_INVALID']);
    expect(JSON.stringify(answer)).not.toMatch(/73\d\d\d/);
  });

  it('when another person of the same rights goes on with a cursor, then it goes on', async () => {
    const { pageInfo } = await pageFor(WORKER, { first: 6 });

    const { nodes } = await pageFor(
      { ...WORKER, subject: 'another' },
      { first: 6, after: pageInfo.endCursor },
    );

    expect(nodes).toHaveLength(1);
  });
});

describe('given a series with restricted words', () => {
  const SERIES = `{ invented { series(indicator: "members-disciplined", organisation: "ha-tinh-khoi") {
    points { time observation { value } alternates { value } growth { computed { value } }
      revision { count first { value } latest { value } change } } } } }`;
  const seriesFor = async (principal: Principal | null): Promise<unknown> => {
    const { ask } = await givenAgency(secretReleases);
    const answer = await ask(SERIES, {}, principal);
    return (dataOf(answer) as { invented: { series: { points: unknown } } }).invented.series.points;
  };

  it('when nobody in particular follows it, then it has one time, never revised and alone', async () => {
    expect(await seriesFor(null)).toEqual([
      {
        time: '2024-Q1',
        observation: { value: '73149' },
        alternates: [],
        growth: null,
        revision: { count: 0, first: { value: '73149' }, latest: { value: '73149' }, change: '0' },
      },
    ]);
  });

  it('when an analyst follows it, then every word is there', async () => {
    expect(await seriesFor(WORKER)).toMatchObject([
      { time: '2022', observation: { value: '73160' } },
      { time: '2023-Q1', observation: { value: '73110' } },
      { time: '2023', observation: { value: '72110' } },
      {
        time: '2024-Q1',
        observation: { value: '73149' },
        alternates: [{ value: '73120' }],
        growth: { computed: { value: '0.05' } },
        revision: { count: 2, first: { value: '73130' }, latest: { value: '73149' }, change: '19' },
      },
    ]);
  });
});

describe('given releases of which nothing may be read', () => {
  it('when they are listed, then they are there, and their figures nowhere', async () => {
    const { ask } = await givenAgency(secretReleases);

    const answer = await ask('{ invented { releases { period number } } }');

    expect(dataOf(answer)).toEqual({
      invented: {
        releases: [
          { period: '2024-Q1', number: 2 },
          { period: '2023-Q1', number: 1 },
          { period: '2024-Q1', number: 1 },
        ],
      },
    });
  });

  it('when the report of one is asked for, then it is published, and empty', async () => {
    const { ask } = await givenAgency(secretReleases);

    const answer = await ask(
      SECTIONS('submissions { state release { number } } observations { value } facts'),
      {
        reports: [report({ period: '2023-Q1' })],
      },
    );

    const section = (dataOf(answer) as Entities<{ facts: { releases: unknown } }>)._entities[0]?.invented;
    expect(section).toMatchObject({
      submissions: [{ state: 'PUBLISHED', release: { number: 1 } }],
      observations: [],
      facts: { releases: [{ number: 1, observations: [] }] },
    });
  });
});
