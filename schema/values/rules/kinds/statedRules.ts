import { growthFactor } from '../../checks/growth.ts';
import { hundredthOf, type Operand } from '../../checks/operand.ts';
import { notTestable, type Finding } from '../../checks/verdict.ts';
import { comparedTime } from '../../comparing/comparedTime.ts';
import { compareFigures } from '../../comparing/compareFigures.ts';
import type { Comparison, ComparisonMeasure } from '../../comparison.ts';
import type { Fact, FactBook } from '../../facts/factBook.ts';
import {
  factorExpression,
  figureExpression,
  sumExpression,
  type CheckedFigure,
  type Expression,
} from '../expression.ts';
import { assumedBase } from './quotientRules.ts';
import { checkedFigure } from '../resolve.ts';
import type { StatedComparisonRule } from '../rule.ts';
import { outcomeOf, ownBook, placeOf, type CheckOutcome, type RuleScope } from '../scope.ts';
import { isRelative, numberOf } from '../stated.ts';

const MEASURES: Readonly<Record<StatedComparisonRule['kind'], readonly ComparisonMeasure[]>> = {
  GROWTH: ['PERCENT_CHANGE', 'TIMES', 'ABSOLUTE_CHANGE', 'PERCENTAGE_POINTS'],
  ATTAINMENT: ['ATTAINMENT'],
  SHARE: ['SHARE'],
};

/** Every comparison of the kind that is stated with a shown figure, against the base that is held. */
export function statedComparisonOutcomes(
  rule: StatedComparisonRule,
  scope: RuleScope,
): readonly CheckOutcome[] {
  const book = ownBook(scope);
  if (!book) return [];
  return book.shown.flatMap((fact) =>
    fact.observation.comparisons
      .filter(({ measure }) => MEASURES[rule.kind].includes(measure))
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
  const compared = compareFigures(book, observation, comparison, comparison);
  const finding = compared.agreement ?? notTestable('BASE_MISSING');
  const own = checkedFigure(scope.own, fact);
  const stated: CheckedFigure = { ...own, comparison };
  const base = compared.base ? checkedFigure(scope.own, compared.base) : missingBase(own, fact, comparison);
  const saidBase =
    (compared.base ? null : baseNearestTo(finding, comparison, book)) ?? figureExpression(base);
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

/** A count may contradict every whole base: then the nearest one is said. */
function baseNearestTo(finding: Finding, comparison: Comparison, book: FactBook): Expression | null {
  return assumedBase(finding, factorOf(comparison, numberOf(comparison, book)));
}

function factorOf(comparison: Comparison, change: Operand): Operand {
  return isRelative(comparison) ? growthFactor({ measure: comparison.measure, change }) : hundredthOf(change);
}

/** What the base becomes with the stated change, share or attainment. */
function withChange(base: Expression, stated: CheckedFigure, comparison: Comparison): Expression {
  const { measure } = comparison;
  if (measure === 'ABSOLUTE_CHANGE' || measure === 'PERCENTAGE_POINTS') {
    return sumExpression([base, figureExpression(stated)]);
  }
  const factor = isRelative(comparison) ? factorExpression(stated) : figureExpression(stated);
  return { kind: 'PRODUCT', factors: [base, factor] };
}
