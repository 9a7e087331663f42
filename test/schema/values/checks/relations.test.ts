import { describe, expect, it } from 'vitest';

import {
  atMost,
  attainmentOf,
  averageOf,
  countGrowthPossible,
  equal,
  growthBetween,
  notBelowZero,
  sameFact,
  shareOf,
  stockFlow,
  sumAcross,
  totalOfParts,
  type Finding,
} from '../../../../schema/values/index.ts';
import { counted, measured, written } from './printed.ts';

const percentChange = (value: string) => ({ measure: 'PERCENT_CHANGE', change: measured(value) }) as const;
const times = (value: string) => ({ measure: 'TIMES', change: measured(value) }) as const;
const sides = (finding: Finding) => finding.sides?.map(({ point, interval }) => [point, written(interval)]);

describe('given two figures', () => {
  it.each([
    ['equal counts', counted('39'), counted('39'), 'HOLDS'],
    ['gần 100 and gần 100', counted('100', 'NEARLY'), counted('100', 'NEARLY'), 'HOLDS'],
    ['gần 100 and 100', counted('100', 'NEARLY'), counted('100'), 'CONFLICT'],
    ['gần 100 and 99', counted('100', 'NEARLY'), counted('99'), 'WITHIN_ROUNDING'],
    ['7,1 and 7,10', measured('7.1'), measured('7.10'), 'HOLDS'],
    ['7,1 and 7,12', measured('7.1'), measured('7.12'), 'WITHIN_ROUNDING'],
    ['a count and a measure without a whole number', counted('100', 'NEARLY'), measured('97.6'), 'CONFLICT'],
  ])('when they are %s, then they are judged as one fact', (_what, a, b, verdict) => {
    expect(sameFact(a, b).verdict).toBe(verdict);
  });

  it.each([
    ['5 <= 5', counted('5'), counted('5'), 'HOLDS'],
    ['6 <= 5', counted('6'), counted('5'), 'CONFLICT'],
    ['7,12 <= 7,1', measured('7.12'), measured('7.1'), 'WITHIN_ROUNDING'],
    ['trên 100 <= 100', counted('100', 'OVER'), counted('100'), 'CONFLICT'],
    ['100 <= gần 100', counted('100'), measured('100', 'NEARLY'), 'CONFLICT'],
    ['ít nhất 5 <= 4', counted('5', 'AT_LEAST'), counted('4'), 'CONFLICT'],
    ['không quá 5 <= 4', counted('5', 'AT_MOST'), counted('4'), 'WITHIN_ROUNDING'],
  ])('when the check is %s, then it is judged', (_what, a, b, verdict) => {
    expect(atMost(a, b).verdict).toBe(verdict);
  });

  it('when they conflict, then both sides are there with what they can mean', () => {
    expect(sides(equal(counted('39'), measured('7.1')))).toEqual([
      ['39', '[39; 39]'],
      ['7.1', '[7.05; 7.15]'],
    ]);
  });

  it.each([
    ['0', 'HOLDS'],
    ['-1', 'CONFLICT'],
  ])('when %s must not be below zero, then the verdict is %s', (value, verdict) => {
    expect(notBelowZero(counted(value)).verdict).toBe(verdict);
  });
});

describe('given a total and its parts', () => {
  it.each([
    ['less', '5', 'NOT_TESTABLE'],
    ['all', '12', 'HOLDS'],
    ['more', '13', 'CONFLICT'],
  ])('when an open list makes %s of the total, then it can only conflict upwards', (_what, part, verdict) => {
    expect(totalOfParts(counted('12'), [counted(part)], 'OPEN').verdict).toBe(verdict);
  });

  it.each([
    ['5', 'NOT_TESTABLE'],
    ['12', 'HOLDS'],
    ['13', 'NOT_TESTABLE'],
  ])(
    'when an open list that makes %s may lack parts below zero, then it cannot conflict',
    (part, verdict) => {
      expect(totalOfParts(counted('12'), [counted(part)], 'OPEN_TO_ANY_SIGN').verdict).toBe(verdict);
    },
  );

  it('when there are no parts, then the figures are missing', () => {
    expect(totalOfParts(counted('12'), []).reason).toBe('FIGURE_MISSING');
    expect(sumAcross(counted('12'), []).reason).toBe('FIGURE_MISSING');
  });

  it.each([
    ['8246', 'HOLDS'],
    ['8247', 'CONFLICT'],
  ])('when 8.000 grew by 300 and 46 and lost 100, then a stock of %s is judged', (stock, verdict) => {
    const finding = stockFlow(
      counted(stock),
      counted('8000'),
      [counted('300'), counted('46')],
      [counted('100')],
    );

    expect(finding.verdict).toBe(verdict);
  });
});

