import { structureSumsTo100, totalOfParts, type PartList } from '../../checks/totals.ts';
import { notTestable } from '../../checks/verdict.ts';
import type { Comparison } from '../../comparison.ts';
import type { Decimal } from '../../decimal.ts';
import type { FactBook } from '../../facts/factBook.ts';
import type { Observation } from '../../observation.ts';
import { figureExpression, sumExpression } from '../expression.ts';
import { partsOf } from '../parts.ts';
import { calendarOf, calendarsDiffer } from '../judgeTerms.ts';
import { unitOfTerm } from '../resolve.ts';
import type { StructureRule } from '../rule.ts';
import { outcomeOf, ownBook, placeOf, type CheckOutcome, type Place, type RuleScope } from '../scope.ts';
import { numberOf, statedFigure, statedWith, type Stated } from '../stated.ts';
import { partListOf } from './totalRules.ts';

const HUNDRED = '100' as Decimal;

/**
 * The shares stated with the parts, in each place where the report shows some. Parts without a share leave the list
 * open, and so does a total that is not told, unless no code is left out: who states one share need not state all.
 */
export function structureOutcomes(rule: StructureRule, scope: RuleScope): readonly CheckOutcome[] {
  const book = ownBook(scope);
  if (!book) return [];
  return placesOf(rule, book).flatMap((place) => {
    const { shares, list } = sharesAt(rule, place, book);
    const [first] = shares;
    // The same shares would be found from a place of each calendar that they follow.
    if (!first || !book.isShown(first.fact) || calendarOf(first.fact) !== place.calendar) return [];
    const figures = shares.map((share) => statedFigure(scope.own, share));
    const numbers = shares.map(({ comparison }) => numberOf(comparison, book));
    const finding = calendarsDiffer(figures)
      ? notTestable('CALENDARS_DIFFER')
      : structureSumsTo100(numbers, partListOf(list === 'OPEN', rule));
    const left = { kind: 'PERCENT', value: HUNDRED } as const;
    const right = sumExpression(figures.map(figureExpression), list === 'OPEN');
    return [
      outcomeOf(rule, place, { left, right, finding }, scope),
      ...shares.flatMap((share) => sharesBelow(rule, share, book, scope)),
    ];
  });
}

/**
 * The shares stated with the codes below one, against its own; and the same below each of these. A source does not say
 * of which whole they are: shares of that one itself make 100 percent, and are a conflict only if they make neither.
 */
function sharesBelow(
  rule: StructureRule,
  share: Stated,
  book: FactBook,
  scope: RuleScope,
): readonly CheckOutcome[] {
  const { observation } = share.fact;
  const told = partsOf(observation, observation.time, [rule.dimension], book, share.fact).told;
  const parts = statedWith(told, (one) => isShare(one) && one.peer === share.comparison.peer);
  if (parts.length === 0) return [];
  const isOpen = parts.length < told.length || isOpenBelow(rule, observation, book);
  const list = partListOf(isOpen, rule);
  const figures = [share, ...parts].map((one) => statedFigure(scope.own, one));
  const numbers = parts.map(({ comparison }) => numberOf(comparison, book));
  const ofAll = totalOfParts(numberOf(share.comparison, book), numbers, list);
  const ofThis = structureSumsTo100(numbers, list);
  const isOfThis = ofAll.verdict === 'CONFLICT' && ofThis.verdict !== 'CONFLICT';
  const finding = calendarsDiffer(figures) ? notTestable('CALENDARS_DIFFER') : isOfThis ? ofThis : ofAll;
  const [own, ...others] = figures.map(figureExpression);
  const left = isOfThis || !own ? ({ kind: 'PERCENT', value: HUNDRED } as const) : own;
  const right = sumExpression(others, isOpen);
  return [
    outcomeOf(rule, placeOf(observation), { left, right, finding, figures }, scope),
    ...parts.flatMap((part) => sharesBelow(rule, part, book, scope)),
  ];
}

/** Who states one share need not state all: only a list without any code left out is known to be closed. */
function isOpenBelow({ dimension }: StructureRule, above: Observation, book: FactBook): boolean {
  return (
    above.openDimensions.includes(dimension) || partsOf(above, above.time, [dimension], book).list === 'OPEN'
  );
}

function sharesAt(
  { indicator, dimension }: StructureRule,
  place: Place,
  book: FactBook,
): { readonly shares: readonly Stated[]; readonly list: PartList } {
  const { organisation, time, calendar } = place;
  const unit = unitOfTerm({ unit: null, indicator }, book);
  const identity = { indicator, organisation, breakdown: {}, unit, setBy: null, calendar };
  const { told, list } = partsOf(identity, time, [dimension], book, book.find(identity, time));
  const [first] = statedWith(told, isShare);
  // Shares of several wholes make no hundred together.
  const shares = statedWith(told, (one) => isShare(one) && one.peer === first?.comparison.peer);
  return { shares, list: shares.length < told.length ? 'OPEN' : list };
}

function isShare({ measure, against }: Comparison): boolean {
  return measure === 'SHARE' && against === 'WHOLE';
}

function placesOf({ indicator, dimension }: StructureRule, book: FactBook): readonly Place[] {
  const places = book
    .shownOf(indicator)
    .filter(({ observation }) => dimension in observation.breakdown && observation.comparisons.some(isShare))
    .map(({ observation }) => placeOf(observation))
    .map((place) => [[place.organisation, place.time, place.calendar].join('|'), place] as const);
  return [...new Map(places).values()];
}
