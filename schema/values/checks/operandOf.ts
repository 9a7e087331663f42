import type { Comparison } from '../comparison.ts';
import { isWholeDecimal, shiftDecimal, type Decimal } from '../decimal.ts';
import { intervalOf, type Interval } from '../interval.ts';
import type { Observation } from '../observation.ts';
import type { UnitKind } from '../unit.ts';
import type { Operand } from './operand.ts';
import { isEmptyRange, rangeInterval, wholeNumbersAround, wholeNumbersIn } from './wholeNumbers.ts';

type Printed = Pick<Observation | Comparison, 'value' | 'unitMultiplier' | 'qualifier'>;

/**
 * What a printed figure or comparison can mean, in absolute terms. A count is a whole number under any qualifier
 * and multiplier, unless its printed digits contradict that. `null` where there is no value.
 */
export function operandOf<Value extends Decimal | null>(
  printed: Printed & { readonly value: Value },
  unitKind: UnitKind,
): Operand | Extract<Value, null>;
export function operandOf({ value, unitMultiplier, qualifier }: Printed, unitKind: UnitKind): Operand | null {
  if (value === null) return null;
  const point = shiftDecimal(value, unitMultiplier);
  const whole = unitKind === 'COUNT' && isWholeDecimal(point);
  const interval = shifted(intervalOf({ value, unitMultiplier, qualifier, unitKind }), unitMultiplier);
  return { point, interval: whole ? wholeReadings(interval) : interval, whole };
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
