import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  compareDecimals,
  compareFigures,
  isZero,
  shiftDecimal,
  type ComparisonMeasure,
  type Decimal,
  type Observation,
} from '../../../../schema/values/index.ts';
import { anyDecimal } from '../../../support/arbitraries.ts';
import { givenBook } from '../../../support/book.ts';
import { givenComparison, givenObservation } from '../../../support/given.ts';
import { decimal } from '../../../support/parsed.ts';

const MEASURES = ['PERCENT_CHANGE', 'ABSOLUTE_CHANGE', 'TIMES', 'ATTAINMENT', 'SHARE'] as const;
const anyMeasure = fc.constantFrom(...MEASURES);
const anyMultiplier = fc.constantFrom(0, 3, 6, 9, 12);

const amount = (time: string, value: Decimal, unitMultiplier: number): Observation =>
  givenObservation({ indicator: 'budget-revenue', unit: 'VND', time, value, unitMultiplier });

/** The same number of money, printed with another multiplier. */
const reprinted = (time: string, value: Decimal, unitMultiplier: number): Observation =>
  amount(time, shiftDecimal(value, -unitMultiplier), unitMultiplier);

function computed(figure: Observation, base: Observation, measure: ComparisonMeasure): Decimal | null {
  const wanted = { against: 'PERIOD', baseTime: base.time, setBy: null, measure } as const;
  const { value, unitMultiplier } = compareFigures(givenBook(base), figure, wanted, null);
  return value && shiftDecimal(value, unitMultiplier);
}

describe('given any figures', () => {
  it.each([
    ['PERCENT_CHANGE', '0'],
    ['ABSOLUTE_CHANGE', '0'],
    ['TIMES', '1'],
    ['ATTAINMENT', '100'],
    ['SHARE', '100'],
  ] as const)('when one is compared with itself as %s, then it is %s', (measure, expected) => {
    fc.assert(
      fc.property(anyDecimal, anyMultiplier, (value, unitMultiplier) => {
        fc.pre(!isZero(value));
        const figure = amount('2023', value, unitMultiplier);

        expect(compareDecimals(computed(figure, figure, measure)!, decimal(expected))).toBe(0);
      }),
    );
  });

  it('when they are printed with other multipliers, then what is computed is the same number', () => {
    fc.assert(
      fc.property(
        anyDecimal,
        anyDecimal,
        anyMeasure,
        anyMultiplier,
        anyMultiplier,
        (value, base, measure, of, ofBase) => {
          fc.pre(!isZero(base));
          const plain = computed(amount('2023', value, 0), amount('2020', base, 0), measure);
          const other = computed(reprinted('2023', value, of), reprinted('2020', base, ofBase), measure);

          expect(compareDecimals(plain!, other!)).toBe(0);
        },
      ),
    );
  });

  it('when what is computed is reported, then it agrees', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyMeasure, (value, base, measure) => {
        fc.pre(!isZero(base));
        const figure = amount('2023', value, 0);
        const figure2020 = amount('2020', base, 0);
        const book = givenBook(figure, figure2020);
        const wanted = { against: 'PERIOD', baseTime: figure2020.time, setBy: null, measure } as const;
        const found = compareFigures(book, figure, wanted, null).value!;
        const units = { TIMES: 'times', ABSOLUTE_CHANGE: 'VND' } as Partial<Record<string, string>>;
        const reported = givenComparison({ ...wanted, value: found, unit: units[measure] ?? 'percent' });

        expect(compareFigures(book, figure, wanted, reported).agreement?.verdict).toMatch(
          /HOLDS|WITHIN_ROUNDING/,
        );
      }),
    );
  });
});
