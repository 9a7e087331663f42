import type { Operand } from '../checks/operand.ts';
import { operandOf } from '../checks/operandOf.ts';
import { isNegative, isZero } from '../decimal.ts';
import type { FactBook } from '../facts/factBook.ts';
import { unitKindOf } from '../facts/unitKindOf.ts';
import { factorOfStated, numberOf, statedWith, type Stated } from './stated.ts';

/**
 * Whether the parts of a total with their growths are known not to be below zero, now and before: by their figures, or by
 * their shares, and because what they grew by has not turned them round.
 */
export function areNeverNegative(parts: readonly Stated[], book: FactBook): boolean {
  const isGrown = (part: Stated): boolean => {
    const { low } = factorOfStated(part, book).interval;
    return low !== null && !isNegative(low) && !isZero(low);
  };
  const isOf = (read: (part: Stated) => Operand | null): boolean =>
    parts.every((part) => isNotBelowZero(read(part)));
  return parts.every(isGrown) && (isOf((part) => valueOf(part, book)) || isOf((part) => shareOf(part, book)));
}

function isNotBelowZero(operand: Operand | null): boolean {
  const low = operand?.interval.low ?? null;
  return low !== null && !isNegative(low);
}

function valueOf({ fact: { observation } }: Stated, book: FactBook): Operand | null {
  return operandOf(observation, unitKindOf(observation.unit, book));
}

function shareOf({ fact }: Stated, book: FactBook): Operand | null {
  const [share] = statedWith([fact], ({ measure, against }) => measure === 'SHARE' && against === 'WHOLE');
  return share ? numberOf(share.comparison, book) : null;
}
