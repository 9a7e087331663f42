import type { Breakdown } from '../breakdown.ts';
import type { Fact, FactBook } from '../facts/factBook.ts';
import type { Period } from '../period.ts';
import { figuresOf } from './expression.ts';
import { calendarOf } from './judgeTerms.ts';
import { resolveTerm, type Resolved } from './resolve.ts';
import type { Term } from './rule.ts';
import { placeOf, type Place, type RuleScope } from './scope.ts';

/** What a rule is about in one place. */
export interface Subject {
  readonly place: Place;
  readonly subject: Resolved;
  /** Looks another term of the rule up: about the same place, and the same part where the rule holds for each. */
  readonly resolve: (term: Term) => Resolved;
  /** The same about another time. */
  readonly resolveAt: (term: Term, time: Period) => Resolved;
}

/**
 * Where the report shows the figure that a rule is about: in the order of the report, each of its parts and each
 * calendar by itself. Of an agency that was not reached: once, in the place that the report is about.
 */
export function subjectsOf(term: Term, scope: RuleScope): readonly Subject[] {
  const book = scope.books.get(term.agency ?? scope.own) ?? null;
  if (!book) {
    const place = { organisation: scope.organisation, time: scope.period, calendar: null };
    return [subjectAt(term, { place, code: null }, scope)];
  }
  return spotsOf(term, book, scope)
    .map((spot) => ({ spot, found: subjectAt(term, spot, scope) }))
    .filter(({ spot, found }) => isSubject(found.subject, spot.place, book))
    .map(({ found }) => found);
}

/** A place and the part that is meant there; `null` where the rule is not about each part. */
interface Spot {
  readonly place: Place;
  readonly code: string | null;
}

function subjectAt(term: Term, { place, code }: Spot, scope: RuleScope): Subject {
  const resolveAt = (one: Term, time: Period): Resolved =>
    resolveTerm(termOfCode(one, code), { ...place, time }, scope);
  const resolve = (one: Term): Resolved => resolveAt(one, place.time);
  return { place, subject: resolve(term), resolve, resolveAt };
}

/** The term for one code of the dimension that it holds for each part of. */
function termOfCode(term: Term, code: string | null): Term {
  if (term.each === null || code === null) return term;
  return { ...term, breakdown: { ...term.breakdown, [term.each]: code } };
}

function spotsOf(term: Term, book: FactBook, scope: RuleScope): readonly Spot[] {
  const spots = new Map<string, Spot>();
  for (const { observation } of book.shownOf(term.indicator)) {
    const { value, setBy, breakdown } = observation;
    if (value === null || setBy !== null || !isToldBy(breakdown, term)) continue;
    const place = placeOf(observation);
    if (term.about === 'area' && place.organisation !== scope.area) continue;
    const about = term.about === 'area' ? scope.organisation : place.organisation;
    const code = term.each === null ? null : (breakdown[term.each] ?? null);
    const key = [about, place.time, place.calendar, code].join('|');
    if (!spots.has(key)) spots.set(key, { place: { ...place, organisation: about }, code });
  }
  return [...spots.values()];
}

/** Whether a figure of this breakdown is the one that a term means, or a part that may stand for it. */
function isToldBy(breakdown: Breakdown, { breakdown: meant, each, sumOver }: Term): boolean {
  const own = Object.keys(breakdown).filter((dimension) => dimension !== each && dimension !== sumOver);
  return (
    (each === null || breakdown[each] !== undefined) &&
    own.length === Object.keys(meant).length &&
    own.every((dimension) => breakdown[dimension] === meant[dimension])
  );
}

/** What is found is the subject of this place alone where the report shows it and its calendar is the place's. */
function isSubject({ expression, problem }: Resolved, { calendar }: Place, book: FactBook): boolean {
  if (problem !== null) return problem !== 'FIGURE_MISSING';
  const facts = figuresOf(expression).flatMap(({ fact }) => fact ?? []);
  return (
    facts.every((fact: Fact) => book.isShown(fact)) &&
    facts[0] !== undefined &&
    calendarOf(facts[0]) === calendar
  );
}
