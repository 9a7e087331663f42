import { describe, expect, it } from 'vitest';

import { figure, rule, type Observation } from '../../../../../schema/values/index.ts';
import {
  earlier,
  givenScope,
  givenShownBook,
  judged,
  judgedOn,
  part,
  told,
} from '../../../../support/rules.ts';

describe('given a sum of parts that stands for a total', () => {
  const disciplined = rule.partOfWhole(figure('members-disciplined', { sumOver: 'level' }), figure('pupils'));
  const whole = rule.partOfWhole(figure('pupils'), figure('members-disciplined', { sumOver: 'level' }));
  const two = [part('level=grassroots', '3'), part('level=province', '9')];

  it.each<[string, readonly Observation[], readonly string[]]>([
    ['the total is not told', [...two, told('pupils', '66')], ['HOLDS 3 + 9 ≤ 66']],
    ['the sum is too great', [...two, told('pupils', '11')], ['CONFLICT 3 + 9 = 12 > 11']],
    [
      'the total is told',
      [told('members-disciplined', '12'), ...two, told('pupils', '66')],
      ['HOLDS 12 ≤ 66'],
    ],
    [
      'the total is told without a value',
      [told('members-disciplined', null), ...two, told('pupils', '66')],
      ['HOLDS 3 + 9 ≤ 66'],
    ],
    [
      'a part has no number',
      [part('level=grassroots', '3'), part('level=province', null), told('pupils', '66')],
      ['NOT_TESTABLE FIGURE_MISSING 3 + ? ≤? 66'],
    ],
    [
      'a part has no number and the others exceed the whole already',
      [part('level=grassroots', '3'), part('level=province', null), told('pupils', '2')],
      ['CONFLICT 3 > 2'],
    ],
    [
      'a part does not apply',
      [
        part('level=grassroots', '3'),
        part('level=province', null, { missing: 'NOT_APPLICABLE' }),
        told('pupils', '66'),
      ],
      ['HOLDS 3 ≤ 66'],
    ],
    [
      'further parts of another dimension are told',
      [...two, part('form=warning', '67'), told('pupils', '66')],
      ['HOLDS 3 + 9 ≤ 66', 'CONFLICT 67 > 66'],
    ],
    [
      'the parts are of two dimensions',
      [part('level=branch;form=warning', '3'), told('pupils', '66')],
      ['HOLDS 3 ≤ 66'],
    ],
  ])('when %s, then the part is judged so', (_what, figures, expected) => {
    expect(judgedOn(disciplined, ...figures)).toEqual(expected);
  });

  it.each<[string, readonly Observation[], readonly string[]]>([
    ['every code is told', [...two, told('pupils', '13')], ['CONFLICT 13 > 3 + 9 = 12']],
    [
      'a code is left out',
      [part('level=province', '9'), told('pupils', '13')],
      ['NOT_TESTABLE PARTS_OPEN 13 ≤? 9 + …'],
    ],
    [
      'a code is left out but those told suffice',
      [part('level=province', '9'), told('pupils', '8')],
      ['HOLDS 8 ≤ 9'],
    ],
    [
      'the total closes the list',
      [told('members-disciplined', null), part('level=province', '9'), told('pupils', '13')],
      ['CONFLICT 13 > 9'],
    ],
    [
      'the total opens the list',
      [told('members-disciplined', null, { openDimensions: ['level'] }), ...two, told('pupils', '13')],
      ['NOT_TESTABLE PARTS_OPEN 13 ≤? 3 + 9 + …'],
    ],
    [
      'a part is told in another unit',
      [
        told('members-disciplined', null),
        part('level=grassroots', '3'),
        part('level=province', '9', { unit: 'person-time' }),
        told('pupils', '13'),
      ],
      ['NOT_TESTABLE PARTS_OPEN 13 ≤? 3 + …'],
    ],
    [
      'a part has no number',
      [part('level=grassroots', '3'), part('level=province', null), told('pupils', '13')],
      ['NOT_TESTABLE FIGURE_MISSING 13 ≤? 3 + ?'],
    ],
  ])(
    'when it is the whole and %s, then it is a conflict only if the list is complete',
    (_what, figures, expected) => {
      expect(judgedOn(whole, ...figures)).toEqual(expected);
    },
  );

  it('when the total follows one calendar and a part another, then the total is judged once', () => {
    const figures = [
      told('members-disciplined', '12'),
      part('level=grassroots', '3', { calendar: 'ADMINISTRATIVE' }),
      told('pupils', '66'),
    ];

    expect(judgedOn(disciplined, ...figures)).toEqual(['HOLDS 12 ≤ 66']);
  });

  it('when the report shows the parts and another release tells the total, then the report does not speak of it', () => {
    const total = earlier('2024-S1', told('members-disciplined', '99'));
    const scope = givenScope(givenShownBook([...two, told('pupils', '66')], [total]));

    expect(judged(disciplined, scope)).toEqual([]);
  });
});
