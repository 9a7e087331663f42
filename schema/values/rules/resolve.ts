import { formatBreakdown } from '../breakdown.ts';
import { operandOf } from '../checks/operandOf.ts';
import { sumOf, type Operand } from '../checks/operand.ts';
import type { NotTestableReason } from '../checks/verdict.ts';
import type { Fact, FactBook } from '../facts/factBook.ts';
import { unitKindOf } from '../facts/unitKindOf.ts';
import { figureExpression, sumExpression, type CheckedFigure, type Expression } from './expression.ts';
import { isNotApplicable, partsOf, type HeldParts } from './parts.ts';
import type { Term } from './rule.ts';
import type { Place, RuleScope } from './scope.ts';

/** A term with its figure looked up: a number, or why there is none. */
export interface Resolved {
  readonly operand: Operand | null;
  readonly expression: Expression;
  readonly problem: NotTestableReason | null;
  /** Whether it is the sum of a list that may have further parts: at least that number. */
  readonly isOpen: boolean;
  /** Whether it is the sum of a list in which a part is told without a number: at least that number. */
  readonly lacksPart: boolean;
  /** Whether it has no number because it is told as not applicable: where figures are added up, it adds nothing. */
  readonly isNothing: boolean;
}

/** A figure that is looked for. */
type Wanted = Omit<CheckedFigure, 'fact' | 'comparison'>;

/** Why a term has no number in the book. */
type Absence = Extract<NotTestableReason, 'FIGURE_MISSING' | 'UNITS_DIFFER' | 'AGENCY_NOT_REACHED'>;

/**
 * Looks a term up about a place, a figure of the place's calendar before others. Where the figure has no number, the
 * sum of its parts stands for it, if the term allows that and some part has a number.
 */
export function resolveTerm(term: Term, place: Place, scope: RuleScope): Resolved {
  const agency = term.agency ?? scope.own;
  const book = scope.books.get(agency) ?? null;
  const { indicator, breakdown } = term;
  const organisation = term.about === 'area' ? scope.area : place.organisation;
  const unit = unitOfTerm(term, book);
  const wanted = { agency, indicator, organisation, breakdown, unit, time: place.time };
  if (!book) return absent(wanted, 'AGENCY_NOT_REACHED');
  const identity = { indicator, organisation, breakdown, unit, setBy: null, calendar: place.calendar };
  const fact = book.find(identity, place.time);
  if (fact && fact.observation.value !== null) return resolveFact(agency, fact, book);
  if (term.sumOver !== null) {
    const held = partsOf(identity, place.time, [term.sumOver], book, fact);
    if (held.numbers.length > 0) return sumOfParts(agency, held, book);
  }
  if (fact && isNotApplicable(fact)) return { ...absent(wanted, 'FIGURE_MISSING'), isNothing: true };
  return absent(wanted, isToldInOtherUnit(wanted, book) ? 'UNITS_DIFFER' : 'FIGURE_MISSING');
}

/** The unit that a term is meant in; empty where its agency was not reached or does not know the indicator. */
export function unitOfTerm(
  { unit, indicator }: Pick<Term, 'unit' | 'indicator'>,
  book: FactBook | null,
): string {
  return unit ?? book?.vocabulary.indicators.get(indicator)?.units[0] ?? '';
}

/** A held figure as a term. */
export function resolveFact(agency: string, fact: Fact, book: FactBook): Resolved {
  const { observation } = fact;
  const operand = operandOf(observation, unitKindOf(observation.unit, book));
  return {
    operand,
    expression: figureExpression(checkedFigure(agency, fact)),
    problem: operand === null ? 'FIGURE_MISSING' : null,
    isOpen: false,
    lacksPart: false,
    isNothing: false,
  };
}

/** A held figure as a check uses it. */
export function checkedFigure(agency: string, fact: Fact): CheckedFigure {
  const { indicator, organisation, breakdown, unit, time } = fact.observation;
  return { agency, indicator, organisation, breakdown, unit, time, fact, comparison: null };
}

function absent(wanted: Wanted, problem: Absence): Resolved {
  const expression = figureExpression({ ...wanted, fact: null, comparison: null });
  return { operand: null, expression, problem, isOpen: false, lacksPart: false, isNothing: false };
}

/** Parts left out are taken to be none below zero, so that the sum of an open list is the least that it can be. */
function sumOfParts(
  agency: string,
  { told, isWhole, list, unitsDiffer }: HeldParts,
  book: FactBook,
): Resolved {
  const resolved = told.map((fact) => resolveFact(agency, fact, book));
  const sum = sumOf(resolved.flatMap(({ operand }) => operand ?? []));
  const isOpen = list === 'OPEN' || unitsDiffer;
  return {
    operand:
      isOpen || !isWhole ? { ...sum, interval: { ...sum.interval, high: null, highIncluded: false } } : sum,
    expression: sumExpression(
      resolved.map(({ expression }) => expression),
      isOpen,
    ),
    problem: null,
    isOpen,
    lacksPart: !isWhole,
    isNothing: false,
  };
}

function isToldInOtherUnit(
  { indicator, organisation, breakdown, unit, time }: Wanted,
  book: FactBook,
): boolean {
  const part = formatBreakdown(breakdown);
  return book
    .of(indicator, organisation, time)
    .some(
      ({ observation: told }) =>
        told.unit !== unit &&
        told.value !== null &&
        told.setBy === null &&
        formatBreakdown(told.breakdown) === part,
    );
}
