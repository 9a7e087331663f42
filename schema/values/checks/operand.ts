import {
  addDecimals,
  isWholeDecimal,
  multiplyDecimals,
  negateDecimal,
  shiftDecimal,
  type Decimal,
} from '../decimal.ts';
import { negateInterval, type Interval } from '../interval.ts';
import { addIntervals, multiplyIntervals, pointInterval } from './intervalArithmetic.ts';

/**
 * A number of a check in absolute terms (value × 10^multiplier): the printed number, all that it can mean, and whether
 * it can only be a whole number. Sums and products of operands are operands, so they are the sides of a relation too.
 */
export interface Operand {
  readonly point: Decimal;
  readonly interval: Interval;
  readonly whole: boolean;
}

/** An operand that is known exactly: a constant, or the size of a committee. */
export function exactOperand(value: Decimal): Operand {
  return { point: value, interval: pointInterval(value), whole: isWholeDecimal(value) };
}

/** The sum in any order; of no operands, exactly zero. Whole where all are. */
export function sumOf(operands: readonly Operand[]): Operand {
  return operands.reduce(addOperands, exactOperand('0' as Decimal));
}

/** The sum. */
export function addOperands(a: Operand, b: Operand): Operand {
  return {
    point: addDecimals(a.point, b.point),
    interval: addIntervals(a.interval, b.interval),
    whole: a.whole && b.whole,
  };
}

/** The negative, as of what went out. */
export function negateOperand({ point, interval, whole }: Operand): Operand {
  return { point: negateDecimal(point), interval: negateInterval(interval), whole };
}

/** The difference. */
export function subtractOperands(a: Operand, b: Operand): Operand {
  return addOperands(a, negateOperand(b));
}

/** The product. The interval is its hull: products of whole numbers leave gaps that it does not tell. */
export function multiplyOperands(a: Operand, b: Operand): Operand {
  return {
    point: multiplyDecimals(a.point, b.point),
    interval: multiplyIntervals(a.interval, b.interval),
    whole: a.whole && b.whole,
  };
}

/** The operand times a number that is known exactly. */
export function scaleOperand(operand: Operand, factor: Decimal): Operand {
  return multiplyOperands(operand, exactOperand(factor));
}

/** A hundredth: what a printed percentage is as a number. */
export function hundredthOf(percentage: Operand): Operand {
  return scaleOperand(percentage, shiftDecimal('1' as Decimal, -2));
}
