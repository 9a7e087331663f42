import { describe, expect, it } from 'vitest';

import { operandOf, type Qualifier, type UnitKind } from '../../../../schema/values/index.ts';
import { decimal } from '../../../support/parsed.ts';
import { written } from './printed.ts';

const read = (value: string, unitMultiplier: number, qualifier: Qualifier | null, kind: UnitKind) => {
  const { point, interval, whole } = operandOf({ value: decimal(value), unitMultiplier, qualifier }, kind);
  return `${point} in ${written(interval)}${whole ? ' whole' : ''}`;
};

describe('given a printed figure', () => {
  it.each([
    ['7,1 tỷ', '7.1', 9, null, 'MEASURE', '7100000000 in [7050000000; 7150000000]'],
    ['4.814 tỷ', '4814', 9, null, 'MEASURE', '4814000000000 in [4813500000000; 4814500000000]'],
    ['39 người', '39', 0, null, 'COUNT', '39 in [39; 39] whole'],
    ['12 nghìn người', '12', 3, null, 'COUNT', '12000 in [11500; 12500] whole'],
    ['2,5 nghìn người', '2.5', 3, null, 'COUNT', '2500 in [2450; 2550] whole'],
    ['2,5 người', '2.5', 0, null, 'COUNT', '2.5 in [2.45; 2.55]'],
    ['gần 230 doanh nghiệp', '230', 0, 'NEARLY', 'COUNT', '230 in [219; 229] whole'],
    ['trên 100 người', '100', 0, 'OVER', 'COUNT', '100 in [101; 105] whole'],
    ['gần 10 người', '10', 0, 'NEARLY', 'COUNT', '10 in [9; 9] whole'],
    ['hơn 10 người', '10', 0, 'OVER', 'COUNT', '10 in [11; 11] whole'],
    ['khoảng 11 người', '11', 0, 'ABOUT', 'COUNT', '11 in [11; 11] whole'],
    ['giảm gần 10 người', '-10', 0, 'NEARLY', 'COUNT', '-10 in [-9; -9] whole'],
    ['gần 0 %', '0', 0, 'NEARLY', 'MEASURE', '0 in (-∞; ∞)'],
    ['trên 0 %', '0', 0, 'OVER', 'MEASURE', '0 in (0; ∞)'],
    ['trên 0 người', '0', 0, 'OVER', 'COUNT', '0 in [1; ∞) whole'],
    ['ít nhất 5 người', '5', 0, 'AT_LEAST', 'COUNT', '5 in [5; ∞) whole'],
    ['không quá 5 người', '5', 0, 'AT_MOST', 'COUNT', '5 in (-∞; 5] whole'],
  ] as const)(
    'when "%s" is read, then it stands for all of its readings',
    (_text, value, places, word, kind, is) => {
      expect(read(value, places, word, kind)).toBe(is);
    },
  );

  it('when it has no value, then there is no operand', () => {
    expect(operandOf({ value: null, unitMultiplier: 0, qualifier: null }, 'COUNT')).toBeNull();
  });
});
