import { describe, expect, it } from 'vitest';

import type { Observation } from '../../../../schema/values/index.ts';
import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { givenComparison, givenObservation, givenRelease, type Plain } from '../../../support/given.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const FIELDS =
  'against baseTime measure unit { code } reported { value } computed { value } agreement reason';

interface Against {
  readonly against: string;
  readonly baseTime: string | null;
  readonly measure: string;
  readonly unit: { readonly code: string };
  readonly reported: { readonly value: string } | null;
  readonly computed: { readonly value: string } | null;
  readonly agreement: string | null;
  readonly reason: string | null;
}

/** What `against` answers for the figure of 2024-Q1: 24 members disciplined, with others around it. */
async function ask(argumentsText: string, change: Plain<Observation> = {}) {
  const figure = givenObservation({
    value: '24',
    comparisons: [givenComparison({ value: '20.0' })],
    ...change,
  });
  const held: Plain<Observation>[] = [
    { time: '2023-Q1', value: '20' },
    { time: '2023-Q4', value: '30' },
    { time: '2020', value: '96' },
    { time: '2023-12-31', value: '12' },
    { value: '25', stage: 'PLANNED', setBy: 'Tỉnh' },
    { breakdown: { form: 'warning' }, value: '6' },
  ];
  const { ask: send } = await givenAgency([
    givenRelease({ observations: [figure, ...held.map(givenObservation)] }),
  ]);
  const part = figure.breakdown.form ? 'dimensions: ["form"]' : 'dimensions: null';
  return send(`{ invented { observations(filter: { times: ["2024-Q1"], stages: [FINAL], ${part} }) { nodes {
    breakdown { code } against(${argumentsText}) { ${FIELDS} } } } } }`);
}

/** `against baseTime measure unit: reported, computed, agreement or reason` of the first figure. */
async function said(argumentsText: string, change: Plain<Observation> = {}): Promise<string> {
  const { invented } = dataOf(await ask(argumentsText, change)) as {
    invented: { observations: { nodes: { against: Against }[] } };
  };
  const { against, baseTime, measure, unit, reported, computed, agreement, reason } =
    invented.observations.nodes[0]!.against;
  const head = [against, baseTime, measure, unit.code].filter((word) => word !== null).join(' ');
  return `${head}: ${[reported?.value, computed?.value, agreement, reason].map((one) => one ?? '-').join(' ')}`;
}

describe('given a figure with bases of all kinds', () => {
  it.each([
    [
      'kind: SAME_PERIOD_LAST_YEAR',
      'SAME_PERIOD_LAST_YEAR 2023-Q1 PERCENT_CHANGE percent: 20.0 20.0 HOLDS -',
    ],
    [
      'kind: SAME_PERIOD_LAST_YEAR, time: "2023-Q1"',
      'SAME_PERIOD_LAST_YEAR 2023-Q1 PERCENT_CHANGE percent: 20.0 20.0 HOLDS -',
    ],
    ['kind: SAME_PERIOD_LAST_YEAR, measure: TIMES', 'SAME_PERIOD_LAST_YEAR 2023-Q1 TIMES times: - 1.20 - -'],
    [
      'kind: SAME_PERIOD_LAST_YEAR, measure: ABSOLUTE_CHANGE',
      'SAME_PERIOD_LAST_YEAR 2023-Q1 ABSOLUTE_CHANGE person: - 4 - -',
    ],
    ['kind: PREVIOUS_PERIOD', 'PREVIOUS_PERIOD 2023-Q4 PERCENT_CHANGE percent: - -20.00 - -'],
    ['kind: PERIOD, time: "2023-Q4"', 'PERIOD 2023-Q4 PERCENT_CHANGE percent: - -20.00 - -'],
    ['kind: PERIOD, time: "2023-Q1"', 'PERIOD 2023-Q1 PERCENT_CHANGE percent: 20.0 20.0 HOLDS -'],
    ['kind: PERIOD, time: "2020"', 'PERIOD 2020 PERCENT_CHANGE percent: - - - PERIODS_DIFFER'],
    ['kind: PERIOD, time: "2020", measure: TIMES', 'PERIOD 2020 TIMES times: - - - PERIODS_DIFFER'],
    ['kind: PERIOD, time: "2019"', 'PERIOD 2019 PERCENT_CHANGE percent: - - - BASE_MISSING'],
    ['kind: PERIOD, time: "2024-Q1"', 'PERIOD 2024-Q1 PERCENT_CHANGE percent: - 0.00 - -'],
    ['kind: DATE, time: "2023-12-31"', 'DATE 2023-12-31 PERCENT_CHANGE percent: - - - PERIODS_DIFFER'],
    ['kind: PLAN', 'PLAN ATTAINMENT percent: - 96.00 - -'],
    ['kind: PLAN, time: "2024-Q1"', 'PLAN ATTAINMENT percent: - 96.00 - -'],
    ['kind: PLAN, measure: PERCENT_CHANGE', 'PLAN PERCENT_CHANGE percent: - -4.00 - -'],
    ['kind: RESOLUTION_TARGET', 'RESOLUTION_TARGET ATTAINMENT percent: - 96.00 - -'],
    ['kind: WHOLE', 'WHOLE SHARE percent: - - - BASE_MISSING'],
    [
      'kind: PREVIOUS_PERIOD, measure: PERCENTAGE_POINTS',
      'PREVIOUS_PERIOD 2023-Q4 PERCENTAGE_POINTS percentage-point: - - - UNITS_DIFFER',
    ],
  ])('when it is compared with (%s), then it says "%s"', async (argumentsText, expected) => {
    expect(await said(argumentsText)).toBe(expected);
  });

  it('when a part is compared with its whole, then its share is computed', async () => {
    const part = { breakdown: { form: 'reprimand' }, value: '18', comparisons: [] };
    const { ask: send } = await givenAgency([
      givenRelease({ observations: [givenObservation({ value: '24' }), givenObservation(part)] }),
    ]);

    const answer = await send(
      '{ invented { observations(filter: { dimensions: ["form"] }) { nodes { against(kind: WHOLE) { computed { value base { value } } } } } } }',
    );

    expect(dataOf(answer)).toEqual({
      invented: {
        observations: { nodes: [{ against: { computed: { value: '75.00', base: { value: '24' } } } }] },
      },
    });
  });

  it('when the figure has no value, then that is the reason', async () => {
    expect(
      await said('kind: PERIOD, time: "2020"', { value: null, missing: 'WITHHELD', comparisons: [] }),
    ).toBe('PERIOD 2020 PERCENT_CHANGE percent: - - - FIGURE_MISSING');
  });

  it('when the source compares with a named period, then that comparison answers for this period only', async () => {
    const comparisons = [givenComparison({ against: 'PERIOD', baseTime: '2023-Q4', value: '-20' })];

    expect(await said('kind: PERIOD, time: "2023-Q4"', { comparisons })).toBe(
      'PERIOD 2023-Q4 PERCENT_CHANGE percent: -20 -20 HOLDS -',
    );
    expect(await said('kind: PERIOD, time: "2023-Q1"', { comparisons })).toBe(
      'PERIOD 2023-Q1 PERCENT_CHANGE percent: - 20.00 - -',
    );
  });

  it.each([
    ['kind: SAME_PERIOD_LAST_YEAR', 'PERIOD', '2023-Q1', 'SAME_PERIOD_LAST_YEAR 2023-Q1'],
    ['kind: PREVIOUS_PERIOD', 'PERIOD', '2023-Q4', 'PREVIOUS_PERIOD 2023-Q4'],
    ['kind: PERIOD, time: "2023-Q1"', 'SAME_PERIOD_LAST_YEAR', null, 'PERIOD 2023-Q1'],
    ['kind: PERIOD, time: "2023-Q4"', 'PREVIOUS_PERIOD', null, 'PERIOD 2023-Q4'],
  ] as const)(
    'when (%s) is asked for and the source says the same by %s %s, then that comparison answers, as asked',
    async (argumentsText, against, baseTime, head) => {
      const comparisons = [givenComparison({ against, baseTime, value: '7' })];
      const computed = head.endsWith('Q4') ? '-20' : '20';

      expect(await said(argumentsText, { comparisons })).toBe(
        `${head} PERCENT_CHANGE percent: 7 ${computed} CONFLICT -`,
      );
    },
  );
});

