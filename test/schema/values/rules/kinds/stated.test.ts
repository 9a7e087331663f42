import { describe, expect, it } from 'vitest';

import {
  evaluateRules,
  rule,
  type Comparison,
  type Observation,
} from '../../../../../schema/values/index.ts';
import { givenComparison, type Plain } from '../../../../support/given.ts';
import {
  earlier,
  givenScope,
  givenShownBook,
  judged,
  judgedOn,
  part,
  told,
} from '../../../../support/rules.ts';

const stated = rule.statedComparisons();

const grown = (change: Plain<Comparison>) => ({ comparisons: [givenComparison(change)] });
const lastYear = (value: string, change = {}) =>
  told('capital', value, { time: '2023-Q1', unitMultiplier: 9, ...change });
const capital = (value: string | null, change: Plain<Comparison>, figure = {}) =>
  told('capital', value, { unitMultiplier: 9, ...grown(change), ...figure });
const pupils = (value: string, change: Plain<Comparison>) => told('pupils', value, grown(change));

type Case = readonly [
  what: string,
  figure: Observation,
  held: readonly Observation[],
  expected: readonly string[],
];

describe('given a growth that a source states', () => {
  it.each<Case>([
    ['agrees', capital('20', { value: '25' }), [lastYear('16')], ['HOLDS 20 tỷ = 16 tỷ × (100% + 25%)']],
    [
      'agrees within rounding',
      capital('20179.5', { value: '20.29' }),
      [lastYear('16776')],
      ['WITHIN_ROUNDING 20.179,5 tỷ ≈ 16.776 tỷ × (100% + 20,29%) = 20.179,8504 tỷ'],
    ],
    [
      'is contradicted',
      capital('20', { value: '-26' }),
      [lastYear('16')],
      ['CONFLICT 20 tỷ ≠ 16 tỷ × (100% − 26%) = 11,84 tỷ'],
    ],
    [
      'is told in times',
      capital('24', { measure: 'TIMES', value: '2.4', unit: 'times' }),
      [lastYear('10')],
      ['HOLDS 24 tỷ = 10 tỷ × 2,4'],
    ],
    [
      'is told by what was added',
      capital('58', { measure: 'ABSOLUTE_CHANGE', value: '-2', unit: 'VND', unitMultiplier: 9 }),
      [lastYear('62')],
      ['CONFLICT 58 tỷ ≠ 62 tỷ − 2 tỷ = 60 tỷ'],
    ],
    [
      'is told by percentage points',
      told(
        'prize-rate',
        '3.01',
        grown({ measure: 'PERCENTAGE_POINTS', value: '-0.78', unit: 'percentage-point' }),
      ),
      [told('prize-rate', '3.79', { time: '2023-Q1' })],
      ['HOLDS 3,01% = 3,79% − 0,78'],
    ],
    [
      'has no base',
      capital('20', { value: '25' }),
      [],
      ['NOT_TESTABLE BASE_MISSING 20 tỷ ≟ ? × (100% + 25%)'],
    ],
    [
      'is that of a count without a base that some base explains',
      pupils('39', { value: '30' }),
      [],
      ['NOT_TESTABLE BASE_MISSING 39 ≟ ? × (100% + 30%)'],
    ],
    [
      'is that of a count without a base that none explains',
      pupils('38', { value: '15.5' }),
      [],
      ['CONFLICT 38 ≠ 33 × (100% + 15,5%) = 38,115'],
    ],
    [
      'is that of none without a base',
      pupils('0', { value: '0' }),
      [],
      ['NOT_TESTABLE BASE_MISSING 0 ≟ ? × (100% + 0%)'],
    ],
    ['is a decrease by more than all', capital('20', { value: '-120' }), [], ['CONFLICT -100% > -120%']],
    [
      'is a decrease by more than all, of what has no figure',
      capital(null, { value: '-120' }),
      [],
      ['CONFLICT -100% > -120%'],
    ],
    [
      'adds more than there is to a count',
      pupils('3', { measure: 'ABSOLUTE_CHANGE', value: '5', unit: 'person' }),
      [],
      ['CONFLICT 3 ≠ 0 + 5 = 5'],
    ],
    [
      'adds more than there is to a sum of money',
      capital('3', { measure: 'ABSOLUTE_CHANGE', value: '5', unit: 'VND', unitMultiplier: 9 }),
      [],
      ['CONFLICT 3 tỷ ≠ 0 + 5 tỷ = 5 tỷ'],
    ],
    [
      'adds all there is',
      pupils('3', { measure: 'ABSOLUTE_CHANGE', value: '3', unit: 'person' }),
      [],
      ['NOT_TESTABLE BASE_MISSING 3 ≟ ? + 3'],
    ],
    [
      'has a base of zero',
      capital('20', { value: '25' }),
      [lastYear('0')],
      ['NOT_TESTABLE BASE_ZERO 20 tỷ ≟ 0 tỷ × (100% + 25%)'],
    ],
    [
      'has a base of another calendar',
      capital('20', { value: '25' }),
      [lastYear('16', { calendar: 'ADMINISTRATIVE' })],
      ['NOT_TESTABLE CALENDARS_DIFFER 20 tỷ ≟ 16 tỷ × (100% + 25%)'],
    ],
    [
      'has a base in another unit',
      told('gifts', '20', grown({ value: '25' })),
      [told('gifts', '16', { time: '2023-Q1', unit: 'VND' })],
      ['NOT_TESTABLE UNITS_DIFFER 20 ≟ 16 × (100% + 25%)'],
    ],
    [
      'crosses a break in the series',
      capital('20', { value: '25' }, { seriesBreak: 'Cách tính mới' }),
      [lastYear('16')],
      ['NOT_TESTABLE BREAK_IN_SERIES 20 tỷ ≟ 16 tỷ × (100% + 25%)'],
    ],
    [
      'is told without the figure',
      capital(null, { value: '25' }),
      [lastYear('16')],
      ['NOT_TESTABLE FIGURE_MISSING ? ≟ ? × (100% + 25%)'],
    ],
    [
      'is a rank or a contribution',
      told('capital', '20', {
        comparisons: [
          givenComparison({ measure: 'RANK', value: '3', unit: 'rank' }),
          givenComparison({ measure: 'CONTRIBUTION', value: '3', unit: 'percentage-point' }),
        ],
      }),
      [lastYear('16')],
      [],
    ],
  ])('when it %s, then the rule says so', (_what, figure, held, expected) => {
    const scope = givenScope(givenShownBook([figure], [earlier('2023-Q1', ...held)]));

    expect(judged(stated, scope)).toEqual(expected);
  });

  it('when no whole base explains it, then the base is still among the figures, as not held', () => {
    const [outcome] = evaluateRules(stated, givenScope(givenShownBook([pupils('38', { value: '15.5' })])));

    expect(
      outcome!.figures.map(({ time, fact, comparison }) => [time, fact === null, comparison?.value]),
    ).toEqual([
      ['2024-Q1', false, undefined],
      ['2023-Q1', true, undefined],
      ['2024-Q1', false, '15.5'],
    ]);
  });
});

