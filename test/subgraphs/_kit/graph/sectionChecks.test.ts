import { describe, expect, it } from 'vitest';

import { figure, rule, type Release, type Rule } from '../../../../schema/values/index.ts';
import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { givenComparison, givenObservation, givenRelease } from '../../../support/given.ts';
import { report, SECTIONS, type Entities } from '../../../support/reports.ts';
import { april, countingQueries } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const RULES: readonly Rule[] = [
  rule.totalOfParts('members-disciplined', 'form'),
  rule.partOfWhole(figure('members-disciplined'), figure('gifts'), { severity: 'WARNING' }),
  ...rule.statedComparisons(),
];

/** Two parts that make 3 under a printed total of 2, and no gifts. */
const contradicting = givenRelease({
  observations: [
    givenObservation({ value: '2' }),
    givenObservation({ value: '1', breakdown: { form: 'warning' } }),
    givenObservation({ value: '2', breakdown: { form: 'reprimand' } }),
  ],
});

const growing = (value: string, growth: string): Release =>
  givenRelease({
    publishedAt: april(5),
    observations: [givenObservation({ value, comparisons: [givenComparison({ value: growth })] })],
  });
const lastYear = (value: string, change: Partial<Release> = {}): Release =>
  givenRelease({
    period: '2023-Q1',
    observations: [givenObservation({ value, time: '2023-Q1' })],
    ...change,
  });

interface Result {
  readonly code: string;
  readonly verdict: string;
  readonly reason: string | null;
  readonly expression: string;
}

/** What the rules say of the section of a report, and with which store queries. */
async function checksOf(
  releases: readonly Release[],
  { argument = '', asOf = april(20) }: { argument?: string; asOf?: string } = {},
): Promise<readonly Result[]> {
  const { ask } = await givenAgency(releases, undefined, RULES);
  const answer = await ask(SECTIONS(`checks${argument} { code verdict reason expression }`), {
    reports: [report({ asOf })],
  });
  return (dataOf(answer) as Entities<{ checks: readonly Result[] }>)._entities[0]!.invented.checks;
}

const TOTAL = 'total-of-parts:members-disciplined:form';
const AT_MOST = 'part-of-whole:members-disciplined:gifts';

describe('given a section whose figures contradict each other', () => {
  it('when its checks are asked for, then they come in the order of the rules, and growth says nothing', async () => {
    expect(await checksOf([contradicting])).toEqual([
      { code: TOTAL, verdict: 'CONFLICT', reason: null, expression: '2 ≠ 2 + 1 = 3' },
      { code: AT_MOST, verdict: 'NOT_TESTABLE', reason: 'FIGURE_MISSING', expression: '2 ≤? ?' },
    ]);
  });

  it.each([
    ['one verdict', '(verdict: CONFLICT)', [TOTAL]],
    ['a list of one', '(verdict: [NOT_TESTABLE])', [AT_MOST]],
    ['two', '(verdict: [NOT_TESTABLE, CONFLICT])', [TOTAL, AT_MOST]],
    ['one that does not occur', '(verdict: HOLDS)', []],
    ['none', '(verdict: [])', []],
    ['null', '(verdict: null)', [TOTAL, AT_MOST]],
  ])('when %s is asked for, then there are only these', async (_what, argument, expected) => {
    expect((await checksOf([contradicting], { argument })).map(({ code }) => code)).toEqual(expected);
  });

  it('when all that a check has is asked for, then it explains itself', async () => {
    const { ask } = await givenAgency([contradicting], undefined, RULES);

    const answer = await ask(
      SECTIONS(`checks(verdict: CONFLICT) {
        kind severity organisation time unreached
        rule(locale: EN) source(locale: EN) expression(locale: EN)
        sides { text(locale: EN) interval { low high } }
        figures {
          agency indicator organisation time breakdown { dimension code }
          label(locale: EN) text(locale: EN) value unit unitMultiplier qualifier measure
          sources { document section }
        }
      }`),
      { reports: [report()] },
    );

    const place = { organisation: 'ha-tinh-khoi', time: '2024-Q1' };
    const told = {
      agency: 'invented',
      indicator: 'members-disciplined',
      ...place,
      unit: 'person',
      unitMultiplier: 0,
      qualifier: null,
      measure: null,
      sources: [{ document: 'bao-cao', section: 'A.I.3' }],
    };
    expect((dataOf(answer) as Entities<{ checks: unknown }>)._entities[0]?.invented.checks).toEqual([
      {
        kind: 'TOTAL_OF_PARTS',
        severity: 'ERROR',
        ...place,
        unreached: [],
        rule: expect.stringContaining('Members disciplined') as string,
        source: 'Definition of the indicator in the catalogue',
        expression: '2 ≠ 2 + 1 = 3',
        sides: [
          { text: '2 Party members', interval: { low: '2', high: '2' } },
          { text: '3 Party members', interval: { low: '3', high: '3' } },
        ],
        figures: [
          { ...told, breakdown: [], label: 'Members disciplined', text: '2', value: '2' },
          {
            ...told,
            breakdown: [{ dimension: 'form', code: 'reprimand' }],
            label: 'Members disciplined, reprimand',
            text: '2',
            value: '2',
          },
          {
            ...told,
            breakdown: [{ dimension: 'form', code: 'warning' }],
            label: 'Members disciplined, warning',
            text: '1',
            value: '1',
          },
        ],
      },
    ]);
  });
});

