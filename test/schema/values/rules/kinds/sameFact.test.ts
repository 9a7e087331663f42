import { describe, expect, it } from 'vitest';

import { figure, rule, type FactBook, type Observation } from '../../../../../schema/values/index.ts';
import { givenScope, givenShownBook, judged, judgedOn, told } from '../../../../support/rules.ts';

const one = figure('pupils');
const fact = rule.sameFact(one, figure('members-admitted', { agency: 'party-building' }));

const between = (own: readonly Observation[], other: FactBook | null): readonly string[] =>
  judged(fact, givenScope(givenShownBook(own), { 'party-building': other }));

describe('given one fact told by two agencies', () => {
  it.each<[string, Observation, Observation, string]>([
    ['the same', told('pupils', '94'), told('members-admitted', '94'), 'HOLDS 94 = 94'],
    ['two numbers', told('pupils', '94'), told('members-admitted', '93'), 'CONFLICT 94 ≠ 93'],
    [
      'one number in two precisions',
      told('pupils', '9402'),
      told('members-admitted', '9.4', { unitMultiplier: 3 }),
      'WITHIN_ROUNDING 9.402 ≈ 9,4 nghìn',
    ],
    [
      'two calendars',
      told('pupils', '94'),
      told('members-admitted', '94', { calendar: 'ADMINISTRATIVE' }),
      'NOT_TESTABLE CALENDARS_DIFFER 94 ≟ 94',
    ],
    [
      'the same administrative calendar',
      told('pupils', '94', { calendar: 'ADMINISTRATIVE' }),
      told('members-admitted', '94', { calendar: 'ADMINISTRATIVE' }),
      'HOLDS 94 = 94',
    ],
    [
      'another unit',
      told('pupils', '94'),
      told('members-admitted', '94', { unit: 'organisation' }),
      'NOT_TESTABLE UNITS_DIFFER 94 ≟ ?',
    ],
    [
      'another time',
      told('pupils', '94'),
      told('members-admitted', '94', { time: '2023' }),
      'NOT_TESTABLE FIGURE_MISSING 94 ≟ ?',
    ],
  ])('when they tell %s, then the rule says so', (_what, own, other, expected) => {
    expect(between([own], givenShownBook([other]))).toEqual([expected]);
  });

  it('when the other was not reached, then the rule cannot be told', () => {
    expect(between([told('pupils', '94')], null)).toEqual(['NOT_TESTABLE AGENCY_NOT_REACHED 94 ≟ ?']);
  });

  it('when the agency of the subject was not reached, then the rule says so once', () => {
    const reversed = rule.sameFact(figure('members-admitted', { agency: 'party-building' }), one);
    const scope = givenScope(givenShownBook([told('pupils', '94')]), { 'party-building': null });

    expect(judged(reversed, scope)).toEqual(['NOT_TESTABLE AGENCY_NOT_REACHED ? ≟ 94']);
  });

  it('when it is one figure after all, then there is nothing to compare', () => {
    expect(judgedOn(rule.sameFact(one, figure('pupils', { unit: 'person' })), told('pupils', '94'))).toEqual(
      [],
    );
  });
});
