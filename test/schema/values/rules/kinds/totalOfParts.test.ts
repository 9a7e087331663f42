import { describe, expect, it } from 'vitest';

import { rule, type Observation } from '../../../../../schema/values/index.ts';
import { judgedOn, part, told } from '../../../../support/rules.ts';

const byForm = rule.totalOfParts('members-disciplined', 'form');
const byLevel = rule.totalOfParts('members-disciplined', 'level');
const byBoth = rule.totalOfParts('members-disciplined', ['form', 'level']);
const bySource = rule.totalOfParts('budget-revenue', 'source');

const total = (value: string | null, change = {}) => told('members-disciplined', value, change);
const revenue = (value: string, source?: string, change = {}) =>
  told('budget-revenue', value, {
    unitMultiplier: 9,
    ...(source ? { breakdown: { source } } : {}),
    ...change,
  });

describe('given a total and its parts', () => {
  it.each<[string, readonly Observation[], readonly string[]]>([
    [
      'add up',
      [total('39'), part('form=reprimand', '29'), part('form=warning', '10')],
      ['HOLDS 39 = 29 + 10'],
    ],
    [
      'are integers that do not add up',
      [total('14'), part('form=reprimand', '7'), part('form=warning', '5')],
      ['CONFLICT 14 ≠ 7 + 5 = 12'],
    ],
    [
      'are told in another order than the catalogue',
      [part('form=warning', '10'), part('form=reprimand', '29'), total('39')],
      ['HOLDS 39 = 29 + 10'],
    ],
    [
      'add up within their rounding only',
      [revenue('7.1'), revenue('3.2', 'domestic'), revenue('3.8', 'customs')],
      ['WITHIN_ROUNDING 7,1 tỷ ≈ 3,2 tỷ + 3,8 tỷ = 7 tỷ'],
    ],
    [
      'do not add up even within their rounding',
      [revenue('7.4'), revenue('3.2', 'domestic'), revenue('3.8', 'customs')],
      ['CONFLICT 7,4 tỷ ≠ 3,2 tỷ + 3,8 tỷ = 7 tỷ'],
    ],
    [
      'are printed with qualifiers',
      [
        revenue('7', undefined, { qualifier: 'OVER' }),
        revenue('3', 'domestic', { qualifier: 'OVER' }),
        revenue('4', 'customs'),
      ],
      ['HOLDS trên 7 tỷ = trên 3 tỷ + 4 tỷ'],
    ],
    [
      'have other multipliers',
      [revenue('2'), revenue('1500', 'domestic', { unitMultiplier: 6 }), revenue('0.5', 'customs')],
      ['HOLDS 2 tỷ = 1.500 triệu + 0,5 tỷ'],
    ],
    ['are one part alone', [total('3'), part('form=warning', '3')], ['HOLDS 3 = 3']],
    ['are told without a total', [part('form=warning', '3')], []],
    ['are a total alone', [total('3')], []],
    ['have no numbers', [total('3'), part('form=warning', null, { missing: 'WITHHELD' })], []],
  ])('when they %s, then the rule says so', (_what, figures, expected) => {
    expect(judgedOn([byForm, bySource], ...figures)).toEqual(expected);
  });
});

describe('given a total whose list of parts is open', () => {
  const open = (value: string) => total(value, { openDimensions: ['form'] });

  it.each([
    ['39', 'HOLDS 39 = 29 + 10'],
    ['40', 'NOT_TESTABLE PARTS_OPEN 40 ≟ 29 + 10 + …'],
    ['38', 'CONFLICT 38 ≠ 29 + 10 = 39'],
  ])('when the total is %s and the parts make 39, then it conflicts upwards only', (value, expected) => {
    const parts = [part('form=reprimand', '29'), part('form=warning', '10')];

    expect(judgedOn(byForm, open(value), ...parts)).toEqual([expected]);
  });

  it.each([
    ['39', 'NOT_TESTABLE FIGURE_MISSING 39 ≟ 29 + ?'],
    ['29', 'NOT_TESTABLE FIGURE_MISSING 29 ≟ 29 + ?'],
    ['28', 'CONFLICT 28 ≠ 29'],
  ])(
    'when the total is %s and one of its parts has no number, then it conflicts upwards only',
    (value, expected) => {
      const parts = [part('form=reprimand', '29'), part('form=warning', null, { missing: 'WITHHELD' })];

      expect(judgedOn(byForm, total(value), ...parts)).toEqual([expected]);
    },
  );

  it('when a part of a closed list does not apply, then it adds nothing', () => {
    const parts = [part('form=reprimand', '29'), part('form=warning', null, { missing: 'NOT_APPLICABLE' })];

    expect(judgedOn(byForm, total('39'), ...parts)).toEqual(['CONFLICT 39 ≠ 29']);
  });

  it('when the parts that are left out may be below zero, then there is no conflict', () => {
    const bothWays = rule.totalOfParts('members-disciplined', 'form', { partsMayBeNegative: true });

    expect(judgedOn(bothWays, open('105'), part('form=reprimand', '110'))).toEqual([
      'NOT_TESTABLE PARTS_OPEN 105 ≟ 110 + …',
    ]);
  });
});

