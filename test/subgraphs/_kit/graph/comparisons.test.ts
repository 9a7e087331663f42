import { describe, expect, it } from 'vitest';

import { rule, type Observation } from '../../../../schema/values/index.ts';
import { dataOf } from '../../../support/answers.ts';
import { givenComparison, givenObservation, givenRelease, type Plain } from '../../../support/given.ts';
import { report, SECTIONS, type Entities } from '../../../support/reports.ts';
import { april, countingQueries } from '../../../support/stores.ts';
import { givenAgency, type RunningAgency } from '../../../support/testAgency.ts';

const COMPARED = `
  against baseTime measure unit { code } reported { value unitMultiplier qualifier sources { section } }
  computed { value unitMultiplier base { time value release { period number } } }
  computedAtRelease { value base { value release { number } } }
  agreement reason`;

/** What the figure of 2024-Q1 says of its comparisons in a report. */
async function comparisonsOf(agency: RunningAgency, fields = COMPARED, change: Record<string, unknown> = {}) {
  const answer = await agency.ask(SECTIONS(`discipline { members { comparisons { ${fields} } } }`), {
    reports: [report(change)],
  });
  const [entity] = (
    dataOf(answer) as Entities<{ discipline: { members: { comparisons: Record<string, unknown>[] } } }>
  )._entities;
  return entity!.invented.discipline.members.comparisons;
}

/** 24 members disciplined in 2024-Q1, 20 % up on 2023-Q1. */
const figure = (change: Plain<Observation> = {}) =>
  givenObservation({ value: '24', comparisons: [givenComparison({ value: '20' })], ...change });
const ofLastYear = (value: string, number = 1, day = 1) =>
  givenRelease({
    period: '2023-Q1',
    number,
    publishedAt: april(day),
    observations: [givenObservation({ time: '2023-Q1', value })],
  });
const ofThisYear = (day = 5, change: Plain<Observation> = {}) =>
  givenRelease({ publishedAt: april(day), observations: [figure(change)] });

describe('given a comparison that the source states', () => {
  it('when its base is held, then what is reported and what is computed stand side by side', async () => {
    const agency = await givenAgency([ofLastYear('20'), ofThisYear()]);

    expect(await comparisonsOf(agency)).toEqual([
      {
        against: 'SAME_PERIOD_LAST_YEAR',
        baseTime: '2023-Q1',
        measure: 'PERCENT_CHANGE',
        unit: { code: 'percent' },
        reported: { value: '20', unitMultiplier: 0, qualifier: null, sources: [{ section: 'A.I.3' }] },
        computed: {
          value: '20',
          unitMultiplier: 0,
          base: { time: '2023-Q1', value: '20', release: { period: '2023-Q1', number: 1 } },
        },
        computedAtRelease: null,
        agreement: 'HOLDS',
        reason: null,
      },
    ]);
  });

  it('when its base is not held, then nothing is computed and the reason is named', async () => {
    const agency = await givenAgency([ofThisYear()]);

    expect(
      await comparisonsOf(
        agency,
        'reported { value } computed { value } computedAtRelease { value } agreement reason',
      ),
    ).toEqual([
      {
        reported: { value: '20' },
        computed: null,
        computedAtRelease: null,
        agreement: 'NOT_TESTABLE',
        reason: 'BASE_MISSING',
      },
    ]);
  });

  it('when it contradicts its base, then that is said', async () => {
    const agency = await givenAgency([ofLastYear('16'), ofThisYear()]);

    expect(await comparisonsOf(agency, 'computed { value } agreement reason')).toEqual([
      { computed: { value: '50' }, agreement: 'CONFLICT', reason: null },
    ]);
  });
});

describe('given a decrease by more than all there was, of what has no figure', () => {
  const release = ofThisYear(5, { value: null, comparisons: [givenComparison({ value: '-120' })] });

  it.each([
    ['the rules say that it cannot be below zero', rule.statedComparisons(), 'CONFLICT'],
    [
      'the rules say that it may be below zero',
      rule.statedComparisons({ mayBeNegative: ['members-disciplined'] }),
      'NOT_TESTABLE',
    ],
    ['no rule says anything', [], 'NOT_TESTABLE'],
  ])('when %s, then the comparison says what the check says', async (_what, rules, agreement) => {
    const agency = await givenAgency([release], undefined, rules);

    expect(await comparisonsOf(agency, 'agreement reason')).toEqual([
      { agreement, reason: 'FIGURE_MISSING' },
    ]);
  });
});

