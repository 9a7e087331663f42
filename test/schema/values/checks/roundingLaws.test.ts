import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  attainmentOf,
  averageOf,
  growthBetween,
  growthOfQuotient,
  partOfWhole,
  sameFact,
  shareOf,
  stockFlow,
  structureSumsTo100,
  totalOfParts,
  weightedTotal,
  type Finding,
  type Growth,
  type Operand,
} from '../../../../schema/values/index.ts';
import { anyPrinting, printedAs, type Printing } from './arbitraries.ts';

type Kind = 'COUNT' | 'MEASURE';
type Print = (numerator: bigint, denominator?: bigint, kind?: Kind) => Operand;
type Exact = readonly [bigint, bigint, bigint, bigint];

const relative = (
  measure: 'PERCENT_CHANGE' | 'TIMES',
  change: Operand,
): Growth & { measure: typeof measure } => ({
  measure,
  change,
});

/** Identities over exact numbers from 1 upwards; `figure` prints a number of the kind, `ratio` a measure. */
const identities: [string, (exact: Exact, figure: Print, ratio: Print) => Finding][] = [
  ['total', ([a, b, c, d], f) => totalOfParts(f(a + b + c + d), [f(a), f(b), f(c), f(d)])],
  ['open total', ([a, b, c, d], f) => totalOfParts(f(a + b + c + d), [f(a), f(b), f(c)], 'OPEN')],
  [
    'weighted total',
    ([a, b, c, d], f) =>
      weightedTotal(f(a * b + c * d), [
        { count: f(a), weight: f(b) },
        { count: f(c), weight: f(d) },
      ]),
  ],
  ['part of whole', ([a, b], f) => partOfWhole(f(a), f(a + b))],
  ['same fact', ([a], f) => sameFact(f(a), f(a))],
  ['stock', ([a, b, c, d], f) => stockFlow(f(a + b + c - d), f(a), [f(b), f(c)], [f(d)])],
  ['share', ([a, b], f, r) => shareOf(r(100n * a, a + b), f(a), f(a + b))],
  [
    'structure',
    ([a, b, c, d], _f, r) => structureSumsTo100([a, b, c, d].map((part) => r(100n * part, a + b + c + d))),
  ],
  ['attainment', ([a, b], f, r) => attainmentOf(r(100n * a, b), f(a), f(b))],
  ['attainment of an unknown plan', ([a, b], f, r) => attainmentOf(r(100n * a, b), f(a), null)],
  ['average', ([a, b], f, r) => averageOf(r(a, b), f(a), f(b, 1n, 'COUNT'))],
  ['average of an unknown count', ([a, b], f, r) => averageOf(r(a, b), f(a), null)],
  [
    'percent change',
    ([a, b], f, r) => growthBetween(f(a), f(b), relative('PERCENT_CHANGE', r(100n * (a - b), b))),
  ],
  [
    'percent change of an unknown base',
    ([a, b], f, r) => growthBetween(f(a), null, relative('PERCENT_CHANGE', r(100n * (a - b), b))),
  ],
  ['times', ([a, b], f, r) => growthBetween(f(a), f(b), relative('TIMES', r(a, b)))],
  ['times of an unknown base', ([a, b], f, r) => growthBetween(f(a), null, relative('TIMES', r(a, b)))],
  [
    'absolute change',
    ([a, b], f) => growthBetween(f(a), f(b), { measure: 'ABSOLUTE_CHANGE', change: f(a - b) }),
  ],
  [
    'absolute change of an unknown base',
    ([a, b], f) => growthBetween(f(a), null, { measure: 'ABSOLUTE_CHANGE', change: f(a - b) }),
  ],
  [
    'total with a part below zero that is left out',
    ([a, b, c], f) => totalOfParts(f(a + b - c), [f(a), f(b)], 'OPEN_TO_ANY_SIGN'),
  ],
  ['total with a part below zero', ([a, b, c], f) => totalOfParts(f(a + b - c), [f(a), f(b), f(-c)])],
  [
    'growth of a quotient',
    ([a, b, c, d], _f, r) =>
      growthOfQuotient({
        total: relative('TIMES', r(a, b)),
        count: relative('PERCENT_CHANGE', r(100n * (c - d), d)),
        average: relative('TIMES', r(a * d, b * c)),
      }),
  ],
];

const anyNumber = fc.oneof(fc.bigInt(1n, 60n), fc.bigInt(1n, 10n ** 9n));
const anyExact: fc.Arbitrary<Exact> = fc.tuple(anyNumber, anyNumber, anyNumber, anyNumber);

/** Each printing of one identity takes the next way of the list. */
const printer = (ways: readonly Printing[], kind: Kind): Print => {
  let turn = 0;
  return (numerator, denominator = 1n, ownKind = kind) =>
    printedAs(numerator, denominator, ownKind, ways[turn++ % ways.length]!);
};
const ratioPrinter = (ways: readonly Printing[]): Print =>
  printer(
    ways.map((way) => ({ ...way, unitMultiplier: 0 })),
    'MEASURE',
  );

describe('given an identity over exact numbers', () => {
  it.each(identities)(
    'when the numbers of a true %s are each printed anyhow, then there is no conflict',
    (_name, of) => {
      const manyWays = fc.array(anyPrinting, { minLength: 7, maxLength: 7 });

      fc.assert(
        fc.property(anyExact, manyWays, fc.constantFrom<Kind>('COUNT', 'MEASURE'), (exact, ways, kind) => {
          expect(of(exact, printer(ways, kind), ratioPrinter(ways)).verdict).not.toBe('CONFLICT');
        }),
        { numRuns: 500 },
      );
    },
  );

  it('when a total and its parts are printed with another multiplier for the same digits, then the verdict stays', () => {
    const way = fc.record({ decimals: fc.nat(2), unitMultiplier: fc.nat(3) });

    fc.assert(
      fc.property(anyExact, way, fc.nat(3), ([a, b, c, d], { decimals, unitMultiplier }, more) => {
        const verdict = (places: number) => {
          const print = printer(
            [{ decimals: decimals + places, unitMultiplier: unitMultiplier + places, dropping: 'HALF_UP' }],
            'MEASURE',
          );
          return totalOfParts(print(a + b + (d % 9n)), [print(a), print(b), print(c % 9n)]).verdict;
        };

        expect(verdict(more)).toBe(verdict(0));
      }),
    );
  });
});
