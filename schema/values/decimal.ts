import type { Brand } from './brand.ts';
import { accepted, refused, type Parsed } from './parsed.ts';

/**
 * An exact number as its plain text, with the decimals that the source prints: `1853.40` keeps its two.
 * It never passes through a floating-point number.
 */
export type Decimal = Brand<'Decimal'>;

/** A decimal taken apart: `digits × 10^-scale`. */
export interface DecimalParts {
  readonly digits: bigint;
  readonly scale: number;
}

const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const MAXIMUM_LENGTH = 100;

/** Reads a plain number: optional minus, digits without grouping, a point before the decimals. */
export function parseDecimal(text: string): Parsed<Decimal> {
  if (text.length > MAXIMUM_LENGTH) return refused(`a number of at most ${MAXIMUM_LENGTH} characters`);
  if (!PLAIN_NUMBER.test(text))
    return refused('a plain number such as 1853.40, with a point and no grouping');
  if (/^-[0.]+$/.test(text)) return refused('zero without a minus');
  return accepted(text as Decimal);
}

export function decimalParts(value: Decimal): DecimalParts {
  const point = value.indexOf('.');
  if (point < 0) return { digits: BigInt(value), scale: 0 };
  return { digits: BigInt(value.slice(0, point) + value.slice(point + 1)), scale: value.length - point - 1 };
}

/** The inverse of {@link decimalParts}; a negative scale gives an integer with that many zeros. */
export function decimalFromParts({ digits, scale }: DecimalParts): Decimal {
  if (scale <= 0) return String(digits * 10n ** BigInt(-scale)) as Decimal;
  const magnitude = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const sign = digits < 0n ? '-' : '';
  return `${sign}${magnitude.slice(0, -scale)}.${magnitude.slice(-scale)}` as Decimal;
}

/** Whole digits at a common scale, so that two decimals can be compared or added as integers. */
function aligned(a: Decimal, b: Decimal): { a: bigint; b: bigint; scale: number } {
  const left = decimalParts(a);
  const right = decimalParts(b);
  const scale = Math.max(left.scale, right.scale);
  return {
    a: left.digits * 10n ** BigInt(scale - left.scale),
    b: right.digits * 10n ** BigInt(scale - right.scale),
    scale,
  };
}

/** Exact sum, with the decimals of the operand that has more of them. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const common = aligned(a, b);
  return decimalFromParts({ digits: common.a + common.b, scale: common.scale });
}

/** Exact product. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const left = decimalParts(a);
  const right = decimalParts(b);
  return decimalFromParts({ digits: left.digits * right.digits, scale: left.scale + right.scale });
}

/** Order by value, not by text: `1.0` and `1.00` compare as equal. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const common = aligned(a, b);
  return common.a < common.b ? -1 : common.a > common.b ? 1 : 0;
}

export function negateDecimal(value: Decimal): Decimal {
  const { digits, scale } = decimalParts(value);
  return decimalFromParts({ digits: -digits, scale });
}

export function isNegative(value: Decimal): boolean {
  return value.startsWith('-');
}

/** Whether it is zero, with however many decimals. */
export function isZero(value: Decimal): boolean {
  return decimalParts(value).digits === 0n;
}

/** Half of one unit in the last printed place: what a rounded number may be off by. */
export function halfOfLastPlace(value: Decimal): Decimal {
  return decimalFromParts({ digits: 5n, scale: decimalParts(value).scale + 1 });
}

/** The value times a power of ten, exactly: 7.1 shifted by 9 places is 7100000000. */
export function shiftDecimal(value: Decimal, places: number): Decimal {
  const { digits, scale } = decimalParts(value);
  return decimalFromParts({ digits, scale: scale - places });
}

/** The same number without zeros at the end of its decimals: 0.060 is 0.06. */
export function withoutTrailingZeros(value: Decimal): Decimal {
  return (value.includes('.') ? value.replace(/\.?0+$/, '') : value) as Decimal;
}

/** Whether it stands for a whole number, however many zeros it is printed with: 12 and 12.00 do. */
export function isWholeDecimal(value: Decimal): boolean {
  const { digits, scale } = decimalParts(value);
  return digits % 10n ** BigInt(scale) === 0n;
}

/** The quotient, rounded half to even at that many decimals; `null` where the divisor is zero. */
export function divideDecimals(dividend: Decimal, divisor: Decimal, scale: number): Decimal | null {
  const over = decimalParts(dividend);
  const under = decimalParts(divisor);
  if (under.digits === 0n) return null;
  const places = scale + under.scale - over.scale;
  const numerator = over.digits * 10n ** BigInt(Math.max(places, 0));
  const denominator = under.digits * 10n ** BigInt(Math.max(-places, 0));
  return decimalFromParts({ digits: divideHalfEven(numerator, denominator), scale });
}

/** Rounding half to even: the nearest integer, and of two equally near the even one. */
function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const magnitude = (value: bigint) => (value < 0n ? -value : value);
  const quotient = magnitude(numerator) / magnitude(denominator);
  const twice = 2n * (magnitude(numerator) % magnitude(denominator));
  const up = twice > magnitude(denominator) || (twice === magnitude(denominator) && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return numerator < 0n !== denominator < 0n ? -rounded : rounded;
}
