import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createSectionCache, type CacheOutcome, type Told } from '../../../gateway/caching/sectionCache.ts';
import type { AgencyRequest } from '../../../gateway/execution/index.ts';
import { instantOf, parsePresent, type Instant } from '../../../schema/values/index.ts';

/** A second of a day, as a moment. */
const at = (second: number): Instant => instantOf(Date.parse('2024-04-20T00:00:00Z') + second * 1000);

function request(
  second: number,
  change: Partial<AgencyRequest> = {},
  organisation = 'ha-tinh-khoi',
): AgencyRequest {
  const report = { __typename: 'Report', organisation, period: '2024-Q1', asOf: at(second), area: 'ha-tinh' };
  return {
    agency: 'inspection',
    query: 'query ($representations: [_Any!]!) { … }',
    operationKind: 'query',
    variables: { representations: [report] },
    ...change,
  };
}

/** An agency of which one figure is the number of its moves, and a cache that asks it. */
function givenAgency(maxBytes = 10_000) {
  const moves: number[] = [];
  const asked: (string | null)[] = [];
  const outcomes: CacheOutcome[] = [];
  const cache = createSectionCache(maxBytes, (_agency, outcome) => outcomes.push(outcome));
  const agency = { now: 100, errors: [] as { message: string }[] };
  const countAt = (second: number): number => moves.filter((move) => move <= second).length;
  const ask = ({ variables }: AgencyRequest, question: string | null): Promise<Told> => {
    asked.push(question);
    const sent = question === null ? null : parsePresent(question);
    const from = at(moves.at(-1) ?? 0);
    const present = sent && { from, until: at(agency.now) };
    if (sent?.from === from) return Promise.resolve({ answer: 'unchanged', present, length: 0 });
    const [{ asOf }] = variables.representations as [{ asOf: string }];
    const figure = countAt((Date.parse(asOf) - Date.parse(at(0))) / 1000);
    const data = { _entities: [{ inspection: { figure } }] };
    const { errors } = agency;
    return Promise.resolve({ answer: errors.length > 0 ? { data, errors } : { data }, present, length: 100 });
  };
  const figureAt = async (
    second: number,
    rights = '',
    change: Partial<AgencyRequest> = {},
  ): Promise<unknown> => {
    const answer = await cache.send(request(second, change), rights, ask);
    const { data } = answer as { data: { _entities: [{ inspection: { figure: number } }] } };
    return data._entities[0].inspection.figure;
  };
  return { agency, moves, asked, outcomes, cache, ask, figureAt };
}

describe('given an agency whose section is asked for again and again', () => {
  it('when the same moment is asked for, then the agency is asked once', async () => {
    const { asked, outcomes, figureAt } = givenAgency();

    expect([await figureAt(50), await figureAt(50), await figureAt(60)]).toEqual([0, 0, 0]);

    expect(asked).toEqual([`../${at(50)}`]);
    expect(outcomes).toEqual(['miss', 'hit', 'hit']);
  });

  it('when a moment is asked for that it has not promised yet, then it is asked whether all is as it was', async () => {
    const { agency, asked, outcomes, figureAt } = givenAgency();
    await figureAt(50);
    agency.now = 200;

    expect([await figureAt(150), await figureAt(200), await figureAt(150)]).toEqual([0, 0, 0]);

    expect(asked).toEqual([`../${at(50)}`, `${at(0)}/${at(150)}`]);
    expect(outcomes).toEqual(['miss', 'unchanged', 'hit', 'hit']);
  });

  it('when one section has learned that nothing has changed, then all of the same present have', async () => {
    const { agency, asked, figureAt } = givenAgency();
    await figureAt(50);
    await figureAt(50, '', { query: 'another' });
    agency.now = 200;

    await figureAt(150);
    await figureAt(150, '', { query: 'another' });

    expect(asked).toHaveLength(3);
  });

  it('when something has been moved, then what was before is still told of before', async () => {
    const { agency, moves, figureAt, asked } = givenAgency();
    await figureAt(50);
    moves.push(150);
    agency.now = 200;

    expect([await figureAt(200), await figureAt(120), await figureAt(120), await figureAt(199)]).toEqual([
      1, 0, 0, 1,
    ]);
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['another reader', 'Bearer x', {}],
    ['another query', '', { query: 'another' }],
    ['another agency', '', { agency: 'office' }],
    ['another operation', '', { operationName: 'Other' }],
    ['another variable', '', { variables: { ...request(50).variables, v: true } }],
    ['another report', '', { variables: request(50, {}, 'ha-tinh').variables }],
  ])('when %s asks, then nothing is shared', async (_what, rights, change) => {
    const { outcomes, figureAt } = givenAgency();
    await figureAt(50);

    await figureAt(50, rights, change);

    expect(outcomes).toEqual(['miss', 'miss']);
  });

  it('when an answer has errors, then it is not kept', async () => {
    const { agency, outcomes, figureAt } = givenAgency();
    agency.errors = [{ message: 'one figure is missing' }];

    await figureAt(50);
    await figureAt(50);

    expect(outcomes).toEqual(['miss', 'miss']);
  });

  it.each([
    ['a mutation', { operationKind: 'mutation' }],
    ['something without a moment', { variables: {} }],
    [
      'several moments',
      {
        variables: { representations: [1, 2].flatMap((second) => request(second).variables.representations) },
      },
    ],
    [
      'what needs more than a key',
      {
        variables: {
          representations: [{ ...(request(50).variables.representations as [object])[0], inspection: {} }],
        },
      },
    ],
    ['another type', { variables: { representations: [{ __typename: 'ReportRevision', asOf: at(50) }] } }],
  ] as const)('when it is %s, then it is passed on', async (_what, change) => {
    const { cache, ask, asked, outcomes } = givenAgency();
    const sent = { ...request(50), ...change };
    const answer = () =>
      cache.send(sent, '', (one, question) => ask({ ...one, variables: request(50).variables }, question));

    await answer();
    await answer();

    expect(asked).toEqual([null, null]);
    expect(outcomes).toEqual(['passed', 'passed']);
  });

  it('when there is no room, then the oldest makes it', async () => {
    const { cache, outcomes, figureAt } = givenAgency(2000);
    await figureAt(50);
    await figureAt(50, 'a');
    await figureAt(50, 'b');

    // Two answers of 100 characters each under keys of 190, three bytes for each of them.
    expect(cache.size()).toBe(1740);
    await figureAt(50, 'b');
    await figureAt(50);

    expect(outcomes).toEqual(['miss', 'miss', 'miss', 'hit', 'miss']);
  });
});

describe('given an agency that moves while it is asked', () => {
  it('when any moments are asked for in any order, then each figure is the one of its moment', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ kind: fc.constant('move' as const) }),
      fc.record({ kind: fc.constant('ask' as const), ago: fc.integer({ min: 0, max: 20 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { agency, moves, figureAt } = givenAgency(100_000);
        for (const one of steps) {
          if (one.kind === 'wait') agency.now += one.seconds;
          // What has been promised is not moved in: a move is stamped later.
          if (one.kind === 'move') moves.push((agency.now += 1));
          if (one.kind !== 'ask') continue;
          const second = agency.now - one.ago;
          expect(await figureAt(second)).toBe(moves.filter((move) => move <= second).length);
        }
      }),
    );
  });
});