describe('given an attainment that a source states', () => {
  const attained = (value: string) =>
    grown({ against: 'PLAN', baseTime: null, measure: 'ATTAINMENT', value });
  const plan = (indicator: string, value: string, change = {}) =>
    told(indicator, value, { setBy: 'tỉnh', stage: 'PLANNED', ...change });

  it.each<readonly [string, readonly Observation[], readonly string[]]>([
    ['agrees', [told('capital', '9', attained('90')), plan('capital', '10')], ['HOLDS 9 = 10 × 90%']],
    [
      'agrees within rounding',
      [told('capital', '9', attained('91')), plan('capital', '10')],
      ['WITHIN_ROUNDING 9 ≈ 10 × 91% = 9,1'],
    ],
    [
      'is contradicted',
      [told('pupils', '9', attained('95')), plan('pupils', '10')],
      ['CONFLICT 9 ≠ 10 × 95% = 9,5'],
    ],
    [
      'is above 100 percent',
      [told('capital', '9', attained('150'))],
      ['NOT_TESTABLE BASE_MISSING 9 ≟ ? × 150%'],
    ],
    ['has no plan', [told('capital', '9', attained('90'))], ['NOT_TESTABLE BASE_MISSING 9 ≟ ? × 90%']],
    [
      'has no plan, and no whole one would do',
      [told('pupils', '9', attained('85'))],
      ['CONFLICT 9 ≠ 11 × 85% = 9,35'],
    ],
    [
      'has a plan of zero',
      [told('capital', '9', attained('90')), plan('capital', '0')],
      ['NOT_TESTABLE BASE_ZERO 9 ≟ 0 × 90%'],
    ],
    [
      'has a plan of another calendar',
      [told('capital', '9', attained('90')), plan('capital', '10', { calendar: 'ADMINISTRATIVE' })],
      ['NOT_TESTABLE CALENDARS_DIFFER 9 ≟ 10 × 90%'],
    ],
  ])('when it %s, then the rule says so', (_what, figures, expected) => {
    expect(judgedOn(stated, ...figures)).toEqual(expected);
  });
});

