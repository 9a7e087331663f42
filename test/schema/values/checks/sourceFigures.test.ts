import { describe, expect, it } from 'vitest';

import {
  attainmentOf,
  averageOf,
  growthBetween,
  growthOfQuotient,
  partOfWhole,
  shareOf,
  structureSumsTo100,
  totalOfParts,
  weightedTotal,
  type Operand,
} from '../../../../schema/values/index.ts';
import { counted, measured } from './printed.ts';

const counts = (...values: string[]) => values.map((value) => counted(value));
const billions = (...values: string[]) => values.map((value) => measured(value, null, 9));
const millions = (...values: string[]) => values.map((value) => measured(value, null, 6));
const percents = (...values: string[]) => values.map((value) => measured(value));

describe('given totals of the three documents', () => {
  it.each<[string, Operand, Operand[], string]>([
    ['discipline by content', counted('39'), counts('7', '23', '1', '6'), 'CONFLICT'],
    ['discipline by form', counted('39'), counts('29', '3', '7'), 'HOLDS'],
    ['transfers', counted('579'), counts('342', '197', '40'), 'HOLDS'],
    ['budget of 2020', measured('12832', null, 9), billions('4814', '8018'), 'HOLDS'],
    ['budget of 2020 in trillions', measured('12.832', null, 12), billions('4814', '8018'), 'HOLDS'],
    ['budget, a digit less', measured('12831', null, 9), billions('4814', '8018'), 'WITHIN_ROUNDING'],
    ['budget, three less', measured('12830', null, 9), billions('4814', '8018'), 'CONFLICT'],
    ['violations', measured('49924', null, 6), millions('12053', '37871'), 'HOLDS'],
    ['whole parts beneath a total', counted('14'), counts('7', '5'), 'CONFLICT'],
  ])('when the parts of "%s" are added, then the total is judged', (_what, total, parts, verdict) => {
    expect(totalOfParts(total, parts)).toMatchObject({ verdict, reason: null });
  });

  it('when 11 commissions of 5 and 55 of 3 are added, then they have 220 members', () => {
    const parts = [
      { count: counted('11'), weight: counted('5') },
      { count: counted('55'), weight: counted('3') },
    ];

    expect(weightedTotal(counted('220'), parts).verdict).toBe('HOLDS');
    expect(weightedTotal(counted('221'), parts).verdict).toBe('CONFLICT');
  });

  it.each([
    ['as printed', percents('15.82', '41.95', '42.23'), 'HOLDS'],
    ['with a last digit changed', percents('15.82', '41.95', '42.24'), 'WITHIN_ROUNDING'],
    ['with two units changed', percents('15.82', '41.95', '42.25'), 'CONFLICT'],
  ])('when the structure of GRDP is added %s, then it is judged against 100', (_how, shares, verdict) => {
    expect(structureSumsTo100(shares).verdict).toBe(verdict);
  });
});

describe('given the budget of the first quarter of 2024, whose list of sources is open', () => {
  const [domestic, total] = [measured('1853.40', null, 9), measured('4342.14', null, 9)];

  it('when the domestic part is compared with the total, then it is a part and the rest cannot be told', () => {
    expect(partOfWhole(domestic, total).verdict).toBe('HOLDS');
    expect(partOfWhole(total, domestic).verdict).toBe('CONFLICT');
    expect(totalOfParts(total, [domestic], 'OPEN')).toMatchObject({ reason: 'PARTS_OPEN' });
  });

  it.each([
    ['42.68', 'WITHIN_ROUNDING'],
    ['42.7', 'WITHIN_ROUNDING'],
    ['42.69', 'CONFLICT'],
    ['42.6', 'CONFLICT'],
  ])('when its share is printed as %s percent, then the verdict is %s', (share, verdict) => {
    expect(shareOf(measured(share), domestic, total).verdict).toBe(verdict);
  });
});

describe('given the new enterprises of the first quarter of 2024', () => {
  const capital = measured('1636', 'NEARLY', 9);
  const percentGrowth = { measure: 'PERCENT_CHANGE', change: measured('116.95') } as const;
  const timesGrowth = { measure: 'TIMES', change: measured('2.4') } as const;

  it('when 7,1 tỷ is multiplied with gần 230, then it can be gần 1.636 tỷ', () => {
    const finding = averageOf(measured('7.1', null, 9), capital, counted('230', 'NEARLY'));

    expect(finding.verdict).toBe('WITHIN_ROUNDING');
  });

  it('when the number were exactly 240, then it can not', () => {
    expect(averageOf(measured('7.1', null, 9), capital, counted('240')).verdict).toBe('CONFLICT');
  });

  it('when a growth has no base, then it cannot be told', () => {
    expect(growthBetween(capital, null, percentGrowth)).toMatchObject({ reason: 'BASE_MISSING' });
  });

  it.each([
    ['-9.6', 'WITHIN_ROUNDING'],
    ['10', 'CONFLICT'],
  ])(
    'when the number changed by %s percent, then 116,95 percent against 2,4 times is judged as %s',
    (change, verdict) => {
      const count = { measure: 'PERCENT_CHANGE', change: measured(change) } as const;

      expect(growthOfQuotient({ total: percentGrowth, count, average: timesGrowth }).verdict).toBe(verdict);
    },
  );

  it('when a plan of 39 is attained by 13, then 33,3 % is within rounding', () => {
    expect(attainmentOf(measured('33.3'), counted('13'), counted('39')).verdict).toBe('WITHIN_ROUNDING');
  });
});
