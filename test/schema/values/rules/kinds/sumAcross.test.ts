import { describe, expect, it } from 'vitest';

import { figure, rule, type FactBook, type Observation } from '../../../../../schema/values/index.ts';
import { givenScope, givenShownBook, judged, judgedOn, part, told } from '../../../../support/rules.ts';

const pupils = rule.sumAcross(figure('pupils'), [
  figure('prize-winners'),
  figure('members-disciplined', { agency: 'party-building' }),
]);

const across = (
  own: readonly Observation[],
  others: Readonly<Record<string, FactBook | null>>,
): readonly string[] => judged(pupils, givenScope(givenShownBook(own), others));

const ofParty = (...figures: readonly Observation[]) => ({ 'party-building': givenShownBook(figures) });

describe('given a total of figures of two agencies', () => {
  it.each<[string, string, readonly Observation[], readonly string[]]>([
    ['add up', '12', [told('members-disciplined', '5')], ['HOLDS 12 = 7 + 5']],
    ['do not add up', '13', [told('members-disciplined', '5')], ['CONFLICT 13 ≠ 7 + 5 = 12']],
    [
      'add up with a qualifier',
      '12',
      [told('members-disciplined', '6', { qualifier: 'NEARLY' })],
      ['WITHIN_ROUNDING 12 ≈ 7 + gần 6 = 13'],
    ],
    ['are not all told', '12', [], ['NOT_TESTABLE FIGURE_MISSING 12 ≟ 7 + ?']],
    [
      'follow two calendars',
      '12',
      [told('members-disciplined', '5', { calendar: 'ADMINISTRATIVE' })],
      ['NOT_TESTABLE CALENDARS_DIFFER 12 ≟ 7 + 5'],
    ],
    [
      'are told in another unit',
      '12',
      [told('members-disciplined', '5', { unit: 'person-time' })],
      ['NOT_TESTABLE UNITS_DIFFER 12 ≟ 7 + ?'],
    ],
    [
      'are told as a plan only',
      '12',
      [told('members-disciplined', '5', { setBy: 'tỉnh', stage: 'PLANNED' })],
      ['NOT_TESTABLE FIGURE_MISSING 12 ≟ 7 + ?'],
    ],
  ])('when they %s, then the rule says so', (_what, total, figures, expected) => {
    const own = [told('pupils', total), told('prize-winners', '7')];

    expect(across(own, ofParty(...figures))).toEqual(expected);
  });

  it('when the other agency was not reached, then that is the reason, before any other', () => {
    expect(across([told('pupils', '12')], { 'party-building': null })).toEqual([
      'NOT_TESTABLE AGENCY_NOT_REACHED 12 ≟ ? + ?',
    ]);
  });

  it('when the total is not told, then there is nothing to say, reached or not', () => {
    expect(across([told('prize-winners', '7')], { 'party-building': null })).toEqual([]);
  });
});

describe('given a total for each part of a dimension', () => {
  const each = { each: 'form' };
  const byForm = rule.sumAcross(figure('members-disciplined', each), [figure('prize-winners', each)]);

  it('when parts are told, then each is held against the same part of the others', () => {
    const figures = [
      part('form=warning', '3'),
      part('form=reprimand', '2'),
      part('form=warning', '3', { indicator: 'prize-winners' }),
      part('form=reprimand', '4', { indicator: 'prize-winners' }),
    ];

    expect(judgedOn(byForm, ...figures)).toEqual(['HOLDS 3 = 3', 'CONFLICT 2 ≠ 4']);
  });
});
