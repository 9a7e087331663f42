import { growthFactor, isRelative } from '../../checks/growth.ts';
import { hundredthOf, type Operand } from '../../checks/operand.ts';
import { notTestable, type Finding } from '../../checks/verdict.ts';
import { boundedAgreement, isRatio } from '../../comparing/boundedAgreement.ts';
import { comparedTime } from '../../comparing/comparedTime.ts';
import { compareStated } from '../../comparing/compareFigures.ts';
import type { Comparison } from '../../comparison.ts';
import type { Decimal } from '../../decimal.ts';
import type { Fact, FactBook } from '../../facts/factBook.ts';
import {
  factorExpression,
  figureExpression,
  sumExpression,
  type CheckedFigure,
  type Expression,
} from '../expression.ts';
import { beyondBound } from './beyondBound.ts';
import { assumedBase } from './quotientRules.ts';
import { checkedFigure } from '../resolve.ts';
import type { StatedComparisonRule } from '../rule.ts';
import { outcomeOf, ownBook, placeOf, type CheckOutcome, type RuleScope } from '../scope.ts';
import { numberOf } from '../stated.ts';
import { isAboutMeasure } from '../statedBounds.ts';

/**
 * Every comparison of the kind that is stated with a shown figure, against the base that is held. Of figures that cannot
 * be below zero, what no base at all could explain is a conflict.
 */
export function statedComparisonOutcomes(
  rule: StatedComparisonRule,
  scope: RuleScope,
): readonly CheckOutcome[] {
  const book = ownBook(scope);
  if (!book) return [];
  return book.shown.flatMap((fact) =>
    fact.observation.comparisons
      .filter(({ measure }) => isAboutMeasure(rule, measure))
      .map((comparison) => comparisonOutcome(rule, fact, comparison, book, scope)),
  );
}

function comparisonOutcome(
  rule: StatedComparisonRule,
  fact: Fact,
  comparison: Comparison,
  book: FactBook,
  scope: RuleScope,
): CheckOutcome {
  const { observation } = fact;
  const own = checkedFigure(scope.own, fact);
  const stated: CheckedFigure = { ...own, comparison };
  const mayBeNegative = rule.mayBeNegative.includes(observation.indicator);
  const compared = compareStated(book, fact, comparison);
  const agreement = compared.agreement ?? notTestable('BASE_MISSING');
  const finding = mayBeNegative ? agreement : boundedAgreement(agreement, observation, comparison, book);
  const held = compared.agreedWith ?? compared.refused;
  const base = held ? checkedFigure(scope.own, held) : missingBase(own, fact, comparison);
  const beyond = mayBeNegative ? null : beyondBound(stated, comparison, book);
  if (beyond) {
    return outcomeOf(rule, placeOf(observation), { ...beyond, figures: [stated, own, base] }, scope);
  }
  const saidBase =
    (compared.agreedWith ? null : baseNearestTo(finding, comparison, book)) ?? figureExpression(base);
  const right = withChange(saidBase, stated, comparison);
  const figures = [own, base, stated];
  const left = figureExpression(own);
  return outcomeOf(rule, placeOf(observation), { left, right, finding, figures }, scope);
}

/** The base as it was looked for: the same figure at another time; of a share, the whole of what it is a part of. */
function missingBase(own: CheckedFigure, { observation }: Fact, comparison: Comparison): CheckedFigure {
  const time = comparedTime(observation, comparison) ?? observation.time;
  return { ...own, time, fact: null, breakdown: comparison.measure === 'SHARE' ? {} : own.breakdown };
}

/** A figure may contradict every base, a count every whole one: then the nearest one is said. */
function baseNearestTo(finding: Finding, comparison: Comparison, book: FactBook): Expression | null {
  if (!isRatio(comparison)) {
    return finding.verdict === 'CONFLICT' ? { kind: 'NUMBER', value: '0' as Decimal } : null;
  }
  return assumedBase(finding, factorOf(comparison, numberOf(comparison, book)));
}

function factorOf(comparison: Comparison, change: Operand): Operand {
  return isRelative(comparison) ? growthFactor({ measure: comparison.measure, change }) : hundredthOf(change);
}

/** What the base becomes with the stated change, share or attainment. */
function withChange(base: Expression, stated: CheckedFigure, comparison: Comparison): Expression {
  if (!isRatio(comparison)) return sumExpression([base, figureExpression(stated)]);
  const factor = isRelative(comparison) ? factorExpression(stated) : figureExpression(stated);
  return { kind: 'PRODUCT', factors: [base, factor] };
}
