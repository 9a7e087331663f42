import type { Decimal } from '../decimal.ts';
import {
  addOperands,
  exactOperand,
  multiplyOperands,
  subtractOperands,
  sumOf,
  type Operand,
} from './operand.ts';
import { atMost, equal } from './relation.ts';
import { notTestable, type Finding } from './verdict.ts';

/**
 * Whether a list names all its parts, or some only ("…", "tiêu biểu"); in a list open to any sign the parts left out may
 * be below zero.
 */
export type PartList = 'CLOSED' | 'OPEN' | 'OPEN_TO_ANY_SIGN';

/** Some of the things counted, and what each of them counts for: 55 commissions of 3 members. */
export interface WeightedPart {
  readonly count: Operand;
  readonly weight: Operand;
}

/**
 * total = sum of its parts, in any order. An open list can only conflict upwards: it holds where the parts named make
 * the total as printed, conflicts where they exceed it, and is otherwise PARTS_OPEN. Without parts: FIGURE_MISSING.
 * "Exceed" takes the parts left out to be none below zero; where they may be, there is no conflict at all.
 */
export function totalOfParts(total: Operand, parts: readonly Operand[], list: PartList = 'CLOSED'): Finding {
  if (parts.length === 0) return notTestable('FIGURE_MISSING');
  const sum = sumOf(parts);
  const closed = equal(total, sum);
  if (list === 'CLOSED' || closed.verdict === 'HOLDS') return closed;
  const exceeds = list === 'OPEN' && atMost(sum, total).verdict === 'CONFLICT';
  return exceeds ? closed : notTestable('PARTS_OPEN', [total, sum]);
}

/** total = sum of count × weight: 11 committees of 5 and 55 of 3 have 220 members. Without parts: FIGURE_MISSING. */
export function weightedTotal(
  total: Operand,
  parts: readonly WeightedPart[],
  list: PartList = 'CLOSED',
): Finding {
  const products = parts.map(({ count, weight }) => multiplyOperands(count, weight));
  return totalOfParts(total, products, list);
}

/** Shares in percent of one whole sum to exactly 100. */
export function structureSumsTo100(shares: readonly Operand[], list: PartList = 'CLOSED'): Finding {
  return totalOfParts(exactOperand('100' as Decimal), shares, list);
}

/** part <= whole. */
export function partOfWhole(part: Operand, whole: Operand): Finding {
  return atMost(part, whole);
}

/** One total = the sum of what several agencies or bodies report, all of whom are here; the caller names absent ones. */
export function sumAcross(total: Operand, figures: readonly Operand[]): Finding {
  return totalOfParts(total, figures);
}

/** stock = previous stock + all that came in − all that went out. */
export function stockFlow(
  stock: Operand,
  previous: Operand,
  inflows: readonly Operand[],
  outflows: readonly Operand[],
): Finding {
  const grown = addOperands(previous, sumOf(inflows));
  return equal(stock, subtractOperands(grown, sumOf(outflows)));
}

/** One fact told in two places or by two agencies. Symmetric. */
export function sameFact(a: Operand, b: Operand): Finding {
  return equal(a, b);
}

/** figure >= 0; the sides are zero and the figure. */
export function notBelowZero(figure: Operand): Finding {
  return atMost(exactOperand('0' as Decimal), figure);
}
