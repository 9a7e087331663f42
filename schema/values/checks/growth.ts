import type { ComparisonMeasure } from '../comparison.ts';
import type { Decimal } from '../decimal.ts';
import { addedToUnknownBase } from './impossible.ts';
import { addOperands, exactOperand, hundredthOf, multiplyOperands, type Operand } from './operand.ts';
import { countBaseExists, quotient, quotientOfUnknownCount } from './quotient.ts';
import { equal } from './relation.ts';
import { notTestable, type Finding } from './verdict.ts';

/** A growth told by what the base is multiplied with. "gấp 2,4 lần" and "tăng 2,4 lần" are both 2.4 times the base. */
export interface RelativeGrowth {
  readonly measure: Extract<ComparisonMeasure, 'PERCENT_CHANGE' | 'TIMES'>;
  readonly change: Operand;
}

/** A growth told by what is added to the base, in the figure's own unit or in percentage points. */
export interface AbsoluteGrowth {
  readonly measure: Extract<ComparisonMeasure, 'ABSOLUTE_CHANGE' | 'PERCENTAGE_POINTS'>;
  readonly change: Operand;
}

/** A growth as a source states it. */
export type Growth = RelativeGrowth | AbsoluteGrowth;

/** Whether a growth, or a comparison, is told by what the base is multiplied with. */
export function isRelative<Told extends { readonly measure: ComparisonMeasure }>(
  told: Told,
): told is Told & Pick<RelativeGrowth, 'measure'> {
  return told.measure === 'PERCENT_CHANGE' || told.measure === 'TIMES';
}

/** What the base is multiplied with: 2.1695 for a change of 116,95 %. */
export function growthFactor({ measure, change }: RelativeGrowth): Operand {
  return measure === 'TIMES' ? change : addOperands(exactOperand('1' as Decimal), hundredthOf(change));
}

/**
 * The figure = its base with the growth. BASE_ZERO where a relative growth starts from zero; BASE_MISSING without a
 * base, unless the figure is a count that no whole base, or none that is not below zero, explains: a CONFLICT.
 */
export function growthBetween(figure: Operand, base: Operand | null, growth: Growth): Finding {
  if (!isRelative(growth)) {
    if (base !== null) return equal(figure, addOperands(base, growth.change));
    return figure.whole ? addedToUnknownBase(figure, growth.change) : notTestable('BASE_MISSING');
  }
  const factor = growthFactor(growth);
  if (base !== null) return quotient(figure, base, factor);
  return figure.whole ? quotientOfUnknownCount(figure, factor) : notTestable('BASE_MISSING');
}

/**
 * Whether a count can have grown so from a base of one or more whole things, or is none and grew from none. For a count that is itself a range
 * ("gần 230") each of its values may be any number of the range, so that a `true` may be too kind, a `false` never is.
 */
export function countGrowthPossible(count: Operand, growth: RelativeGrowth): boolean {
  return countBaseExists(count, growthFactor(growth));
}

/** The growths of the parts of a quotient: capital grew as number × average did. */
export interface QuotientGrowth {
  readonly total: RelativeGrowth;
  readonly count: RelativeGrowth;
  readonly average: RelativeGrowth;
}

/** Growth of a total = growth of the count × growth of the average, as factors. Needs none of the figures. */
export function growthOfQuotient({ total, count, average }: QuotientGrowth): Finding {
  return equal(growthFactor(total), multiplyOperands(growthFactor(count), growthFactor(average)));
}