describe('given a comparison that cannot be computed', () => {
  it.each([
    [
      'kind: PERIOD',
      'Argument "time" is missing, which the comparison PERIOD needs. Give a period such as 2022 or 2023-Q1.',
    ],
    [
      'kind: DATE',
      'Argument "time" is missing, which the comparison DATE needs. Give a day such as 2022-12-31.',
    ],
    [
      'kind: DATE, time: "2022"',
      'Argument "time" is "2022", which is no day. Give a day such as 2022-12-31.',
    ],
    [
      'kind: PREVIOUS_PERIOD, time: "2020"',
      'Argument "time" is "2020", but the base of PREVIOUS_PERIOD for "2024-Q1" is "2023-Q4". Leave it out, or ask for PERIOD.',
    ],
    [
      'kind: PLAN, time: "2024"',
      'Argument "time" is "2024", but the base of PLAN for "2024-Q1" is "2024-Q1". Leave it out, or ask for PERIOD.',
    ],
    [
      'kind: SAME_PERIOD_LAST_YEAR, measure: ATTAINMENT',
      'Argument "measure" is ATTAINMENT, which does not go with SAME_PERIOD_LAST_YEAR. Ask for one of PERCENT_CHANGE, PERCENTAGE_POINTS, ABSOLUTE_CHANGE, TIMES.',
    ],
    [
      'kind: PLAN, measure: SHARE',
      'Argument "measure" is SHARE, which does not go with PLAN. Ask for one of ATTAINMENT, PERCENT_CHANGE, PERCENTAGE_POINTS, ABSOLUTE_CHANGE, TIMES.',
    ],
    [
      'kind: WHOLE, measure: PERCENT_CHANGE',
      'Argument "measure" is PERCENT_CHANGE, which does not go with WHOLE. Ask for SHARE.',
    ],
    [
      'kind: PEERS',
      'Comparison "PEERS" cannot be computed from two figures. Ask for another one; what the source states of it is in "comparisons".',
    ],
    [
      'kind: WHOLE, measure: CONTRIBUTION',
      'Comparison "CONTRIBUTION" cannot be computed from two figures. Ask for another one; what the source states of it is in "comparisons".',
    ],
    [
      'kind: WHOLE, measure: RANK',
      'Comparison "RANK" cannot be computed from two figures. Ask for another one; what the source states of it is in "comparisons".',
    ],
  ])('when (%s) is asked for, then it is refused with "%s"', async (argumentsText, message) => {
    const answer = await ask(argumentsText);

    expect(faultCodesOf(answer)[0]).toBe('ARGUMENT_INVALID');
    expect(answer.errors?.[0]?.message).toBe(message);
  });
});
