import { addDecimals, divideDecimals, multiplyDecimals, negateDecimal, type Decimal } from '../decimal.ts';

// What our own figures say of a comparison. All take absolute terms (value × 10^multiplier) and round half to even
// once, at the asked number of decimals.

const HUNDRED = '100' as Decimal;

/** How much more than the base, in percent of it; `null` where the base is zero. Of a figure to itself: zero. */
export function percentChange(value: Decimal, base: Decimal, scale: number): Decimal | null {
  return percentageOf(absoluteChange(value, base), base, scale);
}

/** How much more than the base, exactly; of two percentages, in percentage points. Of a figure to itself: zero. */
export function absoluteChange(value: Decimal, base: Decimal): Decimal {
  return addDecimals(value, negateDecimal(base));
}

/** How many times the base; `null` where the base is zero. */
export function timesOf(value: Decimal, base: Decimal, scale: number): Decimal | null {
  return divideDecimals(value, base, scale);
}

/** The figure in percent of its whole or plan: share and attainment. `null` where that is zero. */
export function percentageOf(value: Decimal, base: Decimal, scale: number): Decimal | null {
  return divideDecimals(multiplyDecimals(value, HUNDRED), base, scale);
}
