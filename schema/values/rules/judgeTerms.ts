import type { Operand } from '../checks/operand.ts';
import { notTestable, type Finding, type NotTestableReason } from '../checks/verdict.ts';
import type { Fact } from '../facts/factBook.ts';
import { figuresOf, type CheckedFigure } from './expression.ts';
import type { Resolved } from './resolve.ts';
import { placeOf, type Place } from './scope.ts';

/**
 * What a rule has to say of some terms: why they cannot be told, or what `judge` finds. With a sum of an open list a
 * conflict stands and what holds as printed does; else further parts could make the difference: PARTS_OPEN. With a sum
 * that lacks a part whose number is not told only a conflict stands: FIGURE_MISSING.
 */
export function judgeTerms(
  terms: readonly Resolved[],
  judge: (...operands: readonly Operand[]) => Finding,
): Finding {
  const problem = problemOf(terms);
  if (problem) return notTestable(problem);
  const finding = judge(...terms.flatMap(({ operand }) => operand ?? []));
  if (terms.some(({ lacksPart }) => lacksPart)) return lackingPart(finding);
  const isOpen = terms.some((term) => term.isOpen);
  return isOpen && finding.verdict === 'WITHIN_ROUNDING' ? notTestable('PARTS_OPEN', finding.sides) : finding;
}

/** A finding without a part whose number is not told: it may make any difference but to a conflict. */
export function lackingPart(finding: Finding): Finding {
  const isDecided =
    finding.verdict === 'CONFLICT' || (finding.reason !== null && finding.reason !== 'PARTS_OPEN');
  return isDecided ? finding : notTestable('FIGURE_MISSING', finding.sides);
}

/** Why terms cannot be told: first what an absent agency hides, then the first problem, then mixed calendars. */
export function problemOf(terms: readonly Resolved[]): NotTestableReason | null {
  const problems = terms.flatMap(({ problem }) => problem ?? []);
  if (problems.includes('AGENCY_NOT_REACHED')) return 'AGENCY_NOT_REACHED';
  if (problems[0]) return problems[0];
  return calendarsDiffer(figuresOf(...terms.map(({ expression }) => expression))) ? 'CALENDARS_DIFFER' : null;
}

/** Whether figures follow different calendars, so that they must not be added or compared. */
export function calendarsDiffer(figures: readonly CheckedFigure[]): boolean {
  return new Set(figures.flatMap(({ fact }) => (fact ? [calendarOf(fact)] : []))).size > 1;
}

/** The calendar that a figure follows; `null` is the calendar's own periods. */
export function calendarOf({ observation }: Fact): Place['calendar'] {
  return placeOf(observation).calendar;
}
