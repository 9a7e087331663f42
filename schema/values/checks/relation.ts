import { compareDecimals } from '../decimal.ts';
import { intervalsMeet } from '../interval.ts';
import { intersectIntervals } from './intervalArithmetic.ts';
import type { Operand } from './operand.ts';
import { tested, type Finding } from './verdict.ts';
import { isEmptyRange, wholeNumbersIn } from './wholeNumbers.ts';

/** The check a = b: a conflict where no value, or no whole value of a whole side, is a reading of both. Symmetric. */
export function equal(a: Operand, b: Operand): Finding {
  return tested(canBeEqual(a, b), equalAsPrinted(a, b), [a, b]);
}

/** The check a <= b: a conflict where every reading of a lies above every reading of b. */
export function atMost(a: Operand, b: Operand): Finding {
  return tested(canBeAtMost(a, b), compareDecimals(a.point, b.point) <= 0, [a, b]);
}

/** Whether some value is a reading of both. */
export function canBeEqual(a: Operand, b: Operand): boolean {
  if (!intervalsMeet(a.interval, b.interval)) return false;
  if (!a.whole && !b.whole) return true;
  return !isEmptyRange(wholeNumbersIn(intersectIntervals(a.interval, b.interval)));
}

/** Whether the printed numbers are the same, with however many decimals. */
export function equalAsPrinted(a: Operand, b: Operand): boolean {
  return compareDecimals(a.point, b.point) === 0;
}

function canBeAtMost(a: Operand, b: Operand): boolean {
  const { low, lowIncluded } = a.interval;
  const { high, highIncluded } = b.interval;
  if (low === null || high === null) return true;
  const order = compareDecimals(low, high);
  return order < 0 || (order === 0 && lowIncluded && highIncluded);
}
