import { subtractOperands, sumOf, type Operand } from '../../checks/operand.ts';
import { atMost } from '../../checks/relation.ts';
import { stockFlow } from '../../checks/totals.ts';
import { notTestable, type Finding } from '../../checks/verdict.ts';
import { usable } from '../../comparing/findBase.ts';
import type { FactBook } from '../../facts/factBook.ts';
import { previousPeriod } from '../../period.ts';
import { figuresOf, sumExpression, type Expression } from '../expression.ts';
import { judgeTerms, problemOf } from '../judgeTerms.ts';
import type { Resolved } from '../resolve.ts';
import type { StockFlowRule, Term } from '../rule.ts';
import { outcomeOf, type CheckOutcome, type RuleScope } from '../scope.ts';
import { subjectsOf, type Subject } from '../subjects.ts';

/**
 * The stock where it is shown, against the previous one and the flows of the same time. BASE_MISSING without a previous
 * one, BREAK_IN_SERIES where the series cannot be followed from it. Where not all that goes out is counted, what is not
 * told of it leaves only a conflict: without it more should be left than there can be. A flow that is told as not
 * applicable is none.
 */
export function stockFlowOutcomes(rule: StockFlowRule, scope: RuleScope): readonly CheckOutcome[] {
  const book = scope.books.get(rule.stock.agency ?? scope.own) ?? null;
  return subjectsOf(rule.stock, scope).map((subject) => stockOutcome(rule, subject, book, scope));
}

function stockOutcome(
  rule: StockFlowRule,
  { place, subject: stock, resolveAt, resolve }: Subject,
  book: FactBook | null,
  scope: RuleScope,
): CheckOutcome {
  const previous = asBase(stock, resolveAt(rule.stock, previousPeriod(place.time)), book);
  const inflows = flowsOf(rule.inflows, resolve);
  const outflows = flowsOf(rule.outflows, resolve);
  const counted = rule.outflowsOpen ? outflows.filter(({ operand }) => operand !== null) : outflows;
  const found = judgeTerms([stock, previous, ...inflows, ...counted], (now, before, ...flows) =>
    judgeFlows(rule, [now, before], flows.slice(0, inflows.length), flows.slice(inflows.length)),
  );
  const problem = problemOf(outflows);
  const isUndecided = problem !== null && found.reason === null && found.verdict !== 'CONFLICT';
  const finding = isUndecided ? notTestable(problem, found.sides) : found;
  const right = sumExpression([
    ...[previous, ...inflows].map(({ expression }) => expression),
    ...outflows.map(({ expression }): Expression => ({ kind: 'MINUS', term: expression })),
  ]);
  const relation = rule.outflowsOpen ? 'AT_MOST' : 'EQUAL';
  return outcomeOf(rule, place, { left: stock.expression, right, finding, relation }, scope);
}

/** The flows as they are told, without those that are not applicable: what does not exist adds nothing. */
function flowsOf(terms: readonly Term[], resolve: (term: Term) => Resolved): readonly Resolved[] {
  return terms.map(resolve).filter(({ isNothing }) => !isNothing);
}

function judgeFlows(
  rule: StockFlowRule,
  [now, before]: readonly [Operand, Operand],
  inflows: readonly Operand[],
  outflows: readonly Operand[],
): Finding {
  if (!rule.outflowsOpen) return stockFlow(now, before, inflows, outflows);
  return atMost(now, subtractOperands(sumOf([before, ...inflows]), sumOf(outflows)));
}

/** The previous stock, unless there is none or the series breaks before the stock. */
function asBase(stock: Resolved, previous: Resolved, book: FactBook | null): Resolved {
  if (previous.problem !== null) {
    return {
      ...previous,
      problem: previous.problem === 'FIGURE_MISSING' ? 'BASE_MISSING' : previous.problem,
    };
  }
  const [now, before] = [stock, previous].map(({ expression }) => figuresOf(expression)[0]?.fact ?? null);
  if (!book || !now || !before) return previous;
  return {
    ...previous,
    problem: usable(book, now.observation, before, { measure: 'ABSOLUTE_CHANGE' }).reason,
  };
}
