import { notTestable, type Finding, type NotTestableReason } from '../checks/verdict.ts';
import type { Comparison } from '../comparison.ts';
import type { Fact, FactBook } from '../facts/factBook.ts';
import type { Observation } from '../observation.ts';
import { agreementOf } from './agreementOf.ts';
import { comparedTime } from './comparedTime.ts';
import { plansOf, usable, wholesOf, type FindBase, type FoundBase } from './findBase.ts';
import { unitOfMeasure, type WantedComparison } from './wanted.ts';

/** A base, and how the reported number agrees with it; `null` where none is reported. */
export interface Judged {
  readonly found: FoundBase;
  readonly agreement: Finding | null;
}

/** The same where a number is reported. */
interface JudgedReport extends Judged {
  readonly agreement: Finding;
}

/**
 * Finds the base of a comparison and judges the reported number by it. Where a source does not say which whole or whose
 * plan it means, it is contradicted only where none that is held fits.
 */
export function judgeComparison(
  book: FactBook,
  observation: Observation,
  wanted: WantedComparison,
  reported: Comparison | null,
  find: FindBase,
): Judged {
  const refused = refusalOf(observation, wanted, reported);
  if (refused) return { found: absent(refused), agreement: reported && notTestable(refused) };
  const isNamedWhole = wanted.against === 'WHOLE' && (reported?.peer ?? null) !== null;
  const found = isNamedWhole ? absent('BASE_MISSING') : find(book, observation, wanted);
  if (reported === null) return { found, agreement: null };
  const judged = { found, agreement: agreementOf(book, observation, reported, found) };
  if (wanted.against === 'WHOLE') {
    const isContradicted = found.base !== null && judged.agreement.verdict === 'CONFLICT';
    return isContradicted ? judgeWholes(book, observation, reported, judged) : judged;
  }
  const isPlan = wanted.against === 'PLAN' || wanted.against === 'RESOLUTION_TARGET';
  return isPlan && found.reason === 'BASE_MISSING' ? judgePlans(book, observation, reported, judged) : judged;
}

/** Why two figures cannot tell such a comparison at all. */
function refusalOf(
  observation: Observation,
  { measure }: WantedComparison,
  reported: Comparison | null,
): NotTestableReason | null {
  if (measure === 'RANK' || measure === 'CONTRIBUTION') return 'BASE_MISSING';
  if (observation.value === null) return 'FIGURE_MISSING';
  if (measure === 'PERCENTAGE_POINTS' && observation.unit !== 'percent') return 'UNITS_DIFFER';
  if (reported === null || reported.unit === unitOfMeasure(measure, observation.unit)) return null;
  // Points are often printed as "%".
  return measure === 'PERCENTAGE_POINTS' && reported.unit === 'percent' ? null : 'UNITS_DIFFER';
}

/** A source does not say of which whole its share is: it is contradicted only where no whole fits and all are held. */
function judgeWholes(
  book: FactBook,
  observation: Observation,
  reported: Comparison,
  nearest: JudgedReport,
): Judged {
  const { held, complete } = wholesOf(book, observation, reported.baseTime ?? observation.time);
  const fitting = judgeEach(held, book, observation, reported).find(
    ({ found, agreement }) => found.base !== null && agreement.verdict !== 'CONFLICT',
  );
  return fitting ?? (complete ? nearest : { ...nearest, agreement: notTestable('BASE_MISSING') });
}

/** Several plans, of which the source names none: the one that fits best; contradicted where each is. */
function judgePlans(
  book: FactBook,
  observation: Observation,
  reported: Comparison,
  without: JudgedReport,
): Judged {
  const time = comparedTime(observation, reported);
  const plans = time === null ? [] : plansOf(book, observation, reported.setBy, time);
  if (plans.length < 2) return without;
  const judged = judgeEach(plans, book, observation, reported);
  const [first] = judged;
  const fitting =
    judged.find(({ agreement }) => agreement.verdict === 'HOLDS') ??
    judged.find(({ agreement }) => agreement.verdict === 'WITHIN_ROUNDING');
  const isContradicted = judged.every(
    ({ found, agreement }) => found.base && agreement.verdict === 'CONFLICT',
  );
  return fitting ?? (isContradicted && first ? first : without);
}

function judgeEach(
  candidates: readonly Fact[],
  book: FactBook,
  observation: Observation,
  reported: Comparison,
): readonly JudgedReport[] {
  return candidates.map((candidate) => {
    const found = usable(book, observation, candidate, reported);
    return { found, agreement: agreementOf(book, observation, reported, found) };
  });
}

function absent(reason: NotTestableReason): FoundBase {
  return { base: null, reason, refused: null };
}
