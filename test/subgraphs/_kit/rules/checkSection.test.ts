import { describe, expect, it } from 'vitest';

import { figure, rule, type Observation, type Release, type Rule } from '../../../../schema/values/index.ts';
import { checkSection, withVerdict } from '../../../../subgraphs/_kit/rules/checkSection.ts';
import { createKnowledgeAt } from '../../../../subgraphs/_kit/reading/knowledge.ts';
import type { SectionSource } from '../../../../subgraphs/_kit/reading/sectionSource.ts';
import {
  asStoredBefore,
  givenComparison,
  givenObservation,
  givenRelease,
  type Plain,
} from '../../../support/given.ts';
import { april } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

type Figure = Plain<Observation>;

const rules: readonly Rule[] = [
  rule.totalOfParts('members-disciplined', 'form'),
  rule.partOfWhole(figure('members-disciplined'), figure('members-disciplined', { about: 'area' })),
  ...rule.statedComparisons(),
];

/** What the rules say of the section with some figures, where others are held; as "verdict: expression". */
async function checksOf(
  shown: readonly Figure[],
  held: readonly Figure[] = [],
  area: string | null = 'ha-tinh',
) {
  const release = givenRelease({
    agency: 'invented',
    publishedAt: april(3),
    observations: shown.map(givenObservation),
  });
  const others = held.map((one, index) =>
    givenRelease({
      agency: 'invented',
      organisation: one.organisation ?? 'ha-tinh-khoi',
      period: one.time ?? '2024-Q1',
      publishedAt: april(1 + index),
      observations: [givenObservation(one)],
    }),
  );
  const { reading } = await givenAgency([release, ...others]);
  const ofArea = others.filter(
    ({ organisation, period }) => organisation === 'ha-tinh' && period === '2024-Q1',
  );
  const source = {
    key: { organisation: 'ha-tinh-khoi', period: '2024-Q1', asOf: april(20), area },
    releases: [release, ...ofArea],
  } as unknown as SectionSource;
  return checkSection(rules, source, { ...reading, knowledgeAt: createKnowledgeAt(reading) });
}

const said = (results: Awaited<ReturnType<typeof checksOf>>) =>
  results.map((result) => `${result.verdict}: ${result.expression('EN')}`);

const grown = { value: '20', comparisons: [givenComparison({ value: '25' })] };

describe('given a base that was corrected after the section was published', () => {
  const ofLastYear = (value: string, number: number, day: number) =>
    givenRelease({
      agency: 'invented',
      period: '2023-Q1',
      number,
      publishedAt: april(day),
      observations: [givenObservation({ time: '2023-Q1', value })],
    });
  const ofThisYear = (day: number, number = 1) =>
    givenRelease({
      agency: 'invented',
      number,
      publishedAt: april(day),
      observations: [givenObservation({ value: '950', comparisons: [givenComparison({ value: '8.4' })] })],
    });
  const growthOf = async (shown: Release, ...others: readonly Release[]) => {
    const { reading } = await givenAgency(
      [...others, shown].sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1)),
    );
    const key = { organisation: 'ha-tinh-khoi', period: '2024-Q1', asOf: april(20), area: null };
    const source = { key, releases: [shown] } as unknown as SectionSource;
    const context = { ...reading, knowledgeAt: createKnowledgeAt(reading) };
    return said(await checkSection(rule.statedComparisons(), source, context));
  };

  it('when the growth fits the base as it then stood, then it agrees with that', async () => {
    expect(await growthOf(ofThisYear(3), ofLastYear('876', 1, 1), ofLastYear('900', 2, 9))).toEqual([
      'WITHIN_ROUNDING: 950 ≈ 876 × (100% + 8.4%) = 949.584',
    ]);
  });

  it('when the section was corrected since in something else, then it agrees all the same', async () => {
    expect(
      await growthOf(ofThisYear(12, 2), ofThisYear(3), ofLastYear('876', 1, 1), ofLastYear('900', 2, 9)),
    ).toEqual(['WITHIN_ROUNDING: 950 ≈ 876 × (100% + 8.4%) = 949.584']);
  });

  it('when it was first said after that, then it contradicts the base', async () => {
    expect(await growthOf(ofThisYear(12), ofLastYear('876', 1, 1), ofLastYear('900', 2, 9))).toEqual([
      'CONFLICT: 950 ≠ 900 × (100% + 8.4%) = 975.6',
    ]);
  });

  it('when it fits no base that ever stood, then it contradicts that of now', async () => {
    expect(await growthOf(ofThisYear(3), ofLastYear('910', 1, 1), ofLastYear('900', 2, 9))).toEqual([
      'CONFLICT: 950 ≠ 900 × (100% + 8.4%) = 975.6',
    ]);
  });

  it('when it fits the base of now, then it agrees with that', async () => {
    expect(await growthOf(ofThisYear(3), ofLastYear('900', 1, 1), ofLastYear('876', 2, 9))).toEqual([
      'WITHIN_ROUNDING: 950 ≈ 876 × (100% + 8.4%) = 949.584',
    ]);
  });

  it('when the base was taken out since, then it agrees with what it was', async () => {
    const empty = givenRelease({ ...ofLastYear('1', 2, 9), observations: [] });

    expect(await growthOf(ofThisYear(3), ofLastYear('876', 1, 1), empty)).toEqual([
      'WITHIN_ROUNDING: 950 ≈ 876 × (100% + 8.4%) = 949.584',
    ]);
  });
});

