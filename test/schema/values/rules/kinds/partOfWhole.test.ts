import { describe, expect, it } from 'vitest';

import { evaluateRules, figure, rule, type Observation } from '../../../../../schema/values/index.ts';
import {
  earlier,
  givenScope,
  givenShownBook,
  judged,
  judgedOn,
  part,
  told,
} from '../../../../support/rules.ts';

const winners = rule.partOfWhole(figure('prize-winners'), figure('pupils'));

describe('given a part and its whole', () => {
  it.each<[string, readonly Observation[], readonly string[]]>([
    ['is less', [told('prize-winners', '76'), told('pupils', '100')], ['HOLDS 76 ≤ 100']],
    ['is the whole', [told('prize-winners', '100'), told('pupils', '100')], ['HOLDS 100 ≤ 100']],
    ['is more', [told('prize-winners', '101'), told('pupils', '100')], ['CONFLICT 101 > 100']],
    [
      'may be less with a qualifier',
      [told('prize-winners', '101', { qualifier: 'NEARLY' }), told('pupils', '100')],
      ['WITHIN_ROUNDING gần 101 ≤ 100'],
    ],
    [
      'may be less within the rounding',
      [told('prize-winners', '12', { unitMultiplier: 3 }), told('pupils', '11800')],
      ['WITHIN_ROUNDING 12 nghìn ≤ 11.800'],
    ],
    ['is told alone', [told('prize-winners', '76')], ['NOT_TESTABLE FIGURE_MISSING 76 ≤? ?']],
    [
      'has a whole of another unit',
      [told('prize-winners', '76'), told('pupils', '100', { unit: 'person-time' })],
      ['NOT_TESTABLE UNITS_DIFFER 76 ≤? ?'],
    ],
    [
      'has a whole of another calendar',
      [told('prize-winners', '76'), told('pupils', '100', { calendar: 'ADMINISTRATIVE' })],
      ['NOT_TESTABLE CALENDARS_DIFFER 76 ≤? 100'],
    ],
    [
      'has a whole of its own calendar beside another',
      [
        told('prize-winners', '76', { calendar: 'ADMINISTRATIVE' }),
        told('pupils', '70'),
        told('pupils', '100', { calendar: 'ADMINISTRATIVE' }),
      ],
      ['HOLDS 76 ≤ 100'],
    ],
    [
      'has a whole of which a plan is told in another unit',
      [told('prize-winners', '76'), told('pupils', '100', { unit: 'unit', setBy: 'tỉnh', stage: 'PLANNED' })],
      ['NOT_TESTABLE FIGURE_MISSING 76 ≤? ?'],
    ],
    ['is not told', [told('pupils', '100')], []],
    ['has no value', [told('prize-winners', null, { missing: 'NOT_COLLECTED' }), told('pupils', '100')], []],
    [
      'is a plan',
      [told('prize-winners', '200', { setBy: 'tỉnh', stage: 'PLANNED' }), told('pupils', '100')],
      [],
    ],
  ])('when the part %s, then the rule says so', (_what, figures, expected) => {
    expect(judgedOn(winners, ...figures)).toEqual(expected);
  });

  it('when the whole is told by another release, then it is looked up there', () => {
    const scope = givenScope(
      givenShownBook([told('prize-winners', '76')], [earlier('2024-S1', told('pupils', '50'))]),
    );

    expect(judged(winners, scope)).toEqual(['CONFLICT 76 > 50']);
  });

  it('when the whole is told without a number, then an older one does not stand for it', () => {
    const shown = [told('prize-winners', '76'), told('pupils', null, { missing: 'WITHHELD' })];
    const scope = givenScope(givenShownBook(shown, [earlier('2024-S1', told('pupils', '50'))]));

    expect(judged(winners, scope)).toEqual(['NOT_TESTABLE FIGURE_MISSING 76 ≤? ?']);
  });

  it('when the part is told by another release only, then the report does not speak of it', () => {
    const scope = givenScope(
      givenShownBook([told('pupils', '50')], [earlier('2024-S1', told('prize-winners', '76'))]),
    );

    expect(judged(winners, scope)).toEqual([]);
  });
});

