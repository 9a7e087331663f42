import { growthOfQuotient, isRelative, type RelativeGrowth } from '../../checks/growth.ts';
import { notTestable } from '../../checks/verdict.ts';
import { formatBreakdown } from '../../breakdown.ts';
import type { FactBook } from '../../facts/factBook.ts';
import { factorExpression, type CheckedFigure } from '../expression.ts';
import { calendarsDiffer } from '../judgeTerms.ts';
import { unitOfTerm } from '../resolve.ts';
import type { GrowthOfQuotientRule, Term } from '../rule.ts';
import { outcomeOf, ownBook, placeOf, type CheckOutcome, type RuleScope } from '../scope.ts';
import { isSameBase, numberOf, statedFigure, statedWith, type Stated } from '../stated.ts';

/** The relative growths stated with total, count and average of one time and base. */
export function growthOfQuotientOutcomes(
  rule: GrowthOfQuotientRule,
  scope: RuleScope,
): readonly CheckOutcome[] {
  const book = ownBook(scope);
  if (!book) return [];
  const unit = unitOfTerm(rule.total, book);
  const part = formatBreakdown(rule.total.breakdown);
  return book
    .shownOf(rule.total.indicator)
    .filter(
      ({ observation: told }) =>
        told.unit === unit && told.setBy === null && formatBreakdown(told.breakdown) === part,
    )
    .flatMap((fact) =>
      fact.observation.comparisons
        .filter(isRelative)
        .map((comparison) => quotientGrowthOutcome(rule, { fact, comparison }, book, scope)),
    );
}

function quotientGrowthOutcome(
  rule: GrowthOfQuotientRule,
  total: Stated,
  book: FactBook,
  scope: RuleScope,
): CheckOutcome {
  const figures = [
    statedFigure(scope.own, total),
    growthOfTerm(rule.count, total, book, scope),
    growthOfTerm(rule.average, total, book, scope),
  ] as const;
  const [whole, count, average] = figures.map((figure) => growthOf(figure, book));
  const finding = calendarsDiffer(figures)
    ? notTestable('CALENDARS_DIFFER')
    : whole && count && average
      ? growthOfQuotient({ total: whole, count, average })
      : notTestable('FIGURE_MISSING');
  const [left, ...factors] = figures;
  const right = { kind: 'PRODUCT', factors: factors.map(factorExpression) } as const;
  return outcomeOf(
    rule,
    placeOf(total.fact.observation),
    { left: factorExpression(left), right, finding },
    scope,
  );
}

/** The growth that is stated with a term from the same base; without it, the figure that is not held. */
function growthOfTerm(term: Term, total: Stated, book: FactBook, scope: RuleScope): CheckedFigure {
  const { organisation, time, calendar } = placeOf(total.fact.observation);
  const { indicator, breakdown } = term;
  const unit = unitOfTerm(term, book);
  const fact = book.find({ indicator, organisation, breakdown, unit, setBy: null, calendar }, time);
  const [stated] = statedWith(
    fact ? [fact] : [],
    (one) => isRelative(one) && isSameBase(one, total.comparison),
  );
  if (stated) return statedFigure(scope.own, stated);
  return { agency: scope.own, indicator, organisation, breakdown, unit, time, fact: null, comparison: null };
}

function growthOf({ comparison }: CheckedFigure, book: FactBook): RelativeGrowth | null {
  if (!comparison || !isRelative(comparison)) return null;
  return { measure: comparison.measure, change: numberOf(comparison, book) };
}