describe('given a growth', () => {
  it.each([
    ['percent', counted('150'), counted('100'), percentChange('50'), 'HOLDS'],
    ['percent, rounded', counted('4'), counted('3'), percentChange('33.3'), 'WITHIN_ROUNDING'],
    ['percent, wrong', counted('4'), counted('3'), percentChange('33.4'), 'CONFLICT'],
    ['a decrease', counted('50'), counted('100'), percentChange('-50'), 'HOLDS'],
    ['times', counted('24'), counted('10'), times('2.4'), 'HOLDS'],
    [
      'absolute',
      counted('24'),
      counted('10'),
      { measure: 'ABSOLUTE_CHANGE', change: counted('14') } as const,
      'HOLDS',
    ],
    [
      'percentage points',
      measured('3.79'),
      measured('4.57'),
      { measure: 'PERCENTAGE_POINTS', change: measured('-0.78') } as const,
      'HOLDS',
    ],
    ['a base of zero', counted('24'), counted('0'), percentChange('100'), 'NOT_TESTABLE'],
  ] as const)(
    'when it is told in %s, then figure and base are judged',
    (_what, figure, base, growth, verdict) => {
      expect(growthBetween(figure, base, growth).verdict).toBe(verdict);
    },
  );

  it.each([
    ['4', '33.3', true],
    ['4', '33.4', false],
    ['5', '150', true],
    ['5', '140', false],
    ['1', '-66.67', true],
    ['0', '-100', true],
    ['0', '0', true],
    ['0', '-50', true],
    ['5', '-100', true],
    ['5', '-101', false],
    ['3', '300', false],
    ['950', '4.27', false],
    ['951', '4.27', false],
    ['952', '4.27', true],
  ])('when the count %s changed by %s percent, then a whole base exists: %s', (count, change, possible) => {
    expect(countGrowthPossible(counted(count), percentChange(change))).toBe(possible);
  });

  it.each([
    ['5', 'CONFLICT'],
    ['3', 'NOT_TESTABLE'],
    ['-5', 'NOT_TESTABLE'],
  ])(
    'when %s were added to a count that is 3 now, then it was not less than none before: %s',
    (change, verdict) => {
      const growth = { measure: 'ABSOLUTE_CHANGE', change: counted(change) } as const;

      expect(growthBetween(counted('3'), null, growth).verdict).toBe(verdict);
    },
  );

  it('when a count can have no whole base, then the nearest one shows the conflict', () => {
    const finding = growthBetween(counted('5'), null, percentChange('140'));

    expect(finding.verdict).toBe('CONFLICT');
    expect(sides(finding)).toEqual([
      ['5', '[5; 5]'],
      ['4.80', '[4.790; 4.810]'],
    ]);
  });
});

describe('given a share, an attainment or an average', () => {
  it.each([
    ['a share of a whole of zero', shareOf(measured('5'), counted('0'), counted('0')), 'BASE_ZERO'],
    ['an attainment of a plan of zero', attainmentOf(measured('5'), counted('1'), counted('0')), 'BASE_ZERO'],
    ['an attainment without a plan', attainmentOf(measured('50'), counted('1'), null), 'BASE_MISSING'],
    ['an average without a count', averageOf(measured('2.5'), counted('5'), null), 'BASE_MISSING'],
    ['an average of nothing without a count', averageOf(measured('2.5'), counted('0'), null), 'BASE_MISSING'],
    ['an attainment of nothing', attainmentOf(measured('50'), counted('0'), null), 'BASE_MISSING'],
    ['a share of money without its whole', shareOf(measured('5'), measured('1'), null), 'BASE_MISSING'],
  ])('when it is %s, then it cannot be told and says why', (_what, finding, reason) => {
    expect(finding).toMatchObject({ verdict: 'NOT_TESTABLE', reason });
  });

  it('when a plan of không quá 5 may be none, then attaining nothing is no conflict', () => {
    const finding = attainmentOf(measured('50'), counted('0'), counted('5', 'AT_MOST'));

    expect(finding.verdict).toBe('WITHIN_ROUNDING');
  });

  it('when the share of a count is above 100 percent, then it is a conflict whatever the whole', () => {
    expect(shareOf(measured('120'), counted('6'), null).verdict).toBe('CONFLICT');
    expect(shareOf(measured('120'), counted('6'), counted('5')).verdict).toBe('CONFLICT');
    expect(attainmentOf(measured('120'), counted('6'), counted('5')).verdict).toBe('HOLDS');
  });

  it('when 3 units have 2,5 each, then a total of 7,5 holds', () => {
    expect(averageOf(measured('2.5'), measured('7.5'), counted('3')).verdict).toBe('HOLDS');
  });

  it.each([
    ['1 of a whole plan is 40,0 %', attainmentOf(measured('40.0'), counted('1'), null)],
    ['7 among a whole number of units is 5,00 each', averageOf(measured('5.00'), counted('7'), null)],
    [
      '20,00 among ít nhất 3 units is 6,00 each',
      averageOf(measured('6.00'), measured('20.00'), counted('3', 'AT_LEAST')),
    ],
  ])('when %s, then only a fraction would do and it is a conflict', (_what, finding) => {
    expect(finding.verdict).toBe('CONFLICT');
  });
});
