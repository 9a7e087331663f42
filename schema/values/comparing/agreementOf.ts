import { growthBetween } from '../checks/growth.ts';
import type { Operand } from '../checks/operand.ts';
import { operandOf } from '../checks/operandOf.ts';
import { attainmentOf, shareOf } from '../checks/ratios.ts';
import { notTestable, type Finding } from '../checks/verdict.ts';
import type { Comparison, ComparisonMeasure } from '../comparison.ts';
import type { FactBook } from '../facts/factBook.ts';
import { unitKindOf } from '../facts/unitKindOf.ts';
import type { Observation } from '../observation.ts';
import type { FoundBase } from './findBase.ts';

/**
 * How a reported comparison agrees with a base. Without one the engine may still find a contradiction; else the reason is
 * why there is no base.
 */
export function agreementOf(
  book: FactBook,
  observation: Observation,
  reported: Comparison,
  { base, reason }: FoundBase,
): Finding {
  const figure = operandOf(observation, unitKindOf(observation.unit, book));
  if (figure === null) return notTestable('FIGURE_MISSING');
  const from = base && operandOf(base.observation, unitKindOf(base.observation.unit, book));
  const finding = findingOf(
    figure,
    from,
    reported.measure,
    operandOf(reported, unitKindOf(reported.unit, book)),
  );
  return finding.verdict === 'NOT_TESTABLE' && reason !== null ? notTestable(reason) : finding;
}

function findingOf(
  figure: Operand,
  base: Operand | null,
  measure: ComparisonMeasure,
  change: Operand,
): Finding {
  switch (measure) {
    case 'ATTAINMENT':
      return attainmentOf(change, figure, base);
    case 'SHARE':
      return shareOf(change, figure, base);
    case 'PERCENT_CHANGE':
    case 'TIMES':
      return growthBetween(figure, base, { measure, change });
    case 'ABSOLUTE_CHANGE':
    case 'PERCENTAGE_POINTS':
      return growthBetween(figure, base, { measure, change });
    case 'CONTRIBUTION':
    case 'RANK':
      return notTestable('BASE_MISSING');
  }
}
