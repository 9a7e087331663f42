import { growthBetween } from '../checks/growth.ts';
import type { Operand } from '../checks/operand.ts';
import { operandOf } from '../checks/operandOf.ts';
import { attainmentOf, shareOf } from '../checks/ratios.ts';
import { notTestable, type Finding, type NotTestableReason } from '../checks/verdict.ts';
import type { Comparison, ComparisonMeasure } from '../comparison.ts';
import type { Decimal } from '../decimal.ts';
import type { Fact, FactBook } from '../facts/factBook.ts';
import type { Observation } from '../observation.ts';
import type { UnitKind } from '../unit.ts';
import { computeComparison } from './computeComparison.ts';
import { findBase, usable, wholesOf, type FindBase, type FoundBase } from './findBase.ts';
import { unitOfMeasure, type WantedComparison } from './wanted.ts';

/** What the figures that are held say of a comparison. */
export interface ComparedFigures {
  /** How the reported number agrees with them; `null` where none is reported. */
  readonly agreement: Finding | null;
  /** What the figure is compared with; `null` where `reason` says why there is none. */
  readonly base: Fact | null;
  /** The number computed, in the unit of the measure; `null` without a base, and where the base is zero. */
  readonly value: Decimal | null;
  /** Power of ten of `value`. */
  readonly unitMultiplier: number;
  /** Why nothing could be computed, or why the agreement is not testable; else `null`. */
  readonly reason: NotTestableReason | null;
}

/** A base, and how the reported number agrees with it. */
interface Judged {
  readonly found: FoundBase;
  readonly agreement: Finding | null;
}

/**
 * Compares a figure with a base of the book, and the number that a source reports of it with both. A reported growth
 * of a count may be a CONFLICT without any base: then no whole one explains it. Ranks and contributions, and a whole
 * that the source names in words, are beyond what two figures can tell: BASE_MISSING. `find` may look elsewhere than
 * where the kind of comparison and its time lead to.
 */
export function compareFigures(
  book: FactBook,
  observation: Observation,
  wanted: WantedComparison,
  reported: Comparison | null,
  find: FindBase = findBase,
): ComparedFigures {
  const { found, agreement } = judge(book, observation, wanted, reported, find);
  const computed = found.base
    ? computeComparison(observation, found.base.observation, wanted.measure, reported)
    : null;
  const uncomputed = computed ? null : (found.reason ?? 'BASE_ZERO');
  return {
    agreement,
    base: found.base,
    value: computed?.value ?? null,
    unitMultiplier: computed?.unitMultiplier ?? 0,
    reason: agreement?.reason ?? uncomputed,
  };
}

function judge(
  book: FactBook,
  observation: Observation,
  wanted: WantedComparison,
  reported: Comparison | null,
  find: FindBase,
): Judged {
  const refused = refusalOf(observation, wanted, reported);
  if (refused) {
    return { found: { base: null, reason: refused }, agreement: reported && notTestable(refused) };
  }
  const isNamedWhole = wanted.against === 'WHOLE' && (reported?.peer ?? null) !== null;
  const found: FoundBase = isNamedWhole
    ? { base: null, reason: 'BASE_MISSING' }
    : find(book, observation, wanted);
  if (reported === null) return { found, agreement: null };
  const judged = { found, agreement: agreementOf(book, observation, reported, found) };
  const isContradictedWhole = wanted.against === 'WHOLE' && judged.agreement.verdict === 'CONFLICT';
  return isContradictedWhole && found.base ? judgeWholes(book, observation, reported, judged) : judged;
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
  nearest: Judged,
): Judged {
  const { held, complete } = wholesOf(book, observation, reported.baseTime ?? observation.time);
  for (const whole of held) {
    const found = usable(book, observation, whole);
    const agreement = agreementOf(book, observation, reported, found);
    if (found.base && agreement.verdict !== 'CONFLICT') return { found, agreement };
  }
  return complete ? nearest : { ...nearest, agreement: notTestable('BASE_MISSING') };
}

/** Without a base the engine may still find a contradiction; else the reason is why there is no base. */
function agreementOf(
  { vocabulary }: FactBook,
  observation: Observation,
  reported: Comparison,
  { base, reason }: FoundBase,
): Finding {
  const kindOf = (unit: string): UnitKind => vocabulary.units.get(unit)?.kind ?? 'MEASURE';
  const figure = operandOf(observation, kindOf(observation.unit));
  if (figure === null) return notTestable('FIGURE_MISSING');
  const from = base && operandOf(base.observation, kindOf(base.observation.unit));
  const finding = findingOf(figure, from, reported.measure, operandOf(reported, kindOf(reported.unit)));
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
