import { exactOperand, type Operand } from '../../checks/operand.ts';
import { sumAcross, totalOfParts, weightedTotal, type PartList } from '../../checks/totals.ts';
import { notTestable } from '../../checks/verdict.ts';
import type { Decimal } from '../../decimal.ts';
import type { Fact, FactBook } from '../../facts/factBook.ts';
import { figureExpression, sumExpression, type Expression } from '../expression.ts';
import { partsOf, type HeldParts } from '../parts.ts';
import { judgeTerms, lackingPart } from '../judgeTerms.ts';
import { resolveFact, unitOfTerm, type Resolved } from '../resolve.ts';
import type { SumAcrossRule, TotalOfPartsRule, WeightedTotalRule } from '../rule.ts';
import { outcomeOf, ownBook, placeOf, type CheckOutcome, type RuleScope } from '../scope.ts';
import { subjectsOf, type Subject } from '../subjects.ts';

const ZERO = '0' as Decimal;

/** Every shown total of the indicator whose parts by the dimensions are told with some number. */
export function totalOfPartsOutcomes(rule: TotalOfPartsRule, scope: RuleScope): readonly CheckOutcome[] {
  const book = ownBook(scope);
  if (!book) return [];
  return book.shownOf(rule.indicator).flatMap((total) => {
    const { value, breakdown, time } = total.observation;
    if (value === null || !canBeTotal(breakdown, rule)) return [];
    const parts = partsOf(total.observation, time, rule.dimensions, book, total);
    return parts.numbers.length === 0 ? [] : [totalOutcome(rule, total, parts, book, scope)];
  });
}

/** A figure of one of the codes is a total only by that one dimension: of the codes below its own. */
function canBeTotal(breakdown: Fact['observation']['breakdown'], { dimensions }: TotalOfPartsRule): boolean {
  return dimensions.length === 1 || dimensions.every((dimension) => breakdown[dimension] === undefined);
}

function totalOutcome(
  rule: TotalOfPartsRule,
  total: Fact,
  held: HeldParts,
  book: FactBook,
  scope: RuleScope,
): CheckOutcome {
  const parts = held.told.map((part) => resolveFact(scope.own, part, book));
  const numbers = parts.filter(({ operand }) => operand !== null);
  const whole = resolveFact(scope.own, total, book);
  const isOpen = held.list === 'OPEN' || held.unitsDiffer;
  const list = partListOf(isOpen || !held.isWhole, rule);
  const found = judgeTerms([whole, ...numbers], (sum, ...operands) => totalOfParts(sum, operands, list));
  const isOtherUnit = held.unitsDiffer && found.reason === 'PARTS_OPEN';
  const judged = held.isWhole ? found : lackingPart(found);
  const finding = isOtherUnit && held.isWhole ? notTestable('UNITS_DIFFER', found.sides) : judged;
  const right = sumExpression(
    parts.map(({ expression }) => expression),
    isOpen,
  );
  return outcomeOf(rule, placeOf(total.observation), { left: whole.expression, right, finding }, scope);
}

/** The list of an indicator's parts as the engine is to take it. */
export function partListOf(
  isOpen: boolean,
  { partsMayBeNegative }: { readonly partsMayBeNegative: boolean },
): PartList {
  if (!isOpen) return 'CLOSED';
  return partsMayBeNegative ? 'OPEN_TO_ANY_SIGN' : 'OPEN';
}

/** The total where it is shown, against what is counted, each with its weight. */
export function weightedTotalOutcomes(rule: WeightedTotalRule, scope: RuleScope): readonly CheckOutcome[] {
  const book = ownBook(scope);
  if (!book) return [];
  return subjectsOf(rule.total, scope).map((subject) => weightedOutcome(rule, subject, book, scope));
}

function weightedOutcome(
  rule: WeightedTotalRule,
  { place, subject: total }: Subject,
  book: FactBook,
  scope: RuleScope,
): CheckOutcome {
  const { organisation, time, calendar } = place;
  const indicator = rule.count;
  const unit = unitOfTerm({ unit: null, indicator }, book);
  const counted = { indicator, organisation, breakdown: {}, unit, setBy: null, calendar };
  const held = partsOf(counted, time, [rule.dimension], book, book.find(counted, time));
  const weighed = held.told.flatMap((fact) => weighedPart(rule, fact, book, scope));
  const numbers = weighed.filter(({ part }) => part.operand !== null);
  const isOpen = held.list === 'OPEN' || held.unitsDiffer || weighed.length < held.told.length;
  const list: PartList = isOpen || !held.isWhole ? 'OPEN' : 'CLOSED';
  const found = judgeTerms([total, ...numbers.map(({ part }) => part)], (sum, ...counts) =>
    weightedTotal(sum, withWeights(counts, numbers), list),
  );
  const finding = held.isWhole ? found : lackingPart(found);
  const absent = figureExpression({ agency: scope.own, ...counted, time, fact: null, comparison: null });
  const products = weighed.map(({ part, weight }) => product(part.expression, weight));
  const right = products.length === 0 ? absent : sumExpression(products, isOpen);
  return outcomeOf(rule, place, { left: total.expression, right, finding }, scope);
}

interface Weighed {
  readonly part: Resolved;
  readonly weight: Decimal;
}

/** A code without a weight of its own counts for an unknown number: its part is left out. */
function weighedPart(
  { weights, dimension }: WeightedTotalRule,
  fact: Fact,
  book: FactBook,
  scope: RuleScope,
): readonly Weighed[] {
  const weight = weights[fact.observation.breakdown[dimension] ?? ''];
  return weight === undefined ? [] : [{ weight, part: resolveFact(scope.own, fact, book) }];
}

function withWeights(counts: readonly Operand[], weighed: readonly Weighed[]) {
  return counts.map((count, index) => ({ count, weight: exactOperand(weighed[index]?.weight ?? ZERO) }));
}

function product(count: Expression, weight: Decimal): Expression {
  return { kind: 'PRODUCT', factors: [count, { kind: 'NUMBER', value: weight }] };
}

/** The total where it is shown, against figures of other indicators or agencies. */
export function sumAcrossOutcomes(rule: SumAcrossRule, scope: RuleScope): readonly CheckOutcome[] {
  return subjectsOf(rule.total, scope).map(({ place, subject: total, resolve }) => {
    const parts = rule.parts.map(resolve);
    const finding = judgeTerms([total, ...parts], (sum, ...figures) => sumAcross(sum, figures));
    const right = sumExpression(parts.map(({ expression }) => expression));
    return outcomeOf(rule, place, { left: total.expression, right, finding }, scope);
  });
}