describe('given checks that are asked for many times in one request', () => {
  it('when they are, then they are judged once', async () => {
    const release = givenRelease({ agency: 'invented', observations: [givenObservation()] });
    const { reading } = await givenAgency([release]);
    const key = { organisation: 'ha-tinh-khoi', period: '2024-Q1', asOf: april(20), area: null };
    const context = { ...reading, knowledgeAt: createKnowledgeAt(reading) };
    let judged = 0;
    const counted: readonly Rule[] = new Proxy([rule.notBelowZero()], {
      get: (target, name, receiver) => {
        if (name === 'flatMap') judged += 1;
        return Reflect.get(target, name, receiver) as unknown;
      },
    });

    const source = () => ({ key, releases: [release] }) as unknown as SectionSource;
    const results = await Promise.all([1, 2, 3].map(() => checkSection(counted, source(), context)));

    expect([judged, results.map((one) => one.length)]).toEqual([1, [1, 1, 1]]);
  });
});

describe('given a section and the rules of its agency', () => {
  it('when its figures agree or not, then each rule says so, in the order of the rules', async () => {
    const results = await checksOf([{ value: '39' }, { value: '29', breakdown: { form: 'reprimand' } }]);

    expect(said(results)).toEqual(['CONFLICT: 39 ≠ 29', 'NOT_TESTABLE: 39 ≤? ?']);
  });

  it('when a base lies in a release that the report does not show, then it is found there', async () => {
    const results = await checksOf([grown], [{ time: '2023-Q1', value: '16' }]);

    expect(said(results)).toEqual(['NOT_TESTABLE: 20 ≤? ?', 'HOLDS: 20 = 16 × (100% + 25%)']);
  });

  it('when the area has its own figure, then the organisation is held against it', async () => {
    const results = await checksOf([{ value: '39' }], [{ organisation: 'ha-tinh', value: '30' }]);

    expect(said(results)).toEqual(['CONFLICT: 39 > 30']);
  });

  it('when the organisation has no area, then it is its own', async () => {
    expect(said(await checksOf([{ value: '39' }], [], null))).toEqual([]);
  });

  it('when its release is from before there were calendars and breaks, then it is judged as ever', async () => {
    const old = [{ value: '3' }, { value: '3', breakdown: { form: 'warning' } }].map((one) =>
      asStoredBefore(givenObservation(one)),
    );

    expect(said(await checksOf(old))[0]).toBe('HOLDS: 3 = 3');
  });

  it('when only some verdicts are asked for, then only those are told', async () => {
    const results = await checksOf([{ value: '39' }, { value: '29', breakdown: { form: 'reprimand' } }]);

    expect(said(withVerdict(results, ['CONFLICT']))).toEqual(['CONFLICT: 39 ≠ 29']);
    expect(withVerdict(results, [])).toEqual([]);
    expect([withVerdict(results, null), withVerdict(results, undefined)]).toEqual([results, results]);
  });
});
