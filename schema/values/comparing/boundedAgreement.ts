import { addedToUnknownBase, withinBound } from '../checks/impossible.ts';
import { operandOf } from '../checks/operandOf.ts';
import type { Finding, NotTestableReason } from '../checks/verdict.ts';
import type { Comparison } from '../comparison.ts';
import type { FactBook } from '../facts/factBook.ts';
import { unitKindOf } from '../facts/unitKindOf.ts';
import type { Observation } from '../observation.ts';
import type { ComparedFigures } from './compareFigures.ts';

/** Why a base that cannot be below zero was not found, though any would do. */
const WITHOUT_BASE: readonly (NotTestableReason | null)[] = [
  'BASE_MISSING',
  'CALENDARS_DIFFER',
  'PERIODS_DIFFER',
  'BREAK_IN_SERIES',
];

/**
 * How a reported number agrees, of a figure of which neither it nor any base can be below zero: what no such base
 * explains is a CONFLICT, whatever is held. That is a number beyond the bound of its measure, and a figure that is less
 * than what was added to a base that cannot be told.
 */
export function boundedAgreement(
  agreement: Finding,
  observation: Observation,
  reported: Comparison,
  book: FactBook,
): Finding {
  const number = operandOf(reported, unitKindOf(reported.unit, book));
  const bounded = withinBound(number, reported.measure);
  if (bounded?.verdict === 'CONFLICT') return bounded;
  if (isRatio(reported) || !WITHOUT_BASE.includes(agreement.reason)) return agreement;
  const figure = operandOf(observation, unitKindOf(observation.unit, book));
  const found = figure && addedToUnknownBase(figure, number);
  return found?.verdict === 'CONFLICT' ? found : agreement;
}

/** A comparison with its {@link boundedAgreement}; as it is where nothing is reported. */
export function withBounds(
  compared: ComparedFigures,
  observation: Observation,
  reported: Comparison | null,
  book: FactBook,
): ComparedFigures {
  const agreement =
    reported && compared.agreement && boundedAgreement(compared.agreement, observation, reported, book);
  if (agreement === compared.agreement) return compared;
  return { ...compared, agreement, reason: compared.value === null ? compared.reason : null };
}

/** Whether the number of a comparison multiplies its base, and is not added to it. */
export function isRatio({ measure }: Comparison): boolean {
  return measure !== 'ABSOLUTE_CHANGE' && measure !== 'PERCENTAGE_POINTS';
}
