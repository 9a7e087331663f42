import { divideDecimals, isNegative, isZero, type Decimal } from '../decimal.ts';
import { intervalsMeet } from '../interval.ts';
import { pointInterval } from './intervalArithmetic.ts';
import { exactOperand, multiplyOperands, type Operand } from './operand.ts';
import { canBeEqual, equalAsPrinted } from './relation.ts';
import { notTestable, tested, type Finding } from './verdict.ts';
import { wholeFactorExists, wholeNumbersIn } from './wholeNumbers.ts';

const ZERO = '0' as Decimal;
const ONE = '1' as Decimal;

/**
 * The check figure = base × factor, which says figure / base = factor without dividing. A whole base is held to whole
 * numbers. BASE_ZERO where the base is printed as zero: then there is no quotient.
 */
export function quotient(figure: Operand, base: Operand, factor: Operand): Finding {
  const product = multiplyOperands(base, factor);
  if (isZero(base.point)) return notTestable('BASE_ZERO', [figure, product]);
  const possible = canBeEqual(figure, product) && wholeBaseFits(figure, base, factor);
  return tested(possible, equalAsPrinted(figure, product), [figure, product]);
}

/**
 * The same check where the base is a count that is not printed: BASE_MISSING, unless no whole base gives the figure.
 * That is a CONFLICT; its second side is then what the whole number nearest to the quotient would give.
 */
export function quotientOfUnknownCount(figure: Operand, factor: Operand): Finding {
  if (countBaseExists(figure, factor)) return notTestable('BASE_MISSING');
  const base = exactOperand(nearestCountBase(figure, factor));
  return tested(false, false, [figure, multiplyOperands(base, factor)]);
}

/** The whole number, one or more, that lies nearest to figure / factor as printed; 1 for a factor of zero. */
export function nearestCountBase(figure: Operand, factor: Operand): Decimal {
  const nearest = divideDecimals(figure.point, factor.point, 0);
  return nearest === null || isZero(nearest) || isNegative(nearest) ? ONE : nearest;
}

/**
 * Whether some whole number, one or more, times a reading of the factor is a reading of the figure. Where the figure may
 * be zero the base may be none too, and then any factor is told of nothing.
 */
export function countBaseExists(figure: Operand, factor: Operand): boolean {
  return (
    intervalsMeet(figure.interval, pointInterval(ZERO)) ||
    wholeFactorExists(figure.interval, factor.interval, { low: 1n, high: null })
  );
}

/** A base that reaches to zero or below is not a count of things: it is judged by its interval alone. */
function wholeBaseFits(figure: Operand, base: Operand, factor: Operand): boolean {
  if (!base.whole) return true;
  const range = wholeNumbersIn(base.interval);
  if (range.low === null || range.low < 1n) return true;
  return wholeFactorExists(figure.interval, factor.interval, range);
}
