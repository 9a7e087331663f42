import fc from 'fast-check';

import {
  addDecimals,
  decimalFromParts,
  negateDecimal,
  operandOf,
  QUALIFIERS,
  type Decimal,
  type Interval,
  type Operand,
} from '../../../../schema/values/index.ts';

/** Small numbers, so that checks over some of them hold often enough to say something. */
const smallDecimal = fc
  .record({ digits: fc.bigInt(-3n, 15n), scale: fc.constantFrom(0, 0, 0, 1) })
  .map(decimalFromParts);

/** Any printed figure of small size as an operand. */
export const anyOperand: fc.Arbitrary<Operand> = fc
  .record({
    value: smallDecimal,
    qualifier: fc.constantFrom(null, null, null, ...QUALIFIERS),
    unitMultiplier: fc.constantFrom(0, 0, 0, 1),
    kind: fc.constantFrom('COUNT' as const, 'MEASURE' as const),
  })
  .map(({ kind, ...figure }) => operandOf(figure, kind));

export interface Widening {
  readonly down: Decimal | null;
  readonly up: Decimal | null;
}

const step = fc.constantFrom<Decimal | null>('0' as Decimal, '0.3' as Decimal, '4' as Decimal, null);

/** How far the ends of an interval are moved apart; `null` to infinity. */
export const anyWidening: fc.Arbitrary<Widening> = fc.record({ down: step, up: step });

export function widened(operand: Operand, { down, up }: Widening): Operand {
  const { low, high } = operand.interval;
  const interval: Interval = {
    low: low === null || down === null ? null : addDecimals(low, negateDecimal(down)),
    high: high === null || up === null ? null : addDecimals(high, up),
    lowIncluded: low !== null && down !== null,
    highIncluded: high !== null && up !== null,
  };
  return { ...operand, interval };
}

/** A way of printing: decimals, power of ten, and how digits are dropped. */
export interface Printing {
  readonly decimals: number;
  readonly unitMultiplier: number;
  readonly dropping: 'HALF_UP' | 'HALF_EVEN';
}

export const anyPrinting: fc.Arbitrary<Printing> = fc.record({
  decimals: fc.nat(3),
  unitMultiplier: fc.constantFrom(0, 0, 1, 2, 3, 6),
  dropping: fc.constantFrom('HALF_UP', 'HALF_EVEN'),
});

/** The operand of an exact quotient of integers once it is printed so. */
export function printedAs(
  numerator: bigint,
  denominator: bigint,
  kind: 'COUNT' | 'MEASURE',
  printing: Printing,
): Operand {
  return operandOf({ ...printed(numerator, denominator, printing), qualifier: null }, kind);
}

/** The digits and the power of ten that an exact quotient of integers is printed with. */
export function printed(
  numerator: bigint,
  denominator: bigint,
  { decimals, unitMultiplier, dropping }: Printing,
): { readonly value: Decimal; readonly unitMultiplier: number } {
  const digits = dropped(
    numerator * 10n ** BigInt(decimals),
    denominator * 10n ** BigInt(unitMultiplier),
    dropping,
  );
  return { value: decimalFromParts({ digits, scale: decimals }), unitMultiplier };
}

function dropped(numerator: bigint, denominator: bigint, dropping: Printing['dropping']): bigint {
  if (numerator < 0n) return -dropped(-numerator, denominator, dropping);
  const down = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  if (twice < denominator) return down;
  const tieStaysDown = dropping === 'HALF_EVEN' && twice === denominator && down % 2n === 0n;
  return tieStaysDown ? down : down + 1n;
}
