import { describe, expect, it } from 'vitest';

import { rule, type Observation } from '../../../../../schema/values/index.ts';
import { givenComparison } from '../../../../support/given.ts';
import { judgedOn, told } from '../../../../support/rules.ts';

describe('given a figure that cannot be below zero', () => {
  it.each<[string, Observation, readonly string[]]>([
    ['39', told('pupils', '39'), ['HOLDS 0 ≤ 39']],
    ['0', told('pupils', '0'), ['HOLDS 0 ≤ 0']],
    ['-1', told('pupils', '-1'), ['CONFLICT 0 > -1']],
    ['gần 0', told('pupils', '0', { qualifier: 'NEARLY' }), ['HOLDS 0 ≤ gần 0']],
    ['trên 0', told('capital', '0', { qualifier: 'OVER' }), ['HOLDS 0 ≤ trên 0']],
    ['-0,3 tỷ', told('capital', '-0.3', { unitMultiplier: 9 }), ['CONFLICT 0 > -0,3 tỷ']],
    ['gần -10', told('pupils', '-10', { qualifier: 'NEARLY' }), ['CONFLICT 0 > gần -10']],
    // A decrease of at most 3 may be none at all.
    ['không quá -3', told('pupils', '-3', { qualifier: 'AT_MOST' }), ['WITHIN_ROUNDING 0 ≤ không quá -3']],
    [
      'a decrease',
      told('pupils', '39', { comparisons: [givenComparison({ value: '-5' })] }),
      ['HOLDS 0 ≤ 39'],
    ],
    ['a decrease alone', told('pupils', null, { comparisons: [givenComparison({ value: '-5' })] }), []],
    ['no value', told('pupils', null, { missing: 'WITHHELD' }), []],
  ])('when it is %s, then the rule says so', (_what, figure, expected) => {
    expect(judgedOn(rule.notBelowZero(), figure)).toEqual(expected);
  });

  it('when an indicator is excepted, then the rule does not speak of it', () => {
    const figures = [told('capital', '-1'), told('pupils', '-1')];

    expect(judgedOn(rule.notBelowZero(['capital']), ...figures)).toEqual(['CONFLICT 0 > -1']);
  });
});
