import type { Breakdown } from '../breakdown.ts';
import type { Fact, FactBook } from '../facts/factBook.ts';
import type { Observation } from '../observation.ts';
import type { Period } from '../period.ts';
import { figuresOf } from './expression.ts';
import { calendarOf } from './judgeTerms.ts';
import { resolveFact, resolveTerm, unitOfTerm, type Resolved } from './resolve.ts';
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

/**
 * The parts that the report shows of a figure, where it does not show the figure itself: each by itself in the unit of
 * the figure, but for those that are added up in its place. In the order of the report.
 */
export function partSubjectsOf(term: Term, scope: RuleScope): readonly Subject[] {
  const agency = term.agency ?? scope.own;
  const book = scope.books.get(agency) ?? null;
  if (!book) return [];
  const totals = new Set(
    subjectsOf(term, scope)
      .filter(({ subject }) => subject.expression.kind === 'FIGURE' && subject.problem === null)
      .map(({ subject }) => figuresOf(subject.expression)[0]?.fact),
  );
  return book.shownOf(term.indicator).flatMap((fact) => {
    const { observation } = fact;
    const spot = spotOf(observation, term, scope);
    if (!spot || !isPartOf(observation, term, book)) return [];
    const found = subjectAt(term, spot, scope);
    const [whole] = figuresOf(found.subject.expression);
    if (whole?.fact && totals.has(whole.fact)) return [];
    return [{ ...found, subject: resolveFact(agency, fact, book) }];
  });
}

/** Whether a figure is a part of the one that a term means, which is not one of those that a sum is made of. */
function isPartOf({ breakdown, unit, stage }: Observation, term: Term, book: FactBook): boolean {
  const further = Object.keys(breakdown).filter(
    (dimension) => dimension !== term.each && term.breakdown[dimension] === undefined,
  );
  return (
    stage !== 'PLANNED' &&
    unit === unitOfTerm(term, book) &&
    further.length > 0 &&
    !(further.length === 1 && further[0] === term.sumOver) &&
    (term.each === null || breakdown[term.each] !== undefined) &&
    Object.entries(term.breakdown).every(([dimension, code]) => breakdown[dimension] === code)
  );
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
    const spot = isToldBy(observation.breakdown, term) ? spotOf(observation, term, scope) : null;
    if (!spot) continue;
    const { place, code } = spot;
    const key = [place.organisation, place.time, place.calendar, code].join('|');
    if (!spots.has(key)) spots.set(key, spot);
  }
  return [...spots.values()];
}

/** Where a figure with a number of its own is told; `null` for a plan, and outside of the area that a term is about. */
function spotOf(observation: Observation, term: Term, scope: RuleScope): Spot | null {
  const { value, setBy, breakdown } = observation;
  const place = placeOf(observation);
  if (value === null || setBy !== null) return null;
  if (term.about === 'area' && place.organisation !== scope.area) return null;
  const organisation = term.about === 'area' ? scope.organisation : place.organisation;
  const code = term.each === null ? null : (breakdown[term.each] ?? null);
  return { place: { ...place, organisation }, code };
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