describe('given a growth whose base was published with an earlier period', () => {
  const GROWTH = 'growth';

  it('when the base explains it, then it holds', async () => {
    expect(await checksOf([growing('38', '52'), lastYear('25')])).toEqual([
      { code: AT_MOST, verdict: 'NOT_TESTABLE', reason: 'FIGURE_MISSING', expression: '38 ≤? ?' },
      { code: GROWTH, verdict: 'HOLDS', reason: null, expression: '38 = 25 × (100% + 52%)' },
    ]);
  });

  it.each([
    ['before the base was corrected', april(9), 'CONFLICT'],
    ['from its correction on', april(10), 'HOLDS'],
  ])('when it is judged %s, then the base is the one of that moment', async (_when, asOf, verdict) => {
    const corrected = lastYear('25', { number: 2, publishedAt: april(10) });

    const checks = await checksOf([growing('38', '52'), lastYear('24'), corrected], { asOf });

    expect(checks.find(({ code }) => code === GROWTH)?.verdict).toBe(verdict);
  });

  it('when the base that explained it is corrected away, then it still holds, with the base of then', async () => {
    const corrected = lastYear('24', { number: 2, publishedAt: april(10) });

    const checks = await checksOf([growing('38', '52'), lastYear('25'), corrected]);

    expect(checks.find(({ code }) => code === GROWTH)).toMatchObject({
      verdict: 'HOLDS',
      expression: '38 = 25 × (100% + 52%)',
    });
  });

  it('when the base is published after the moment of the report, then it is missing', async () => {
    const later = lastYear('25', { publishedAt: april(12) });

    const checks = await checksOf([growing('38', '52'), later], { asOf: april(11) });

    expect(checks.find(({ code }) => code === GROWTH)).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reason: 'BASE_MISSING',
    });
  });
});

describe('given a section of which no rule speaks', () => {
  it.each([
    ['nothing is published', []],
    [
      'nothing that a rule is about',
      [givenRelease({ observations: [givenObservation({ indicator: 'gifts', unit: 'gift' })] })],
    ],
    ['another period only', [lastYear('25')]],
  ])('when %s, then there are no checks', async (_what, releases) => {
    expect(await checksOf(releases)).toEqual([]);
  });
});

describe('given a section that is asked for checks more than once', () => {
  it('when they are judged, then what is held of its organisation and area is read once', async () => {
    let queries: string[] = [];
    const { ask } = await givenAgency(
      [contradicting],
      (store) => {
        const counting = countingQueries(store);
        queries = counting.queries;
        return counting.store;
      },
      RULES,
    );

    dataOf(
      await ask(SECTIONS('checks { code } conflicts: checks(verdict: CONFLICT) { code } facts'), {
        reports: [report()],
      }),
    );

    expect(queries.toSorted()).toEqual(['headers', 'newestOfAll', 'newestOfAll', 'newestOfLines of 2']);
  });
});

describe('given an agency that holds figures but cannot look up what it compares them with', () => {
  it('when its checks fail, then they alone are null, with an error where they stand', async () => {
    const { ask } = await givenAgency(
      [contradicting],
      (store) => ({ ...store, newestOfAll: () => Promise.reject(new Error('disk full')) }),
      RULES,
    );

    const answer = await ask(SECTIONS('submissions { state } checks { code }'), { reports: [report()] });

    expect(JSON.parse(JSON.stringify(answer.data))).toEqual({
      _entities: [
        { organisation: 'ha-tinh-khoi', invented: { submissions: [{ state: 'PUBLISHED' }], checks: null } },
      ],
    });
    expect(answer.errors?.map(({ path }) => path)).toEqual([['_entities', 0, 'invented', 'checks']]);
    expect(faultCodesOf(answer)).toEqual(['disk full']);
  });
});
