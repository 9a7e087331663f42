import { withinBound } from './impossible.ts';
import { hundredthOf, type Operand } from './operand.ts';
import { quotient, quotientOfUnknownCount } from './quotient.ts';
import { notTestable, type Finding } from './verdict.ts';

/**
 * share in percent = part / whole. BASE_ZERO for a whole of zero. Of a count, a share above 100 is a CONFLICT whatever
 * the whole; the sides are then the share and 100.
 */
export function shareOf(share: Operand, part: Operand, whole: Operand | null): Finding {
  const bounded = part.whole ? withinBound(share, 'SHARE') : null;
  if (bounded?.verdict === 'CONFLICT') return bounded;
  return percentageOf(share, part, whole);
}

/**
 * attainment in percent = value / plan. BASE_ZERO for a plan of zero; BASE_MISSING without a plan, unless the value is
 * a count that no whole plan explains: a CONFLICT.
 */
export function attainmentOf(attainment: Operand, value: Operand, plan: Operand | null): Finding {
  return percentageOf(attainment, value, plan);
}

/**
 * average = total / count, where what is counted are whole things. BASE_ZERO for a count of zero; BASE_MISSING without
 * a count, unless no whole count explains the average: a CONFLICT.
 */
export function averageOf(average: Operand, total: Operand, count: Operand | null): Finding {
  return count === null ? quotientOfUnknownCount(total, average) : quotient(total, count, average);
}

/** A figure and its base have one unit, so that the base of a count is a count. */
function percentageOf(percentage: Operand, figure: Operand, base: Operand | null): Finding {
  const factor = hundredthOf(percentage);
  if (base !== null) return quotient(figure, base, factor);
  return figure.whole ? quotientOfUnknownCount(figure, factor) : notTestable('BASE_MISSING');
}
