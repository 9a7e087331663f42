import { growthFactor, isRelative } from '../checks/growth.ts';
import type { Operand } from '../checks/operand.ts';
import { operandOf } from '../checks/operandOf.ts';
import type { Comparison } from '../comparison.ts';
import type { Fact, FactBook } from '../facts/factBook.ts';
import { unitKindOf } from '../facts/unitKindOf.ts';
import type { CheckedFigure } from './expression.ts';
import { checkedFigure } from './resolve.ts';

/** A comparison with the figure that it is stated with. */
export interface Stated {
  readonly fact: Fact;
  readonly comparison: Comparison;
}

/** Whether two comparisons are with the same base, for whatever figures. */
export function isSameBase(one: Comparison, other: Comparison): boolean {
  return one.against === other.against && one.baseTime === other.baseTime && one.setBy === other.setBy;
}

/** Of some figures, those with which a comparison of the kind is stated. */
export function statedWith(
  facts: readonly Fact[],
  isMeant: (comparison: Comparison) => boolean,
): readonly Stated[] {
  return facts.flatMap((fact) => {
    const comparison = fact.observation.comparisons.find(isMeant);
    return comparison ? [{ fact, comparison }] : [];
  });
}

/** A stated comparison as a check uses it: its number is meant, not the figure's own. */
export function statedFigure(agency: string, { fact, comparison }: Stated): CheckedFigure {
  return { ...checkedFigure(agency, fact), comparison };
}

/** The number of a comparison as a term. */
export function numberOf(comparison: Comparison, book: FactBook): Operand {
  return operandOf(comparison, unitKindOf(comparison.unit, book));
}

/** What a stated growth multiplies its base with, which compares growths told in percent and in times. */
export function factorOfStated({ comparison }: Stated, book: FactBook): Operand {
  const change = numberOf(comparison, book);
  return isRelative(comparison) ? growthFactor({ measure: comparison.measure, change }) : change;
}
