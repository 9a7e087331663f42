import {
  addDecimals,
  compareDecimals,
  decimalParts,
  halfOfLastPlace,
  isNegative,
  isZero,
  multiplyDecimals,
  negateDecimal,
  type Decimal,
} from './decimal.ts';
import type { Qualifier } from './observation.ts';
import type { UnitKind } from './unit.ts';

/** What a printed figure can mean. A bound that is `null` is open to infinity; an excluded bound is not reached. */
export interface Interval {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/** How far "gần", "trên/hơn" and "khoảng" reach, as shares of the printed number. The one place that says so. */
export const QUALIFIER_REACH = { low: '0.95' as Decimal, high: '1.05' as Decimal };

/** A figure as it stands on paper: its digits, power of ten, qualifier, and whether its unit is counted. */
export interface PrintedFigure {
  readonly value: Decimal;
  readonly unitMultiplier: number;
  readonly qualifier: Qualifier | null;
  readonly unitKind: UnitKind;
}

/**
 * The interval that a printed figure stands for, in the unit and multiplier of the figure itself.
 * A count printed in full is exactly its integer; any other number is known to its last printed digit.
 * No share of zero reaches anywhere: "gần 0" and "khoảng 0" may be any number, "trên 0" any above it.
 */
export function intervalOf(figure: PrintedFigure): Interval {
  const { value, qualifier } = figure;
  // A decrease is negative: "giảm ít nhất 5" is -5 or further down.
  if (isNegative(value)) return negateInterval(intervalOf({ ...figure, value: negateDecimal(value) }));
  const reach = (share: Decimal) => multiplyDecimals(value, share);
  if (isZero(value)) {
    if (qualifier === 'NEARLY' || qualifier === 'ABOUT') return closed(null, null);
    if (qualifier === 'OVER') return { low: value, high: null, lowIncluded: false, highIncluded: false };
  }
  switch (qualifier) {
    case 'NEARLY':
      return { low: reach(QUALIFIER_REACH.low), high: value, lowIncluded: true, highIncluded: false };
    case 'OVER':
      return { low: value, high: reach(QUALIFIER_REACH.high), lowIncluded: false, highIncluded: true };
    case 'ABOUT':
      return closed(reach(QUALIFIER_REACH.low), reach(QUALIFIER_REACH.high));
    case 'AT_LEAST':
      return closed(value, null);
    case 'AT_MOST':
      return closed(null, value);
    case null:
      return isExactCount(figure) ? closed(value, value) : rounded(value);
  }
}

/** Whether two intervals share a value. */
export function intervalsMeet(a: Interval, b: Interval): boolean {
  return !liesBelow(a, b) && !liesBelow(b, a);
}

/** All negatives: the mirror image at zero. */
export function negateInterval({ low, high, lowIncluded, highIncluded }: Interval): Interval {
  return {
    low: high === null ? null : negateDecimal(high),
    high: low === null ? null : negateDecimal(low),
    lowIncluded: highIncluded,
    highIncluded: lowIncluded,
  };
}

function liesBelow(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return false;
  const order = compareDecimals(a.high, b.low);
  return order < 0 || (order === 0 && !(a.highIncluded && b.lowIncluded));
}

function isExactCount({ value, unitMultiplier, unitKind }: PrintedFigure): boolean {
  return unitKind === 'COUNT' && unitMultiplier === 0 && decimalParts(value).scale === 0;
}

function rounded(value: Decimal): Interval {
  const half = halfOfLastPlace(value);
  return closed(addDecimals(value, negateDecimal(half)), addDecimals(value, half));
}

function closed(low: Decimal | null, high: Decimal | null): Interval {
  return { low, high, lowIncluded: low !== null, highIncluded: high !== null };
}
