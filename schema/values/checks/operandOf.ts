import type { Comparison } from '../comparison.ts';
import {
  compareDecimals,
  halfOfLastPlace,
  isWholeDecimal,
  negateDecimal,
  shiftDecimal,
  type Decimal,
} from '../decimal.ts';
import { intervalOf, type Interval, type PrintedFigure } from '../interval.ts';
import type { Observation } from '../observation.ts';
import type { UnitKind } from '../unit.ts';
import { addIntervals } from './intervalArithmetic.ts';
import type { Operand } from './operand.ts';
import { isEmptyRange, rangeInterval, wholeNumbersAround, wholeNumbersIn } from './wholeNumbers.ts';

/** How a source shortens its numbers: rounds them, or evidently cuts digits off. */
export type Shortening = 'ROUNDED' | 'TRUNCATED';

const ZERO = '0' as Decimal;

type Printed = Pick<Observation | Comparison, 'value' | 'unitMultiplier' | 'qualifier'>;

/**
 * What a printed figure or comparison can mean, in absolute terms. A count is a whole number under any qualifier
 * and multiplier, unless its printed digits contradict that. `null` where there is no value.
 */
export function operandOf<Value extends Decimal | null>(
  printed: Printed & { readonly value: Value },
  unitKind: UnitKind,
  shortening?: Shortening,
): Operand | Extract<Value, null>;
export function operandOf(
  { value, unitMultiplier, qualifier }: Printed,
  unitKind: UnitKind,
  shortening: Shortening = 'ROUNDED',
): Operand | null {
  if (value === null) return null;
  const figure = { value, unitMultiplier, qualifier, unitKind };
  const point = shiftDecimal(value, unitMultiplier);
  const whole = unitKind === 'COUNT' && isWholeDecimal(point);
  const reading = shortening === 'TRUNCATED' ? withCutDigits(figure) : intervalOf(figure);
  const interval = shifted(reading, unitMultiplier);
  return { point, interval: whole ? wholeReadings(interval) : interval, whole };
}

/**
 * Half a unit more, away from zero and never reached: 7,1 cut short may have been 7,19. At zero, on both sides.
 * A count printed in full stays what it is, for half a thing more holds no whole one.
 */
function withCutDigits(figure: PrintedFigure): Interval {
  const interval = intervalOf(figure);
  if (figure.qualifier !== null) return interval;
  const half = halfOfLastPlace(figure.value);
  const sign = compareDecimals(figure.value, ZERO);
  return addIntervals(interval, {
    low: sign > 0 ? ZERO : negateDecimal(half),
    high: sign < 0 ? ZERO : half,
    lowIncluded: sign > 0,
    highIncluded: sign < 0,
  });
}

function shifted(interval: Interval, places: number): Interval {
  const { low, high } = interval;
  return {
    ...interval,
    low: low === null ? null : shiftDecimal(low, places),
    high: high === null ? null : shiftDecimal(high, places),
  };
}

/** "gần 10" reaches down to 9.5 and so holds no whole number; then the reach is taken to the next one, 9. */
function wholeReadings(interval: Interval): Interval {
  const within = wholeNumbersIn(interval);
  return rangeInterval(isEmptyRange(within) ? wholeNumbersAround(interval) : within);
}
