import { addDecimals, compareDecimals, multiplyDecimals, type Decimal } from '../decimal.ts';
import type { Interval } from '../interval.ts';

/** One end of an interval; `at` is `null` for the infinity of that sign. */
interface End {
  readonly at: Decimal | null;
  readonly sign: number;
  readonly included: boolean;
}

const ZERO = '0' as Decimal;

/** The interval of that one number. */
export function pointInterval(value: Decimal): Interval {
  return { low: value, high: value, lowIncluded: true, highIncluded: true };
}

/** All sums of a value of one and a value of the other. */
export function addIntervals(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.low === null ? null : addDecimals(a.low, b.low),
    high: a.high === null || b.high === null ? null : addDecimals(a.high, b.high),
    lowIncluded: a.lowIncluded && b.lowIncluded,
    highIncluded: a.highIncluded && b.highIncluded,
  };
}

/** The hull of all products of a value of one and a value of the other. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const products = endsOf(a).flatMap((x) => endsOf(b).map((y) => productOfEnds(x, y)));
  const low = products.reduce((least, end) => (better(end, least, -1) ? end : least));
  const high = products.reduce((most, end) => (better(end, most, 1) ? end : most));
  return { low: low.at, high: high.at, lowIncluded: low.included, highIncluded: high.included };
}

/** What two intervals share; where they share nothing, an interval whose low end lies above its high end. */
export function intersectIntervals(a: Interval, b: Interval): Interval {
  const [lowA, highA] = endsOf(a);
  const [lowB, highB] = endsOf(b);
  const low = better(lowA, lowB, 1, false) ? lowA : lowB;
  const high = better(highA, highB, -1, false) ? highA : highB;
  return { low: low.at, high: high.at, lowIncluded: low.included, highIncluded: high.included };
}

function endsOf({ low, high, lowIncluded, highIncluded }: Interval): readonly [End, End] {
  return [
    { at: low, sign: low === null ? -1 : compareDecimals(low, ZERO), included: lowIncluded },
    { at: high, sign: high === null ? 1 : compareDecimals(high, ZERO), included: highIncluded },
  ];
}

/** Zero times anything is zero, also times an infinity: the other interval holds some number to reach it with. */
function productOfEnds(x: End, y: End): End {
  const zeroReached = (x.sign === 0 && x.included) || (y.sign === 0 && y.included);
  const included = zeroReached || (x.included && y.included);
  const sign = x.sign * y.sign;
  if (sign === 0) return { at: ZERO, sign, included };
  return { at: x.at === null || y.at === null ? null : multiplyDecimals(x.at, y.at), sign, included };
}

/** Whether `x` lies further in the direction than `y`, or at the same place as the end that is wanted there. */
function better(x: End, y: End, direction: 1 | -1, includedWins = true): boolean {
  const order = compareEnds(x, y) * direction;
  return order > 0 || (order === 0 && x.included === includedWins);
}

function compareEnds(x: End, y: End): number {
  if (x.at !== null && y.at !== null) return compareDecimals(x.at, y.at);
  return (x.at === null ? x.sign : 0) - (y.at === null ? y.sign : 0);
}
