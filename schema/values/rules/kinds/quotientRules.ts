import { hundredthOf, type Operand } from '../../checks/operand.ts';
import { nearestCountBase } from '../../checks/quotient.ts';
import { averageOf, shareOf } from '../../checks/ratios.ts';
import { notTestable, type Finding } from '../../checks/verdict.ts';
import { beyondMeasure } from './beyondBound.ts';
import { figuresOf, type CheckedFigure, type Expression } from '../expression.ts';
import { judgeTerms, problemOf } from '../judgeTerms.ts';
import { unitKindOf } from '../../facts/unitKindOf.ts';
import type { Resolved } from '../resolve.ts';
import type { AverageRule, RateRule, Rule } from '../rule.ts';
import { outcomeOf, type CheckOutcome, type RuleScope } from '../scope.ts';
import { subjectsOf, type Subject } from '../subjects.ts';

/** The rate where it is shown, against part and whole; above 100 percent a conflict whatever these are. */
export function rateOutcomes(rule: RateRule, scope: RuleScope): readonly CheckOutcome[] {
  return subjectsOf(rule.rate, scope).map((subject) => {
    const terms = {
      ratio: subject.subject,
      figure: subject.resolve(rule.part),
      base: subject.resolve(rule.whole),
    };
    const { operand, expression } = terms.ratio;
    const beyond = operand && beyondMeasure(expression, operand, 'SHARE');
    if (beyond) {
      const figures = figuresOf(expression, terms.figure.expression, terms.base.expression);
      return outcomeOf(rule, subject.place, { ...beyond, figures }, scope);
    }
    return quotientOutcome(rule, subject, terms, { judge: shareOf, factorOf: hundredthOf }, scope);
  });
}

/** The average where it is shown, against total and count. */
export function averageOutcomes(rule: AverageRule, scope: RuleScope): readonly CheckOutcome[] {
  return subjectsOf(rule.average, scope).map((subject) => {
    const terms = {
      ratio: subject.subject,
      figure: subject.resolve(rule.total),
      base: subject.resolve(rule.count),
    };
    return quotientOutcome(rule, subject, terms, { judge: averageOf, factorOf: (average) => average }, scope);
  });
}

/** ratio = figure / base. */
interface Quotient {
  readonly ratio: Resolved;
  readonly figure: Resolved;
  readonly base: Resolved;
}

interface Reading {
  readonly judge: (ratio: Operand, figure: Operand, base: Operand | null) => Finding;
  /** What the base is multiplied with. */
  readonly factorOf: (ratio: Operand) => Operand;
}

/** Said without dividing: figure = base × ratio. */
function quotientOutcome(
  rule: Rule,
  { place }: Subject,
  terms: Quotient,
  reading: Reading,
  scope: RuleScope,
): CheckOutcome {
  const { ratio, figure, base } = terms;
  const finding = judgeQuotient(terms, reading, scope);
  const assumed =
    base.operand === null && ratio.operand ? assumedBase(finding, reading.factorOf(ratio.operand)) : null;
  const right: Expression = { kind: 'PRODUCT', factors: [assumed ?? base.expression, ratio.expression] };
  const figures = figuresOf(figure.expression, base.expression, ratio.expression);
  return outcomeOf(rule, place, { left: figure.expression, right, finding, figures }, scope);
}

/** Without a base, a count may still be one that no whole base explains. */
function judgeQuotient(terms: Quotient, { judge }: Reading, scope: RuleScope): Finding {
  const { ratio, figure, base } = terms;
  if (base.problem !== 'FIGURE_MISSING') return judgeTerms([ratio, figure, base], judge);
  const problem = problemOf([ratio, figure]);
  if (problem) return notTestable(problem);
  const [counted] = figuresOf(base.expression);
  return counted && isCount(counted, scope)
    ? judgeTerms([ratio, figure], (of, whole) => judge(of, whole, null))
    : notTestable('BASE_MISSING');
}

function isCount({ agency, unit }: CheckedFigure, { books }: RuleScope): boolean {
  const book = books.get(agency) ?? null;
  return book !== null && unitKindOf(unit, book) === 'COUNT';
}

/**
 * Where a finding contradicts any base although none is held: the whole number that comes nearest, as it is said in the
 * place of the base. `null` where the finding is none of that kind.
 */
export function assumedBase({ verdict, sides }: Finding, factor: Operand): Expression | null {
  if (verdict !== 'CONFLICT') return null;
  return { kind: 'NUMBER', value: nearestCountBase(sides[0], factor) };
}
