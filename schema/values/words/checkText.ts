import type { Operand } from '../checks/operand.ts';
import type { Verdict } from '../checks/verdict.ts';
import { shiftDecimal, withoutTrailingZeros, type Decimal } from '../decimal.ts';
import type { Interval } from '../interval.ts';
import type { Locale } from '../label.ts';
import { toldOnly, type Expression } from '../rules/expression.ts';
import type { CheckOutcome } from '../rules/scope.ts';
import { isPercent, NO_NOUN, nounOf, type Vocabularies } from './checkedFigure.ts';
import { expressionText, isWorkedOut } from './expressionText.ts';
import { numberText } from './figureText.ts';
import type { Noun } from './noun.ts';

const RELATIONS: Readonly<Record<CheckOutcome['relation'], Readonly<Record<Verdict, string>>>> = {
  EQUAL: { HOLDS: '=', WITHIN_ROUNDING: '≈', CONFLICT: '≠', NOT_TESTABLE: '≟' },
  AT_MOST: { HOLDS: '≤', WITHIN_ROUNDING: '≤', CONFLICT: '>', NOT_TESTABLE: '≤?' },
};

/** Verdicts that do not show in the printed numbers alone: what a side comes to is said with them. */
const WORKED_OUT: readonly Verdict[] = ['WITHIN_ROUNDING', 'CONFLICT'];

/**
 * The arithmetic of a check: "39 ≠ 7 + 23 + 1 + 6 = 37", "gần 1.636 tỷ ≈ gần 230 × 7,1 tỷ = 1.633 tỷ". What cannot be told
 * is not asserted: "≟", "≤?". A figure that is not held is "?"; where a list may have further parts that make the
 * difference, it ends in "…". What is told in spite of such a figure or list is said without.
 */
export function checkExpression(outcome: CheckOutcome, vocabularies: Vocabularies, locale: Locale): string {
  const { relation, finding } = outcome;
  const isTold = finding.verdict !== 'NOT_TESTABLE';
  const [left, right] = [outcome.left, outcome.right].map((side) => (isTold ? toldOnly(side) : side)) as [
    Expression,
    Expression,
  ];
  const measure = measureOf(outcome, vocabularies);
  const shown = { vocabularies, locale, showsOpen: finding.reason !== null && finding.sides !== null };
  const textOf = (side: Expression, number: Operand | undefined): readonly string[] => {
    const isResultSaid = number && isWorkedOut(side) && WORKED_OUT.includes(finding.verdict);
    return [
      expressionText(side, shown),
      ...(isResultSaid ? ['=', sideText(number, resultMeasure(measure), locale)] : []),
    ];
  };
  return [
    ...textOf(left, finding.sides?.[0]),
    RELATIONS[relation][finding.verdict],
    ...textOf(right, finding.sides?.[1]),
  ].join(' ');
}

/** One side of a check: its number in the unit of the check's first figure, and all that it can mean. */
export interface CheckSide {
  readonly text: (locale: Locale) => string;
  /** In the unit and multiplier of the first figure. */
  readonly interval: Interval;
}

/** Both sides as compared; none where a figure that a side needs is absent. */
export function checkSides(outcome: CheckOutcome, vocabularies: Vocabularies): readonly CheckSide[] {
  const measure = measureOf(outcome, vocabularies);
  const inMeasure = (bound: Decimal | null) =>
    bound && withoutTrailingZeros(shiftDecimal(bound, -measure.places));
  return (outcome.finding.sides ?? []).map((side) => ({
    text: (locale) => sideText(side, measure, locale),
    interval: { ...side.interval, low: inMeasure(side.interval.low), high: inMeasure(side.interval.high) },
  }));
}

/** What the sides of a check are said in. */
interface Measure {
  readonly noun: Noun;
  /** Power of ten of the side's number. */
  readonly places: number;
  /** Power of ten that is said in words. */
  readonly unitMultiplier: number;
}

/** That of the first figure. Factors of growth are said in percent of the base where the growth is. */
function measureOf({ rule, figures }: CheckOutcome, vocabularies: Vocabularies): Measure {
  const [first] = figures;
  const noun = first ? nounOf(first, vocabularies) : NO_NOUN;
  if (rule.kind === 'GROWTH_OF_QUOTIENT') {
    const places = first?.comparison?.measure === 'PERCENT_CHANGE' ? -2 : 0;
    return { noun, places, unitMultiplier: 0 };
  }
  const places = first?.comparison?.unitMultiplier ?? first?.fact?.observation.unitMultiplier ?? 0;
  return { noun, places, unitMultiplier: places };
}

/** Within an expression a number is said without what is counted. */
function resultMeasure(measure: Measure): Measure {
  return isPercent(measure.noun) ? measure : { ...measure, noun: NO_NOUN };
}

function sideText({ point }: Operand, { noun, places, unitMultiplier }: Measure, locale: Locale): string {
  const value = withoutTrailingZeros(shiftDecimal(point, -places));
  return numberText({ value, unitMultiplier, qualifier: null, noun }, locale);
}
