import { absoluteChange, percentageOf, percentChange, timesOf } from '../checks/computed.ts';
import type { Comparison, ComparisonMeasure } from '../comparison.ts';
import { decimalFromParts, decimalParts, shiftDecimal, type Decimal } from '../decimal.ts';
import type { Observation } from '../observation.ts';

/** Decimals of a quotient where no printed number sets an example. */
const DECIMALS = 2;

type Figure = Pick<Observation, 'value' | 'unitMultiplier'>;
type Example = Pick<Comparison, 'value' | 'unitMultiplier'>;

/** The number of a comparison and the power of ten that it is given in. */
export interface ComputedNumber {
  readonly value: Decimal;
  readonly unitMultiplier: number;
}

/**
 * What two figures say of a comparison: quotients with the decimals of the reported number (two without), differences
 * exactly. Percent, points and times have the multiplier 0; a difference that of the reported number, else the
 * figure's. `null` where a value is absent, the base of a quotient is zero, or the measure takes more than two figures.
 */
export function computeComparison(
  figure: Figure,
  base: Figure,
  measure: ComparisonMeasure,
  reported: Example | null,
): ComputedNumber | null {
  const value = absolute(figure);
  const from = absolute(base);
  if (value === null || from === null) return null;
  if (measure === 'ABSOLUTE_CHANGE' || measure === 'PERCENTAGE_POINTS') {
    const example = reported ?? figure;
    const unitMultiplier = measure === 'ABSOLUTE_CHANGE' ? example.unitMultiplier : 0;
    const change = shiftDecimal(absoluteChange(value, from), -unitMultiplier);
    return { value: withoutIdleZeros(change, scaleOf(example.value ?? value)), unitMultiplier };
  }
  const decimals =
    reported === null ? DECIMALS : Math.max(0, scaleOf(reported.value) - reported.unitMultiplier);
  const quotient = quotientOf(value, from, measure, decimals);
  return quotient === null ? null : { value: quotient, unitMultiplier: 0 };
}

function quotientOf(
  value: Decimal,
  base: Decimal,
  measure: Exclude<ComparisonMeasure, 'ABSOLUTE_CHANGE' | 'PERCENTAGE_POINTS'>,
  decimals: number,
): Decimal | null {
  switch (measure) {
    case 'PERCENT_CHANGE':
      return percentChange(value, base, decimals);
    case 'TIMES':
      return timesOf(value, base, decimals);
    case 'ATTAINMENT':
    case 'SHARE':
      return percentageOf(value, base, decimals);
    case 'CONTRIBUTION':
    case 'RANK':
      return null;
  }
}

function absolute({ value, unitMultiplier }: Figure): Decimal | null {
  return value === null ? null : shiftDecimal(value, unitMultiplier);
}

function scaleOf(value: Decimal): number {
  return decimalParts(value).scale;
}

/** Without the zeros at the end that only another multiplier has brought, but with as many decimals as wanted. */
function withoutIdleZeros(value: Decimal, least: number): Decimal {
  let { digits, scale } = decimalParts(value);
  while (scale > least && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return decimalFromParts({ digits, scale });
}