describe('given a share that a source states', () => {
  const shared = (value: string | null, share: string, change: Plain<Comparison> = {}) =>
    part(
      'form=warning',
      value,
      grown({ against: 'WHOLE', baseTime: null, measure: 'SHARE', value: share, ...change }),
    );
  const whole = (value: string, change = {}) => told('members-disciplined', value, change);

  it.each<readonly [string, readonly Observation[], readonly string[]]>([
    ['agrees', [whole('4'), shared('1', '25')], ['HOLDS 1 = 4 × 25%']],
    ['agrees within rounding', [whole('3'), shared('1', '33.3')], ['WITHIN_ROUNDING 1 ≈ 3 × 33,3% = 0,999']],
    ['is contradicted', [whole('4'), shared('1', '26')], ['CONFLICT 1 ≠ 4 × 26% = 1,04']],
    ['has no whole', [shared('1', '25')], ['NOT_TESTABLE BASE_MISSING 1 ≟ ? × 25%']],
    ['is above 100 percent', [whole('4'), shared('5', '125')], ['CONFLICT 125% > 100%']],
    ['has a whole of zero', [whole('0'), shared('0', '25')], ['NOT_TESTABLE BASE_ZERO 0 ≟ 0 × 25%']],
    [
      'is of a whole that is named in words',
      [whole('4'), shared('1', '50', { peer: 'toàn tỉnh' })],
      ['NOT_TESTABLE BASE_MISSING 1 ≟ ? × 50%'],
    ],
    [
      'is told without the figure',
      [whole('4'), shared(null, '25')],
      ['NOT_TESTABLE FIGURE_MISSING ? ≟ ? × 25%'],
    ],
  ])('when it %s, then the rule says so', (_what, figures, expected) => {
    expect(judgedOn(stated, ...figures)).toEqual(expected);
  });

  it('when its whole is not held, then what is looked for is the whole, not the part', () => {
    const [outcome] = evaluateRules(stated, givenScope(givenShownBook([shared('1', '25')])));

    expect(outcome!.figures.map(({ breakdown }) => breakdown)).toEqual([
      { form: 'warning' },
      {},
      { form: 'warning' },
    ]);
  });
});

describe('given an indicator that can be below zero', () => {
  const either = rule.statedComparisons({ mayBeNegative: ['capital'] });

  it.each<readonly [string, Observation, string]>([
    [
      'a decrease by more than all',
      capital('-4', { value: '-120' }),
      'NOT_TESTABLE BASE_MISSING -4 tỷ ≟ ? × (100% − 120%)',
    ],
    [
      'more than there is',
      capital('3', { measure: 'ABSOLUTE_CHANGE', value: '5', unit: 'VND', unitMultiplier: 9 }),
      'NOT_TESTABLE BASE_MISSING 3 tỷ ≟ ? + 5 tỷ',
    ],
    [
      'a share above 100 percent',
      capital(
        '5',
        { against: 'WHOLE', baseTime: null, measure: 'SHARE', value: '105' },
        { breakdown: { level: 'branch' } },
      ),
      'NOT_TESTABLE BASE_MISSING 5 tỷ ≟ ? × 105%',
    ],
  ])('when %s is stated, then its base may be below zero too', (_what, figure, expected) => {
    expect(judgedOn(either, figure)).toEqual([expected]);
  });
});
