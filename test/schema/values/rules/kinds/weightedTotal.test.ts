import { describe, expect, it } from 'vitest';

import { figure, rule, type Observation } from '../../../../../schema/values/index.ts';
import { judgedOn, told } from '../../../../support/rules.ts';

const members = rule.weightedTotal(figure('commission-members'), 'commissions', 'size', {
  five: '5',
  three: '3',
});

const elected = (value: string, change = {}) => told('commission-members', value, change);
const commissions = (value: string | null, size?: string, change = {}) =>
  told('commissions', value, { ...(size ? { breakdown: { size } } : {}), ...change });

describe('given members of commissions of five and of three', () => {
  it.each<[string, readonly Observation[], readonly string[]]>([
    [
      'are as many as the commissions have',
      [elected('220'), commissions('66'), commissions('11', 'five'), commissions('55', 'three')],
      ['HOLDS 220 = 11 × 5 + 55 × 3'],
    ],
    [
      'are another number',
      [elected('221'), commissions('66'), commissions('11', 'five'), commissions('55', 'three')],
      ['CONFLICT 221 ≠ 11 × 5 + 55 × 3 = 220'],
    ],
    [
      'are told with a qualifier',
      [
        elected('230', { qualifier: 'NEARLY' }),
        commissions('66'),
        commissions('11', 'five'),
        commissions('55', 'three'),
      ],
      ['WITHIN_ROUNDING gần 230 ≈ 11 × 5 + 55 × 3 = 220'],
    ],
    [
      'have a list of commissions that is open',
      [
        elected('230'),
        commissions('68', undefined, { openDimensions: ['size'] }),
        commissions('11', 'five'),
        commissions('55', 'three'),
      ],
      ['NOT_TESTABLE PARTS_OPEN 230 ≟ 11 × 5 + 55 × 3 + …'],
    ],
    [
      'are fewer than those of an open list already',
      [
        elected('200'),
        commissions('68', undefined, { openDimensions: ['size'] }),
        commissions('11', 'five'),
        commissions('55', 'three'),
      ],
      ['CONFLICT 200 ≠ 11 × 5 + 55 × 3 = 220'],
    ],
    [
      'have commissions of one size only, and no total that closes the list',
      [elected('60'), commissions('11', 'five')],
      ['NOT_TESTABLE PARTS_OPEN 60 ≟ 11 × 5 + …'],
    ],
    [
      'have commissions of every size that there is, without a total',
      [elected('60'), commissions('9', 'five'), commissions('5', 'three')],
      ['HOLDS 60 = 9 × 5 + 5 × 3'],
    ],
    [
      'have commissions of a size without a number',
      [
        elected('60'),
        commissions('12'),
        commissions('11', 'five'),
        commissions(null, 'three', { missing: 'WITHHELD' }),
      ],
      ['NOT_TESTABLE FIGURE_MISSING 60 ≟ 11 × 5 + ? × 3'],
    ],
    [
      'have no commissions by size',
      [elected('60'), commissions('12')],
      ['NOT_TESTABLE FIGURE_MISSING 60 ≟ ?'],
    ],
    [
      'are counted in another calendar',
      [elected('55', { calendar: 'ADMINISTRATIVE' }), commissions('11'), commissions('11', 'five')],
      ['NOT_TESTABLE CALENDARS_DIFFER 55 ≟ 11 × 5'],
    ],
    ['are not told', [commissions('66'), commissions('11', 'five')], []],
  ])('when they %s, then the rule says so', (_what, figures, expected) => {
    expect(judgedOn(members, ...figures)).toEqual(expected);
  });

  it('when a size has no weight, then its members may make the difference', () => {
    const ofFive = rule.weightedTotal(figure('commission-members'), 'commissions', 'size', { five: '5' });
    const figures = [elected('58'), commissions('12'), commissions('11', 'five'), commissions('1', 'three')];

    expect(judgedOn(ofFive, ...figures)).toEqual(['NOT_TESTABLE PARTS_OPEN 58 ≟ 11 × 5 + …']);
  });
});
