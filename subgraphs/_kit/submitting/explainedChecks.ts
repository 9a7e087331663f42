import { catalogued } from '../../../schema/errors/index.ts';
import {
  checkExpression,
  checkKey,
  type Acknowledgement,
  type CheckOutcome,
  type Vocabularies,
} from '../../../schema/values/index.ts';

/**
 * Demands that every conflict is explained, and that nothing else is.
 * @throws CHECK_UNKNOWN for the first acknowledgement of something else, else CHECKS_NOT_EXPLAINED naming all conflicts
 * that are left.
 */
export function assertExplained(
  outcomes: readonly CheckOutcome[],
  acknowledgements: readonly Acknowledgement[],
  vocabularies: Vocabularies,
): void {
  const conflicts = new Map(
    outcomes
      .filter(({ finding }) => finding.verdict === 'CONFLICT')
      .map((outcome) => [checkKey(outcome), outcome] as const),
  );
  const stray = acknowledgements.find(({ check }) => !conflicts.has(check));
  if (stray) throw catalogued('CHECK_UNKNOWN', { value: stray.check, known: [...conflicts.keys()] });
  const explained = new Set(acknowledgements.map(({ check }) => check));
  const checks = [...conflicts]
    .filter(([key]) => !explained.has(key))
    .map(([key, outcome]) => ({ key, expression: checkExpression(outcome, vocabularies, 'EN') }));
  if (checks.length > 0) throw catalogued('CHECKS_NOT_EXPLAINED', { checks });
}
