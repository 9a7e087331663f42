import { notBelowZero, partOfWhole, sameFact } from '../../checks/totals.ts';
import type { Decimal } from '../../decimal.ts';
import { figuresOf, type Expression } from '../expression.ts';
import { judgeTerms } from '../judgeTerms.ts';
import { resolveFact } from '../resolve.ts';
import type { NotBelowZeroRule, PartOfWholeRule, SameFactRule } from '../rule.ts';
import { outcomeOf, ownBook, placeOf, type CheckOutcome, type RuleScope } from '../scope.ts';
import { partSubjectsOf, subjectsOf } from '../subjects.ts';

/**
 * The part where it is shown, in each of its codes where the rule says so, against the whole. Where only parts of the
 * part are shown, each of these is at most the whole too.
 */
export function partOfWholeOutcomes(rule: PartOfWholeRule, scope: RuleScope): readonly CheckOutcome[] {
  const subjects = [...subjectsOf(rule.part, scope), ...partSubjectsOf(rule.part, scope)];
  return subjects.flatMap(({ place, subject: part, resolve }) => {
    const whole = resolve(rule.whole);
    const sides = { left: part.expression, right: whole.expression };
    if (isOneFact(sides)) return [];
    const finding = judgeTerms([part, whole], partOfWhole);
    return [outcomeOf(rule, place, { ...sides, finding, relation: 'AT_MOST' }, scope)];
  });
}

/** One fact against the other, where the first is shown. */
export function sameFactOutcomes(rule: SameFactRule, scope: RuleScope): readonly CheckOutcome[] {
  return subjectsOf(rule.figure, scope).flatMap(({ place, subject: one, resolve }) => {
    const other = resolve(rule.other);
    const sides = { left: one.expression, right: other.expression };
    if (isOneFact(sides)) return [];
    return [outcomeOf(rule, place, { ...sides, finding: judgeTerms([one, other], sameFact) }, scope)];
  });
}

/** Every figure with a number that the report shows. */
export function notBelowZeroOutcomes(rule: NotBelowZeroRule, scope: RuleScope): readonly CheckOutcome[] {
  const book = ownBook(scope);
  if (!book) return [];
  const left: Expression = { kind: 'NUMBER', value: '0' as Decimal };
  return book.shown.flatMap((fact) => {
    const { indicator, value } = fact.observation;
    if (value === null || rule.except.includes(indicator)) return [];
    const shown = resolveFact(scope.own, fact, book);
    const found = { left, right: shown.expression, finding: judgeTerms([shown], notBelowZero) };
    return [outcomeOf(rule, placeOf(fact.observation), { ...found, relation: 'AT_MOST' }, scope)];
  });
}

/** An organisation that is its own area would be compared with itself. */
function isOneFact({ left, right }: Pick<CheckOutcome, 'left' | 'right'>): boolean {
  const [facts, others] = [left, right].map((side) => figuresOf(side).map(({ fact }) => fact));
  return (
    facts !== undefined &&
    facts.length === others?.length &&
    facts.every((fact, index) => fact !== null && fact === others[index])
  );
}
