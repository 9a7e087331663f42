import { operandOf, type Interval, type Operand, type Qualifier } from '../../../../schema/values/index.ts';
import { decimal } from '../../../support/parsed.ts';

/** A printed count: 39 người, gần 230 doanh nghiệp. */
export const counted = (value: string, qualifier: Qualifier | null = null, unitMultiplier = 0): Operand =>
  operandOf({ value: decimal(value), unitMultiplier, qualifier }, 'COUNT');

/** A printed measure: 7,1 tỷ đồng is `measured('7.1', null, 9)`; 5,23 % is `measured('5.23')`. */
export const measured = (value: string, qualifier: Qualifier | null = null, unitMultiplier = 0): Operand =>
  operandOf({ value: decimal(value), unitMultiplier, qualifier }, 'MEASURE');

/** In the notation of schoolbooks: `[7.05; 7.15]`, `(100; 105]`, `[5; ∞)`. */
export function written({ low, high, lowIncluded, highIncluded }: Interval): string {
  return `${lowIncluded ? '[' : '('}${low ?? '-∞'}; ${high ?? '∞'}${highIncluded ? ']' : ')'}`;
}
