import { describe, expect, it } from 'vitest';

import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { givenObservation, givenRelease } from '../../../support/given.ts';
import { april, insertRelease } from '../../../support/stores.ts';
import { givenAgency, type RunningAgency } from '../../../support/testAgency.ts';

const VALUES = `query ($filter: ObservationFilter, $asOf: DateTime) {
  invented { observations(filter: $filter, asOf: $asOf) { nodes { value } } }
}`;
const RELEASES = `query ($organisation: ID, $period: Period, $asOf: DateTime) {
  invented { releases(organisation: $organisation, period: $period, asOf: $asOf) { organisation period number supersedes } }
}`;

async function valuesOf({ ask }: RunningAgency, variables: Record<string, unknown> = {}): Promise<unknown[]> {
  const { invented } = dataOf(await ask(VALUES, variables)) as {
    invented: { observations: { nodes: { value: string }[] } };
  };
  return invented.observations.nodes.map(({ value }) => value);
}

interface ReleaseList {
  readonly invented: {
    readonly releases: readonly { organisation: string; period: string; number: number }[];
  };
}

/** Publishes a correction of the default line now, through the agency's own clock. */
async function publishCorrection({ reading, store }: RunningAgency, value: string): Promise<void> {
  await reading.clock.publish(null, (publishedAt) =>
    insertRelease(
      store,
      givenRelease({
        agency: 'invented',
        number: 2,
        publishedAt,
        observations: [givenObservation({ value })],
      }),
    ),
  );
}

describe('given an agency with one release', () => {
  const releases = [givenRelease()];

  it('when its indicators are asked for, then they come in the order of the catalogue', async () => {
    const { ask } = await givenAgency();

    const answer = await ask('{ invented { indicators { code basis unit { code } dimensions { code } } } }');

    expect((dataOf(answer) as { invented: { indicators: unknown[] } }).invented.indicators).toEqual([
      {
        code: 'members-disciplined',
        basis: 'FLOW',
        unit: { code: 'person' },
        dimensions: [{ code: 'form' }, { code: 'level' }],
      },
      { code: 'gifts', basis: 'FLOW', unit: { code: 'gift' }, dimensions: [] },
      { code: 'budget-revenue', basis: 'FLOW', unit: { code: 'VND' }, dimensions: [{ code: 'source' }] },
      { code: 'industrial-production', basis: 'FLOW', unit: { code: 'not-stated' }, dimensions: [] },
    ]);
  });

  it('when a correction is published, then an explicit moment before it keeps its answer', async () => {
    const agency = await givenAgency(releases);
    const asOf = '2024-04-20T12:00:00.250Z';
    const before = await valuesOf(agency, { asOf });
    await publishCorrection(agency, '3');
    agency.now += 60_000;

    const after = await valuesOf(agency, { asOf });

    expect([before, after]).toEqual([['2'], ['2']]);
  });

  it('when no moment is given, then it is the last full second, so a correction shows a second later', async () => {
    const agency = await givenAgency(releases);
    const shown = [await valuesOf(agency)];
    await publishCorrection(agency, '3');

    for (const passes of [0, 700, 50]) {
      agency.now += passes;
      shown.push(await valuesOf(agency));
    }

    expect(shown).toEqual([['2'], ['2'], ['2'], ['3']]);
  });

  it.each([
    ['observations', VALUES],
    ['releases', RELEASES],
  ])('when its %s are asked for at a moment in the future, then that is refused', async (_what, query) => {
    const { ask, store } = await givenAgency(releases);

    const answer = await ask(query, { asOf: '2024-04-20T12:00:00.251Z' });

    expect(faultCodesOf(answer)).toEqual(['AS_OF_IN_FUTURE']);
    expect(await store.answeredUntil('invented')).toBeNull();
  });

  it('when it is refused, then the newest moment that can be asked for is told', async () => {
    const { ask } = await givenAgency(releases);

    const answer = await ask(VALUES, { asOf: '2024-04-20T12:00:01Z' });

    expect(answer.errors?.[0]?.message).toBe(
      'Knowledge time "2024-04-20T12:00:01.000Z" lies in the future. Ask for "2024-04-20T12:00:00.000Z" or earlier, or leave "asOf" out.',
    );
  });
});

describe('given an agency with several releases', () => {
  const releases = [
    givenRelease({ number: 1, publishedAt: april(1) }),
    givenRelease({ number: 2, publishedAt: april(5) }),
    givenRelease({ organisation: 'ha-tinh', publishedAt: april(3) }),
    givenRelease({ period: '2023', publishedAt: april(2) }),
  ];

  it.each([
    [
      'everything',
      {},
      ['ha-tinh-khoi 2024-Q1 2', 'ha-tinh 2024-Q1 1', 'ha-tinh-khoi 2023 1', 'ha-tinh-khoi 2024-Q1 1'],
    ],
    ['one organisation', { organisation: 'ha-tinh' }, ['ha-tinh 2024-Q1 1']],
    [
      'one period',
      { period: '2024-Q1' },
      ['ha-tinh-khoi 2024-Q1 2', 'ha-tinh 2024-Q1 1', 'ha-tinh-khoi 2024-Q1 1'],
    ],
    ['an earlier moment', { asOf: april(2) }, ['ha-tinh-khoi 2023 1', 'ha-tinh-khoi 2024-Q1 1']],
    ['somebody unknown', { organisation: 'x' }, []],
  ])(
    'when the releases of %s are asked for, then they come newest first',
    async (_what, variables, expected) => {
      const { ask } = await givenAgency(releases);

      const answer = await ask(RELEASES, variables);

      const shown = (dataOf(answer) as ReleaseList).invented.releases;
      expect(shown.map(({ organisation, period, number }) => `${organisation} ${period} ${number}`)).toEqual(
        expected,
      );
    },
  );
});

describe('given a malformed period', () => {
  it.each([
    ['as a variable', RELEASES, { period: '2024-Q5' }],
    ['as a number in a variable', RELEASES, { period: 2024 }],
    ['as a literal', '{ invented { releases(period: "2024-Q5") { number } } }', {}],
    ['as a number in a literal', '{ invented { releases(period: 2024) { number } } }', {}],
    ['within a filter', VALUES, { filter: { periods: ['2024', '2024-Q5'] } }],
    [
      'within a literal filter',
      '{ invented { observations(filter: { times: ["2024-Q5"] }) { totalCount } } }',
      {},
    ],
  ])(
    'when it is given %s, then the question is refused as PERIOD_INVALID',
    async (_how, query, variables) => {
      const { ask } = await givenAgency();

      const answer = await ask(query, variables);

      expect(faultCodesOf(answer)).toEqual(['PERIOD_INVALID']);
      expect(answer.data).toBeUndefined();
    },
  );
});
