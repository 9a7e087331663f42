import { describe, expect, it } from 'vitest';

import { figure, rule, type Observation } from '../../../../../schema/values/index.ts';
import { givenScope, givenShownBook, judged, judgedOn, told } from '../../../../support/rules.ts';

type Case = readonly [what: string, figures: readonly Observation[], expected: readonly string[]];

const average = rule.average(figure('average-capital'), figure('capital'), figure('enterprises'));
const capital = (value: string, change = {}) => told('capital', value, { unitMultiplier: 9, ...change });
const mean = (value: string, change = {}) => told('average-capital', value, { unitMultiplier: 9, ...change });
const enterprises = (value: string, change = {}) => told('enterprises', value, change);
const administrative = { calendar: 'ADMINISTRATIVE' } as const;

describe('given an average, its total and its count', () => {
  it.each<Case>([
    ['agree', [capital('1633'), mean('7.1'), enterprises('230')], ['HOLDS 1.633 tỷ = 230 × 7,1 tỷ']],
    [
      'agree within rounding and qualifiers',
      [capital('1636', { qualifier: 'NEARLY' }), mean('7.1'), enterprises('230', { qualifier: 'NEARLY' })],
      ['WITHIN_ROUNDING gần 1.636 tỷ ≈ gần 230 × 7,1 tỷ = 1.633 tỷ'],
    ],
    [
      'contradict each other',
      [capital('1700'), mean('7.1'), enterprises('230')],
      ['CONFLICT 1.700 tỷ ≠ 230 × 7,1 tỷ = 1.633 tỷ'],
    ],
    [
      'have a count of zero',
      [capital('1700'), mean('7.1'), enterprises('0')],
      ['NOT_TESTABLE BASE_ZERO 1.700 tỷ ≟ 0 × 7,1 tỷ'],
    ],
    ['have no count', [capital('1633'), mean('7.1')], ['NOT_TESTABLE BASE_MISSING 1.633 tỷ ≟ ? × 7,1 tỷ']],
    [
      'have no count, and none would do',
      [capital('10'), mean('7.1')],
      ['CONFLICT 10 tỷ ≠ 1 × 7,1 tỷ = 7,1 tỷ'],
    ],
    ['have no total', [mean('7.1'), enterprises('230')], ['NOT_TESTABLE FIGURE_MISSING ? ≟ 230 × 7,1 tỷ']],
    ['have neither', [mean('7.1')], ['NOT_TESTABLE FIGURE_MISSING ? ≟ ? × 7,1 tỷ']],
    [
      'follow two calendars',
      [capital('1633', administrative), mean('7.1'), enterprises('230')],
      ['NOT_TESTABLE CALENDARS_DIFFER 1.633 tỷ ≟ 230 × 7,1 tỷ'],
    ],
    [
      'follow two calendars and have no count',
      [capital('10', administrative), mean('7.1')],
      ['NOT_TESTABLE CALENDARS_DIFFER 10 tỷ ≟ ? × 7,1 tỷ'],
    ],
    [
      'have a count in another unit',
      [capital('1633'), mean('7.1'), enterprises('230', { unit: 'project' })],
      ['NOT_TESTABLE UNITS_DIFFER 1.633 tỷ ≟ ? × 7,1 tỷ'],
    ],
    ['are told without the average', [capital('1633'), enterprises('230')], []],
  ])('when they %s, then the rule says so', (_what, figures, expected) => {
    expect(judgedOn(average, ...figures)).toEqual(expected);
  });

  it('when what is divided by is measured, not counted, then without it nothing is contradicted', () => {
    const yields = rule.average(figure('yield'), figure('harvest'), figure('fields'));

    expect(judgedOn(yields, told('harvest', '10'), told('yield', '7.1'))).toEqual([
      'NOT_TESTABLE BASE_MISSING 10 ≟ ? × 7,1',
    ]);
  });
});

describe('given a rate in percent, its part and its whole', () => {
  const rate = rule.rate(figure('prize-rate'), figure('prize-winners'), figure('pupils'));
  const percent = (value: string, change = {}) => told('prize-rate', value, change);

  it.each<Case>([
    ['agree', [percent('76'), told('prize-winners', '76'), told('pupils', '100')], ['HOLDS 76 = 100 × 76%']],
    [
      'agree within rounding',
      [percent('33.3'), told('prize-winners', '1'), told('pupils', '3')],
      ['WITHIN_ROUNDING 1 ≈ 3 × 33,3% = 0,999'],
    ],
    [
      'contradict each other',
      [percent('33.4'), told('prize-winners', '1'), told('pupils', '3')],
      ['CONFLICT 1 ≠ 3 × 33,4% = 1,002'],
    ],
    [
      'have a whole of zero',
      [percent('0'), told('prize-winners', '0'), told('pupils', '0')],
      ['NOT_TESTABLE BASE_ZERO 0 ≟ 0 × 0%'],
    ],
    ['have no whole', [percent('50'), told('prize-winners', '1')], ['NOT_TESTABLE BASE_MISSING 1 ≟ ? × 50%']],
    [
      'have no whole, and none would do',
      [percent('70'), told('prize-winners', '1')],
      ['CONFLICT 1 ≠ 1 × 70% = 0,7'],
    ],
    [
      'are above 100 percent',
      [percent('120'), told('prize-winners', '6'), told('pupils', '5')],
      ['CONFLICT 120% > 100%'],
    ],
    ['have no part', [percent('70'), told('pupils', '3')], ['NOT_TESTABLE FIGURE_MISSING ? ≟ 3 × 70%']],
  ])('when they %s, then the rule says so', (_what, figures, expected) => {
    expect(judgedOn(rate, ...figures)).toEqual(expected);
  });

  it('when the agency of the whole was not reached, then the rule cannot be told', () => {
    const foreign = rule.rate(
      figure('prize-rate'),
      figure('prize-winners'),
      figure('pupils', { agency: 'party-building' }),
    );
    const scope = givenScope(givenShownBook([percent('70'), told('prize-winners', '1')]), {
      'party-building': null,
    });

    expect(judged(foreign, scope)).toEqual(['NOT_TESTABLE AGENCY_NOT_REACHED 1 ≟ ? × 70%']);
  });
});
