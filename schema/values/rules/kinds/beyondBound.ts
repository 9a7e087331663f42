import { boundOf, withinBound } from '../../checks/impossible.ts';
import type { Operand } from '../../checks/operand.ts';
import type { Comparison, ComparisonMeasure } from '../../comparison.ts';
import type { FactBook } from '../../facts/factBook.ts';
import { figureExpression, type CheckedFigure, type Expression } from '../expression.ts';
import type { CheckOutcome } from '../scope.ts';
import { numberOf } from '../stated.ts';

/** What contradicts a figure by itself, with both sides. */
export type Beyond = Pick<CheckOutcome, 'left' | 'right' | 'finding' | 'relation'>;

/** A stated number that no base or whole could explain: "-100% > -120%"; `null` where it is within its bound. */
export function beyondBound(stated: CheckedFigure, comparison: Comparison, book: FactBook): Beyond | null {
  return beyondMeasure(figureExpression(stated), numberOf(comparison, book), comparison.measure);
}

/** The same of any number that is said in the way of a measure. */
export function beyondMeasure(said: Expression, number: Operand, measure: ComparisonMeasure): Beyond | null {
  const bound = boundOf(measure);
  const finding = withinBound(number, measure);
  if (!bound || finding?.verdict !== 'CONFLICT') return null;
  const limit: Expression = { kind: measure === 'TIMES' ? 'NUMBER' : 'PERCENT', value: bound.value };
  const [left, right] = bound.is === 'LEAST' ? [limit, said] : [said, limit];
  return { left, right, finding, relation: 'AT_MOST' };
}
