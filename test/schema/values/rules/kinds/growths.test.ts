import { describe, expect, it } from 'vitest';

import {
  evaluateRules,
  figure,
  rule,
  type Comparison,
  type Observation,
} from '../../../../../schema/values/index.ts';
import { givenComparison, type Plain } from '../../../../support/given.ts';
import { givenScope, givenShownBook, judgedOn, part, told } from '../../../../support/rules.ts';

const growth = (value: string, change: Plain<Comparison> = {}) => givenComparison({ value, ...change });
const times = (value: string): Comparison => growth(value, { measure: 'TIMES', unit: 'times' });

describe('given the growths of a total, its count and its average', () => {
  const quotient = rule.growthOfQuotient(figure('capital'), figure('enterprises'), figure('average-capital'));
  const grown = (indicator: string, comparison: Comparison, change = {}) =>
    told(indicator, null, { comparisons: [comparison], ...change });
  const count = grown('enterprises', growth('-10'));
  const average = grown('average-capital', times('2.4'));

  it.each<readonly [string, readonly Observation[], readonly string[]]>([
    ['agree', [grown('capital', growth('116')), count, average], ['HOLDS 100% + 116% = (100% − 10%) × 2,4']],
    [
      'agree within rounding',
      [grown('capital', growth('116.95')), count, average],
      ['WITHIN_ROUNDING 100% + 116,95% = 216,95% ≈ (100% − 10%) × 2,4 = 216%'],
    ],
    [
      'contradict each other',
      [grown('capital', growth('17')), count, average],
      ['CONFLICT 100% + 17% = 117% ≠ (100% − 10%) × 2,4 = 216%'],
    ],
    [
      'are told in times',
      [grown('capital', times('3')), count, average],
      ['CONFLICT 3 ≠ (100% − 10%) × 2,4 = 2,16'],
    ],
    [
      'are not all told',
      [grown('capital', growth('116')), average],
      ['NOT_TESTABLE FIGURE_MISSING 100% + 116% ≟ (100% + ?) × 2,4'],
    ],
    [
      'start from other bases',
      [grown('capital', growth('116', { against: 'PREVIOUS_PERIOD', baseTime: '2023-Q4' })), count, average],
      ['NOT_TESTABLE FIGURE_MISSING 100% + 116% ≟ (100% + ?) × (100% + ?)'],
    ],
    [
      'are those on two plans',
      [
        grown('capital', growth('116', { against: 'PLAN', baseTime: null, setBy: 'tỉnh' })),
        grown('enterprises', growth('-10', { against: 'PLAN', baseTime: null, setBy: 'Trung ương' })),
        average,
      ],
      ['NOT_TESTABLE FIGURE_MISSING 100% + 116% ≟ (100% + ?) × (100% + ?)'],
    ],
    [
      'follow two calendars',
      [grown('capital', growth('116'), { calendar: 'ADMINISTRATIVE' }), count, average],
      ['NOT_TESTABLE CALENDARS_DIFFER 100% + 116% ≟ (100% − 10%) × 2,4'],
    ],
    ['are told without that of the total', [count, average], []],
    [
      'are those of a plan and of a part',
      [
        grown('capital', growth('17'), { setBy: 'tỉnh', stage: 'PLANNED' }),
        grown('capital', growth('17'), { breakdown: { source: 'domestic' } }),
        count,
        average,
      ],
      [],
    ],
  ])('when they %s, then the rule says so', (_what, figures, expected) => {
    expect(judgedOn(quotient, ...figures)).toEqual(expected);
  });
});