describe('given a base that is revised after the release of the figure', () => {
  const releases = [ofLastYear('20'), ofThisYear(5), ofLastYear('16', 2, 10)];
  const fields =
    'computed { value base { value } } computedAtRelease { value base { value release { number } } } agreement';

  it('when it is asked for now, then both bases are shown', async () => {
    const agency = await givenAgency(releases);

    expect(await comparisonsOf(agency, fields)).toEqual([
      {
        computed: { value: '50', base: { value: '16' } },
        computedAtRelease: { value: '20', base: { value: '20', release: { number: 1 } } },
        agreement: 'HOLDS',
      },
    ]);
  });

  it('when it fits neither the base of then nor that of now, then it contradicts', async () => {
    const agency = await givenAgency([ofLastYear('18'), ofThisYear(5), ofLastYear('16', 2, 10)]);

    expect(await comparisonsOf(agency, fields)).toEqual([
      {
        computed: { value: '50', base: { value: '16' } },
        computedAtRelease: { value: '33', base: { value: '18', release: { number: 1 } } },
        agreement: 'CONFLICT',
      },
    ]);
  });

  it('when something else of its release is corrected later, then the base is still that of its first word', async () => {
    const corrected = givenRelease({
      number: 2,
      publishedAt: april(15),
      observations: [figure(), givenObservation({ breakdown: { form: 'warning' }, value: '3' })],
    });
    const agency = await givenAgency([...releases, corrected]);

    expect(await comparisonsOf(agency, fields)).toEqual([
      {
        computed: { value: '50', base: { value: '16' } },
        computedAtRelease: { value: '20', base: { value: '20', release: { number: 1 } } },
        agreement: 'HOLDS',
      },
    ]);
  });

  it.each([
    ['the figure', { value: '25', comparisons: [givenComparison({ value: '20' })] }],
    ['the comparison', { comparisons: [givenComparison({ value: '21' })] }],
  ])('when %s itself is corrected after that, then only the base of now counts', async (_what, change) => {
    const corrected = givenRelease({ number: 2, publishedAt: april(15), observations: [figure(change)] });
    const agency = await givenAgency([...releases, corrected]);

    expect(await comparisonsOf(agency, 'computedAtRelease { value } agreement')).toEqual([
      { computedAtRelease: null, agreement: 'CONFLICT' },
    ]);
  });

  it('when the old base was withdrawn and published anew, then it counts no more', async () => {
    const anew = givenRelease({ ...ofLastYear('16', 3, 10), supersedes: null });
    const agency = await givenAgency([ofLastYear('20'), ofThisYear(5), anew]);

    expect(await comparisonsOf(agency, 'computedAtRelease { value } agreement')).toEqual([
      { computedAtRelease: null, agreement: 'CONFLICT' },
    ]);
  });

  it('when it is asked for as of before the revision, then there is one base', async () => {
    const agency = await givenAgency(releases);

    expect(await comparisonsOf(agency, fields, { asOf: april(9) })).toEqual([
      { computed: { value: '20', base: { value: '20' } }, computedAtRelease: null, agreement: 'HOLDS' },
    ]);
  });

  it.each([
    ['says the same number', [ofLastYear('20'), ofThisYear(5), ofLastYear('20', 2, 10)]],
    ['is the first word of the base', [ofThisYear(5), ofLastYear('20', 1, 10)]],
  ])('when the later release %s, then nothing else was computed at the release', async (_what, held) => {
    const agency = await givenAgency(held);

    expect(await comparisonsOf(agency, fields)).toEqual([
      { computed: { value: '20', base: { value: '20' } }, computedAtRelease: null, agreement: 'HOLDS' },
    ]);
  });

  it('when the revision withdraws the base, then only the old one computes', async () => {
    const withdrawn = givenRelease({
      period: '2023-Q1',
      number: 2,
      publishedAt: april(10),
      observations: [],
    });
    const agency = await givenAgency([ofLastYear('20'), ofThisYear(5), withdrawn]);

    expect(await comparisonsOf(agency, 'computed { value } computedAtRelease { value } reason')).toEqual([
      { computed: null, computedAtRelease: { value: '20' }, reason: 'BASE_MISSING' },
    ]);
  });
});

describe('given how much has to be read for comparisons', () => {
  const queriesFor = async (
    fields: string,
    releases = [ofLastYear('20'), ofThisYear()],
  ): Promise<string[]> => {
    let queries: string[] = [];
    const agency = await givenAgency(releases, (store) => {
      const counting = countingQueries(store);
      queries = counting.queries;
      return counting.store;
    });
    await comparisonsOf(agency, fields);
    return queries.filter((query) => !query.startsWith('newestOfLines'));
  };

  it.each([
    ['what is reported', 'reported { value }', []],
    [
      'what is computed',
      'computed { value base { comparisons { agreement } } } agreement reason',
      ['newestOfAll'],
    ],
    [
      'what was computed at the release, with nothing published since',
      'computedAtRelease { value }',
      ['newestOfAll'],
    ],
  ])(
    'when %s is asked for, then the store is asked no more than it must',
    async (_what, fields, expected) => {
      expect(await queriesFor(fields)).toEqual(expected);
    },
  );

  it('when something was published since the release, then what was known then is read as well', async () => {
    const releases = [ofLastYear('20'), ofThisYear(5), ofLastYear('16', 2, 10)];

    expect(await queriesFor('computed { value } computedAtRelease { value } agreement', releases)).toEqual([
      'newestOfAll',
      'headers',
    ]);
  });
});

describe('given figures in the entry of the agency', () => {
  it('when they are listed or followed through time, then they compare themselves as in a report', async () => {
    const agency = await givenAgency([ofLastYear('20'), ofThisYear()]);

    const answer = await agency.ask(`{ invented {
      observations(filter: { times: ["2024-Q1"] }) { nodes { comparisons { computed { value } } } }
      series(indicator: "members-disciplined", organisation: "ha-tinh-khoi", from: "2024") {
        points { observation { against(kind: PERIOD, time: "2023-Q1") { against reported { value } computed { value } } } }
      }
    } }`);

    expect(dataOf(answer)).toEqual({
      invented: {
        observations: { nodes: [{ comparisons: [{ computed: { value: '20' } }] }] },
        series: {
          points: [
            {
              observation: {
                against: { against: 'PERIOD', reported: { value: '20' }, computed: { value: '20' } },
              },
            },
          ],
        },
      },
    });
  });
});
