import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  compareDecimals,
  intervalOf,
  intervalsMeet,
  QUALIFIERS,
  type Interval,
  type PrintedFigure,
  type Qualifier,
} from '../../../schema/values/index.ts';
import { anyDecimal } from '../../support/arbitraries.ts';
import { decimal } from '../../support/parsed.ts';

const counted = (value: string, qualifier: Qualifier | null = null): PrintedFigure => ({
  value: decimal(value),
  unitMultiplier: 0,
  qualifier,
  unitKind: 'COUNT',
});
const measured = (value: string, qualifier: Qualifier | null = null, unitMultiplier = 0): PrintedFigure => ({
  value: decimal(value),
  unitMultiplier,
  qualifier,
  unitKind: 'MEASURE',
});

/** In the notation of schoolbooks: `[7.05; 7.15]`, `(100; 105]`, `[5; ∞)`. */
function written({ low, high, lowIncluded, highIncluded }: Interval): string {
  return `${lowIncluded ? '[' : '('}${low ?? '-∞'}; ${high ?? '∞'}${highIncluded ? ']' : ')'}`;
}

describe('given a figure without a qualifier', () => {
  it.each([
    ['39 người', counted('39'), '[39; 39]'],
    ['950 doanh nghiệp', counted('950'), '[950; 950]'],
    ['0 vụ', counted('0'), '[0; 0]'],
    ['7,1 tỷ đồng', measured('7.1', null, 9), '[7.05; 7.15]'],
    ['1.853,40 tỷ đồng', measured('1853.40', null, 9), '[1853.395; 1853.405]'],
    ['1.636 tỷ đồng', measured('1636', null, 9), '[1635.5; 1636.5]'],
    ['5,23 %', measured('5.23'), '[5.225; 5.235]'],
    ['giảm 0,78 điểm phần trăm', measured('-0.78'), '[-0.785; -0.775]'],
    ['12 nghìn người', { ...counted('12'), unitMultiplier: 3 }, '[11.5; 12.5]'],
    ['a count with decimals, 2,5 người', counted('2.5'), '[2.45; 2.55]'],
    ['giảm 5 người', counted('-5'), '[-5; -5]'],
    ['0 đồng', measured('0'), '[-0.5; 0.5]'],
  ])('when "%s" is printed, then it means %s', (_text, figure, expected) => {
    const interval = intervalOf(figure);

    expect(written(interval)).toBe(expected);
  });
});

describe('given a figure with a qualifier', () => {
  it.each([
    ['gần 1.636 tỷ', measured('1636', 'NEARLY', 9), '[1554.20; 1636)'],
    ['gần 230 doanh nghiệp', counted('230', 'NEARLY'), '[218.50; 230)'],
    ['trên 100 người', counted('100', 'OVER'), '(100; 105.00]'],
    ['hơn 7,1 tỷ', measured('7.1', 'OVER', 9), '(7.1; 7.455]'],
    ['khoảng 200 người', counted('200', 'ABOUT'), '[190.00; 210.00]'],
    ['ít nhất 5 người', counted('5', 'AT_LEAST'), '[5; ∞)'],
    ['không quá 5 người', counted('5', 'AT_MOST'), '(-∞; 5]'],
    ['gần 0 %', measured('0', 'NEARLY'), '(-∞; ∞)'],
    ['khoảng 0,0 %', measured('0.0', 'ABOUT'), '(-∞; ∞)'],
    ['trên 0 người', counted('0', 'OVER'), '(0; ∞)'],
    ['giảm gần 10 %', measured('-10', 'NEARLY'), '(-10; -9.50]'],
    ['giảm trên 10 %', measured('-10', 'OVER'), '[-10.50; -10)'],
    ['giảm khoảng 10 %', measured('-10', 'ABOUT'), '[-10.50; -9.50]'],
  ])('when "%s" is printed, then it means %s', (_text, figure, expected) => {
    const interval = intervalOf(figure);

    expect(written(interval)).toBe(expected);
  });

  it('when any figure is printed, then its number lies within the interval or at its edge', () => {
    const anyFigure = fc.record<PrintedFigure>({
      value: anyDecimal,
      unitMultiplier: fc.constantFrom(0, 3, 6, 9),
      qualifier: fc.constantFrom(null, ...QUALIFIERS),
      unitKind: fc.constantFrom('COUNT', 'MEASURE'),
    });

    fc.assert(
      fc.property(anyFigure, (figure) => {
        const { low, high } = intervalOf(figure);

        expect(low === null || compareDecimals(low, figure.value) <= 0).toBe(true);
        expect(high === null || compareDecimals(figure.value, high) <= 0).toBe(true);
      }),
    );
  });
});

describe('given two printed figures', () => {
  it.each([
    ['equal counts', counted('39'), counted('39'), true],
    ['different counts', counted('39'), counted('40'), false],
    ['7,1 and 7,12', measured('7.1'), measured('7.12'), true],
    ['7,1 and 7,2, which share an edge', measured('7.1'), measured('7.2'), true],
    ['7,1 and 7,3', measured('7.1'), measured('7.3'), false],
    ['gần 100 and 100', counted('100', 'NEARLY'), counted('100'), false],
    ['gần 100 and 99', counted('100', 'NEARLY'), counted('99'), true],
    ['trên 100 and 100', counted('100', 'OVER'), counted('100'), false],
    ['trên 100 and gần 100', counted('100', 'OVER'), counted('100', 'NEARLY'), false],
    ['ít nhất 5 and 1000', counted('5', 'AT_LEAST'), counted('1000'), true],
    ['ít nhất 5 and 4', counted('5', 'AT_LEAST'), counted('4'), false],
    ['không quá 5 and ít nhất 5', counted('5', 'AT_MOST'), counted('5', 'AT_LEAST'), true],
  ])(
    'when they are %s, then whether one value fits both is told from either side',
    (_what, a, b, expected) => {
      const meet = [intervalsMeet(intervalOf(a), intervalOf(b)), intervalsMeet(intervalOf(b), intervalOf(a))];

      expect(meet).toEqual([expected, expected]);
    },
  );
});
