import type { Finding, NotTestableReason } from '../checks/verdict.ts';
import type { Comparison } from '../comparison.ts';
import type { Decimal } from '../decimal.ts';
import type { Fact, FactBook } from '../facts/factBook.ts';
import type { Observation } from '../observation.ts';
import { computeComparison } from './computeComparison.ts';
import { findBase, type FindBase } from './findBase.ts';
import { judgeComparison } from './judgeComparison.ts';
import type { WantedComparison } from './wanted.ts';

/** What the figures that are held say of a comparison. */
export interface ComparedFigures {
  /** How the reported number agrees with them; `null` where none is reported. */
  readonly agreement: Finding | null;
  /** The base that `agreement` is by: another than `base` where only an earlier word fits; `null` without a base. */
  readonly agreedWith: Fact | null;
  /** What the figure is compared with; `null` where `reason` says why there is none. */
  readonly base: Fact | null;
  /** What is held in the place of the base, but cannot be compared with for this `reason`; else `null`. */
  readonly refused: Fact | null;
  /** The number computed, in the unit of the measure; `null` without a base, and where the base is zero. */
  readonly value: Decimal | null;
  /** Power of ten of `value`. */
  readonly unitMultiplier: number;
  /** Why nothing could be computed, or why the agreement is not testable; else `null`. */
  readonly reason: NotTestableReason | null;
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
  const { found, agreement } = judgeComparison(book, observation, wanted, reported, find);
  const computed = found.base
    ? computeComparison(observation, found.base.observation, wanted.measure, reported)
    : null;
  const uncomputed = computed ? null : (found.reason ?? 'BASE_ZERO');
  return {
    agreement,
    agreedWith: found.base,
    base: found.base,
    refused: found.refused,
    value: computed?.value ?? null,
    unitMultiplier: computed?.unitMultiplier ?? 0,
    reason: agreement?.reason ?? uncomputed,
  };
}

/**
 * The comparison that a source states with a figure, as {@link compareFigures} has it, but for its agreement: where the
 * number fits better what was held when the figure was first said, it agrees with that. A base that is revised later
 * makes no contradiction of what was right when it was written.
 */
export function compareStated(book: FactBook, fact: Fact, stated: Comparison): ComparedFigures {
  const { observation } = fact;
  const now = compareFigures(book, observation, stated, stated);
  const then = now.agreement?.verdict === 'HOLDS' ? null : book.whenSaid(fact, stated);
  return then ? withEarlier(now, compareFigures(then.book, observation, stated, stated)) : now;
}

/** What is held now, with the better of two agreements: by that, and by what was held when the figure was first said. */
export function withEarlier(now: ComparedFigures, then: ComparedFigures): ComparedFigures {
  const { agreement, agreedWith } = then;
  const isBetter = agreement !== null && now.agreement !== null && rankOf(agreement) < rankOf(now.agreement);
  if (!isBetter) return now;
  return { ...now, agreement, agreedWith, reason: now.value === null ? now.reason : null };
}

/** A contradiction by what was held then never takes the place of what cannot be told now. */
function rankOf({ verdict }: Finding): number {
  return verdict === 'HOLDS' ? 0 : verdict === 'WITHIN_ROUNDING' ? 1 : 2;
}
