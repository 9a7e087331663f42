import type { ComparisonMeasure } from '../comparison.ts';
import type { Decimal } from '../decimal.ts';
import { addOperands, exactOperand, type Operand } from './operand.ts';
import { atMost, canBeEqual } from './relation.ts';
import { notTestable, tested, type Finding } from './verdict.ts';

const ZERO = exactOperand('0' as Decimal);

/** The figures that a growth can start from or a share can be of, where none can be below zero. */
const NOT_BELOW_ZERO: Operand = {
  ...ZERO,
  interval: { low: ZERO.point, high: null, lowIncluded: true, highIncluded: false },
};

/**
 * What was added to a base that is not held and cannot be below zero: BASE_MISSING, unless the figure is less than what
 * was added. That is a CONFLICT; its second side is then what a base of zero would give.
 */
export function addedToUnknownBase(figure: Operand, change: Operand): Finding {
  const isPossible = canBeEqual(figure, addOperands(NOT_BELOW_ZERO, change));
  return isPossible ? notTestable('BASE_MISSING') : tested(false, false, [figure, change]);
}

/** A bound of the number of a comparison between figures that cannot be below zero. */
export interface ComparisonBound {
  readonly value: Decimal;
  readonly is: 'LEAST' | 'GREATEST';
}

/**
 * What the number of a comparison cannot be beyond whatever the base: no decrease is of more than 100 percent, no share
 * is of more than that. `null` for measures without a bound: a plan may be attained twice over.
 */
export function boundOf(measure: ComparisonMeasure): ComparisonBound | null {
  switch (measure) {
    case 'PERCENT_CHANGE':
      return { value: '-100' as Decimal, is: 'LEAST' };
    case 'TIMES':
      return { value: '0' as Decimal, is: 'LEAST' };
    case 'SHARE':
      return { value: '100' as Decimal, is: 'GREATEST' };
    default:
      return null;
  }
}

/** bound <= number, or number <= bound; `null` for a measure without a bound. */
export function withinBound(number: Operand, measure: ComparisonMeasure): Finding | null {
  const bound = boundOf(measure);
  if (!bound) return null;
  const limit = exactOperand(bound.value);
  return bound.is === 'LEAST' ? atMost(limit, number) : atMost(number, limit);
}
