import { isRelative } from '../../checks/growth.ts';
import type { Operand } from '../../checks/operand.ts';
import { atMost } from '../../checks/relation.ts';
import { notTestable, type Finding } from '../../checks/verdict.ts';
import { compareDecimals } from '../../decimal.ts';
import type { FactBook } from '../../facts/factBook.ts';
import { factorExpression, figureExpression } from '../expression.ts';
import { partsOf } from '../parts.ts';
import { calendarsDiffer } from '../judgeTerms.ts';
import type { GrowthWithinPartsRule } from '../rule.ts';
import { areNeverNegative } from '../neverNegative.ts';
import { outcomeOf, ownBook, placeOf, type CheckOutcome, type RuleScope } from '../scope.ts';
import { factorOfStated, isSameBase, numberOf, statedFigure, statedWith, type Stated } from '../stated.ts';

/**
 * The relative growth stated with a total, against those of two or more parts from the same base. PARTS_OPEN where a part
 * may be left out, or is told without such a growth: it may have grown in any way. Where parts may be below zero, what
 * would be a conflict is BASE_MISSING unless all are known not to be: a part below zero weighs the other way.
 */
export function growthWithinPartsOutcomes(
  rule: GrowthWithinPartsRule,
  scope: RuleScope,
): readonly CheckOutcome[] {
  const book = ownBook(scope);
  if (!book) return [];
  return book.shownOf(rule.indicator).flatMap((fact) => {
    const { time, comparisons } = fact.observation;
    const stated = comparisons.filter(isRelative);
    if (stated.length === 0) return [];
    const { told, list } = partsOf(fact.observation, time, [rule.dimension], book, fact);
    return stated.flatMap((comparison) => {
      const parts = statedWith(told, (one) => isRelative(one) && isSameBase(one, comparison));
      if (parts.length < 2) return [];
      const isOpen = list === 'OPEN' || parts.length < told.length;
      return [withinOutcome(rule, { fact, comparison }, { parts, isOpen }, book, scope)];
    });
  });
}

/** The parts of a total with a growth, and whether others may have grown in any way. */
interface GrownParts {
  readonly parts: readonly Stated[];
  readonly isOpen: boolean;
}

function withinOutcome(
  rule: GrowthWithinPartsRule,
  total: Stated,
  { parts, isOpen }: GrownParts,
  book: FactBook,
  scope: RuleScope,
): CheckOutcome {
  const { low, high, finding } = tighterBound(total, parts, book);
  const figures = [total, ...parts].map((stated) => statedFigure(scope.own, stated));
  const said = isSameMeasure(low, high) ? figureExpression : factorExpression;
  const [left, right] = [said(statedFigure(scope.own, low)), said(statedFigure(scope.own, high))];
  const isUnweighed = () => rule.partsMayBeNegative && !areNeverNegative(parts, book);
  const judged = calendarsDiffer(figures)
    ? notTestable('CALENDARS_DIFFER')
    : isOpen
      ? notTestable('PARTS_OPEN', finding.sides)
      : finding.verdict === 'CONFLICT' && isUnweighed()
        ? notTestable('BASE_MISSING', finding.sides)
        : finding;
  const found = { left, right, finding: judged, figures, relation: 'AT_MOST' } as const;
  return outcomeOf(rule, placeOf(total.fact.observation), found, scope);
}

/** One bound of the range: what is said to be at most what. */
interface Bound {
  readonly low: Stated;
  readonly high: Stated;
  readonly finding: Finding;
}

/**
 * The bound that the total's growth breaks, else the upper one. Some part has to allow each bound, whichever it is:
 * with qualifiers that need not be the one printed outermost.
 */
function tighterBound(total: Stated, parts: readonly Stated[], book: FactBook): Bound {
  const bound = (low: Stated, high: Stated): Bound => {
    const sideOf = isSameMeasure(low, high) ? changeOf : factorOfStated;
    return { low, high, finding: atMost(sideOf(low, book), sideOf(high, book)) };
  };
  const ascending = [...parts].sort((a, b) =>
    compareDecimals(factorOfStated(a, book).point, factorOfStated(b, book).point),
  );
  const lower = kindest(ascending.map((part) => bound(part, total)));
  const upper = kindest(ascending.reverse().map((part) => bound(total, part)));
  return RANKS[lower.finding.verdict] > RANKS[upper.finding.verdict] ? lower : upper;
}

function changeOf({ comparison }: Stated, book: FactBook): Operand {
  return numberOf(comparison, book);
}

function isSameMeasure(one: Stated, other: Stated): boolean {
  return one.comparison.measure === other.comparison.measure;
}

const RANKS = { HOLDS: 0, WITHIN_ROUNDING: 1, CONFLICT: 2, NOT_TESTABLE: 3 } as const;

/** The first of those that say the most for the rule. */
function kindest(bounds: readonly Bound[]): Bound {
  return bounds.reduce((one, other) =>
    RANKS[other.finding.verdict] < RANKS[one.finding.verdict] ? other : one,
  );
}
