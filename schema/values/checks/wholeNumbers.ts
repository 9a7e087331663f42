import { decimalFromParts, decimalParts, type Decimal } from '../decimal.ts';
import type { Interval } from '../interval.ts';

/** Whole numbers from `low` to `high`, both meant; `null` is open to infinity, `low` above `high` is none. */
export interface WholeRange {
  readonly low: bigint | null;
  readonly high: bigint | null;
}

/** The whole numbers within an interval. */
export function wholeNumbersIn({ low, high, lowIncluded, highIncluded }: Interval): WholeRange {
  return {
    low: low === null ? null : lowIncluded ? ceiling(low) : floor(low) + 1n,
    high: high === null ? null : highIncluded ? floor(high) : ceiling(high) - 1n,
  };
}

/** Whether there is no number in the range. */
export function isEmptyRange({ low, high }: WholeRange): boolean {
  return low !== null && high !== null && low > high;
}

/** The range as a closed interval. */
export function rangeInterval({ low, high }: WholeRange): Interval {
  return {
    low: low === null ? null : wholeDecimal(low),
    high: high === null ? null : wholeDecimal(high),
    lowIncluded: low !== null,
    highIncluded: high !== null,
  };
}

/** The least interval with whole ends around an interval, whose excluded ends stay excluded. */
export function wholeNumbersAround({ low, high, lowIncluded, highIncluded }: Interval): WholeRange {
  return {
    low: low === null ? null : lowIncluded ? floor(low) : floor(low) + 1n,
    high: high === null ? null : highIncluded ? ceiling(high) : ceiling(high) - 1n,
  };
}

/**
 * Whether a whole number n of the range, one or more, makes n × factor a value of the product.
 * It is decided without dividing: n × factor meets the product where both n × low <= high and n × high >= low.
 */
export function wholeFactorExists(product: Interval, factor: Interval, range: WholeRange): boolean {
  const fromOne: WholeRange = {
    low: range.low === null || range.low < 1n ? 1n : range.low,
    high: range.high,
  };
  const strictBelow = !(factor.lowIncluded && product.highIncluded);
  const strictAbove = !(factor.highIncluded && product.lowIncluded);
  const notAbove = restricted(fromOne, factor.low, product.high, strictBelow, 1n);
  return !isEmptyRange(restricted(notAbove, factor.high, product.low, strictAbove, -1n));
}

/** The numbers n of the range with `sign × c × n <= sign × d`, or `<` where strict; an open end restricts nothing. */
function restricted(
  range: WholeRange,
  c: Decimal | null,
  d: Decimal | null,
  strict: boolean,
  sign: 1n | -1n,
) {
  if (c === null || d === null) return range;
  const places = Math.max(decimalParts(c).scale, decimalParts(d).scale);
  const factor = sign * digitsAt(c, places);
  const limit = sign * digitsAt(d, places);
  if (factor === 0n) return limit > 0n || (limit === 0n && !strict) ? range : NOTHING;
  if (factor > 0n) {
    const most = strict ? -floorOf(-limit, factor) - 1n : floorOf(limit, factor);
    return { low: range.low, high: range.high === null || most < range.high ? most : range.high };
  }
  const least = strict ? floorOf(-limit, -factor) + 1n : -floorOf(limit, -factor);
  return { low: range.low === null || least > range.low ? least : range.low, high: range.high };
}

const NOTHING: WholeRange = { low: 1n, high: 0n };

function digitsAt(value: Decimal, places: number): bigint {
  const { digits, scale } = decimalParts(value);
  return digits * 10n ** BigInt(places - scale);
}

function floor(value: Decimal): bigint {
  const { digits, scale } = decimalParts(value);
  return floorOf(digits, 10n ** BigInt(scale));
}

function ceiling(value: Decimal): bigint {
  const { digits, scale } = decimalParts(value);
  return -floorOf(-digits, 10n ** BigInt(scale));
}

/** Division rounded down, for a positive divisor; bigint division itself cuts towards zero. */
function floorOf(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}

function wholeDecimal(value: bigint): Decimal {
  return decimalFromParts({ digits: value, scale: 0 });
}