describe('given the growth of a total and of its parts', () => {
  const within = rule.growthWithinParts('budget-revenue', 'source');
  const grown = (source: string | null, comparison: Comparison | null, change = {}) => {
    const told_ = { comparisons: comparison ? [comparison] : [], ...change };
    return source === null
      ? told('budget-revenue', null, told_)
      : part(`source=${source}`, null, { indicator: 'budget-revenue', ...told_ });
  };
  const parts = [grown('domestic', growth('3.76')), grown('customs', growth('-0.43'))];

  it.each<readonly [string, readonly Observation[], readonly string[]]>([
    ['lies between', [grown(null, growth('0.53')), ...parts], ['HOLDS 0,53% ≤ 3,76%']],
    ['is the greatest', [grown(null, growth('3.76')), ...parts], ['HOLDS 3,76% ≤ 3,76%']],
    ['lies above', [grown(null, growth('3.79')), ...parts], ['CONFLICT 3,79% > 3,76%']],
    ['lies below', [grown(null, growth('-0.45')), ...parts], ['CONFLICT -0,43% > -0,45%']],
    ['is above but for rounding', [grown(null, growth('3.8')), ...parts], ['WITHIN_ROUNDING 3,8% ≤ 3,76%']],
    [
      'is below but for rounding',
      [grown(null, growth('-0.44')), ...parts],
      ['WITHIN_ROUNDING -0,43% ≤ -0,44%'],
    ],
    [
      'is below the least printed, but another may be less',
      [grown(null, growth('-3')), grown('domestic', growth('1', { qualifier: 'AT_MOST' })), parts[1]!],
      ['WITHIN_ROUNDING không quá 1% ≤ -3%'],
    ],
    [
      'has an open list of parts',
      [grown(null, growth('9'), { openDimensions: ['source'] }), ...parts],
      ['NOT_TESTABLE PARTS_OPEN 9% ≤? 3,76%'],
    ],
    [
      'has a part without a growth',
      [grown(null, growth('9')), ...parts, grown('fees', null)],
      ['NOT_TESTABLE PARTS_OPEN 9% ≤? 3,76%'],
    ],
    [
      'follows another calendar',
      [grown(null, growth('0.53'), { calendar: 'ADMINISTRATIVE' }), ...parts],
      ['NOT_TESTABLE CALENDARS_DIFFER 0,53% ≤? 3,76%'],
    ],
    ['is told in times', [grown(null, times('1.02')), ...parts], ['HOLDS 1,02 ≤ 100% + 3,76%']],
    [
      'is told in times and lies above',
      [grown(null, times('1.05')), ...parts],
      ['CONFLICT 1,05 > 100% + 3,76% = 1,0376'],
    ],
    ['has one part only', [grown(null, growth('9')), parts[0]!], []],
    [
      'starts from another base',
      [grown(null, growth('9', { against: 'PREVIOUS_PERIOD', baseTime: '2023-Q4' })), ...parts],
      [],
    ],
    ['is not told', [grown(null, null), ...parts], []],
  ])('when it %s, then the rule says so', (_what, figures, expected) => {
    expect(judgedOn(within, ...figures)).toEqual(expected);
  });

  describe('given parts that may be below zero', () => {
    const either = rule.growthWithinParts('budget-revenue', 'source', { partsMayBeNegative: true });
    const total = grown(null, growth('16.7'), { value: '105' });
    const ten = (value: string | null) => grown('domestic', growth('10'), { value });
    const half = (value: string | null) => grown('customs', growth('-50'), { value });

    it.each<readonly [string, readonly Observation[], readonly string[]]>([
      ['one is', [ten('110'), half('-5')], ['NOT_TESTABLE BASE_MISSING 16,7% ≤? 10%']],
      ['none is told', [ten(null), half(null)], ['NOT_TESTABLE BASE_MISSING 16,7% ≤? 10%']],
      ['none is', [ten('110'), half('5')], ['CONFLICT 16,7% > 10%']],
    ])('when %s, then a growth outside of theirs is a conflict only without', (_what, some, expected) => {
      expect(judgedOn(either, total, ...some)).toEqual(expected);
    });
  });

  it('when it is judged, then its figures are the total and then all parts', () => {
    const [outcome] = evaluateRules(
      [within],
      givenScope(givenShownBook([...parts, grown(null, growth('9'))])),
    );

    expect(outcome!.figures.map(({ comparison }) => comparison?.value)).toEqual(['9', '3.76', '-0.43']);
  });
});