describe('given parts by two dimensions', () => {
  const cells = [
    part('form=reprimand;level=grassroots', '20'),
    part('form=reprimand;level=province', '9'),
    part('form=warning;level=province', '10'),
  ];

  it('when they are told together, then the total is their sum by both', () => {
    expect(judgedOn(byBoth, total('39'), ...cells)).toEqual(['HOLDS 39 = 20 + 9 + 10']);
  });

  it('when a part by one dimension has parts by the other, then it is a total too', () => {
    expect(judgedOn([byForm, byLevel], part('form=reprimand', '30'), ...cells)).toEqual([
      'CONFLICT 30 ≠ 20 + 9 = 29',
    ]);
  });

  it('when a cell is told by codes below others only, then those stand for it', () => {
    const finer = [part('form=warning;level=branch', '4'), part('form=warning;level=group', '6')];

    expect(judgedOn(byBoth, total('39'), ...cells.slice(0, 2), ...finer)).toEqual([
      'HOLDS 39 = 20 + 9 + 4 + 6',
    ]);
  });

  it('when cells below a told one are told too, then they count only within it', () => {
    const finer = part('form=reprimand;level=branch', '4');

    expect(judgedOn(byBoth, total('39'), finer, ...cells)).toEqual(['HOLDS 39 = 20 + 9 + 10']);
  });
});

describe('given parts by two dimensions that lie across each other', () => {
  it('when their codes are each below one of the other, then they do not add up to anything', () => {
    const across = [
      part('form=reprimand;level=branch', '5'),
      part('form=private-reprimand;level=grassroots', '4'),
    ];

    expect(judgedOn(byBoth, total('9'), ...across)).toEqual([]);
  });
});

describe('given parts by two dimensions of which some are told by one alone', () => {
  const cell = part('form=warning;level=province', '10');

  it.each<[string, Observation, string]>([
    ['is not broken down further', part('form=reprimand', '29'), 'NOT_TESTABLE PARTS_OPEN 39 ≟ 10 + …'],
    ['is nothing', part('form=reprimand', '0'), 'CONFLICT 39 ≠ 10'],
    ['is broken down wholly', part('form=warning', '10'), 'CONFLICT 39 ≠ 10'],
    [
      'is broken down in an open list',
      part('form=warning', '12', { openDimensions: ['level'] }),
      'NOT_TESTABLE PARTS_OPEN 39 ≟ 10 + …',
    ],
    ['lies around one that is', part('level=province', '10'), 'CONFLICT 39 ≠ 10'],
  ])('when one %s, then the list of both is closed only if nothing is left out', (_what, alone, expected) => {
    expect(judgedOn(byBoth, total('39'), alone, cell)).toEqual([expected]);
  });
});

describe('given codes with parents', () => {
  it('when the parts of a code are told, then it is their sum, and they do not count for the whole', () => {
    const figures = [
      total('12'),
      part('level=grassroots', '7'),
      part('level=branch', '3'),
      part('level=group', '5'),
      part('level=province', '5'),
    ];

    expect(judgedOn(byLevel, ...figures)).toEqual(['HOLDS 12 = 7 + 5', 'CONFLICT 7 ≠ 3 + 5 = 8']);
  });

  it('when a code is not told, then the codes below it stand for it', () => {
    const figures = [
      total('13'),
      part('level=branch', '3'),
      part('level=group', '5'),
      part('level=province', '5'),
    ];

    expect(judgedOn(byLevel, ...figures)).toEqual(['HOLDS 13 = 3 + 5 + 5']);
  });
});