describe('given a part that is told by its own parts only', () => {
  const disciplined = rule.partOfWhole(figure('members-disciplined'), figure('pupils'));
  const warned = (value: string, change = {}) => part('form=warning', value, change);

  it.each<[string, readonly Observation[], readonly string[]]>([
    ['one exceeds the whole', [warned('3900'), told('pupils', '100')], ['CONFLICT 3.900 > 100']],
    [
      'several are told',
      [warned('39'), part('level=branch', '101'), told('pupils', '100')],
      ['HOLDS 39 ≤ 100', 'CONFLICT 101 > 100'],
    ],
    [
      'it is told itself too',
      [warned('39'), told('members-disciplined', '40'), told('pupils', '100')],
      ['HOLDS 40 ≤ 100'],
    ],
    ['one is a plan', [warned('390', { setBy: 'tỉnh', stage: 'PLANNED' }), told('pupils', '100')], []],
    ['one has another unit', [warned('390', { unit: 'person-time' }), told('pupils', '100')], []],
    ['the whole is not told', [warned('39')], ['NOT_TESTABLE FIGURE_MISSING 39 ≤? ?']],
  ])('when %s, then each is at most the whole too', (_what, figures, expected) => {
    expect(judgedOn(disciplined, ...figures)).toEqual(expected);
  });
});

describe('given a part of the same figure of the area', () => {
  const ofArea = rule.partOfWhole(figure('pupils'), figure('pupils', { about: 'area' }));
  const around = (value: string) => told('pupils', value, { organisation: 'ha-tinh' });

  it.each([
    ['100', 'HOLDS 76 ≤ 100'],
    ['70', 'CONFLICT 76 > 70'],
  ])(
    'when the area has %s, then the organisation is held against it, and the area not against itself',
    (value, expected) => {
      expect(judgedOn(ofArea, told('pupils', '76'), around(value))).toEqual([expected]);
    },
  );

  it('when the report is the area its own, then there is nothing to compare', () => {
    const scope = { ...givenScope(givenShownBook([around('70')])), organisation: 'ha-tinh' };

    expect(judged(ofArea, scope)).toEqual([]);
  });

  it('when the area is told by its parts only, then it is not held against their sum either', () => {
    const summed = rule.partOfWhole(
      figure('members-disciplined', { sumOver: 'form' }),
      figure('members-disciplined', { about: 'area', sumOver: 'form' }),
    );
    const parts = [
      part('form=warning', '2', { organisation: 'ha-tinh' }),
      part('form=reprimand', '3', { organisation: 'ha-tinh' }),
    ];

    expect(judgedOn(summed, ...parts)).toEqual([]);
  });
});

describe('given a rule about the area', () => {
  const ofArea = rule.partOfWhole(figure('prize-winners', { about: 'area' }), figure('pupils'));

  it('when it is broken, then it is said to be about the area, in the report of the organisation', () => {
    const figures = [told('prize-winners', '9', { organisation: 'ha-tinh' }), told('pupils', '5')];
    const outcomes = evaluateRules([ofArea], givenScope(givenShownBook(figures)));

    expect(outcomes.map(({ organisation, finding }) => [organisation, finding.verdict])).toEqual([
      ['ha-tinh', 'CONFLICT'],
    ]);
  });
});

describe('given a rule for each part', () => {
  const each = { each: 'level' };
  const byLevel = rule.partOfWhole(figure('prize-winners', each), figure('pupils', each));
  const inLevel = (indicator: string, level: string, value: string) =>
    part(`level=${level}`, value, { indicator });

  it('when some are told, then each is held against its own whole, in the order of the report', () => {
    const figures = [
      inLevel('prize-winners', 'province', '3'),
      inLevel('prize-winners', 'branch', '2'),
      inLevel('pupils', 'branch', '1'),
      told('prize-winners', '99'),
    ];

    expect(judgedOn(byLevel, ...figures)).toEqual(['NOT_TESTABLE FIGURE_MISSING 3 ≤? ?', 'CONFLICT 2 > 1']);
  });

  it('when the whole has no parts, then each part is held against the one whole', () => {
    const ofAll = rule.partOfWhole(figure('prize-winners', each), figure('pupils'));

    expect(judgedOn(ofAll, inLevel('prize-winners', 'branch', '2'), told('pupils', '9'))).toEqual([
      'HOLDS 2 ≤ 9',
    ]);
  });
});
