import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { multiplyIntervals } from '../../../../schema/values/checks/intervalArithmetic.ts';
import { wholeFactorExists } from '../../../../schema/values/checks/wholeNumbers.ts';
import {
  addDecimals,
  addOperands,
  atMost,
  equal,
  exactOperand,
  intervalsMeet,
  multiplyDecimals,
  multiplyOperands,
  subtractOperands,
  sumOf,
  type Interval,
  type Operand,
} from '../../../../schema/values/index.ts';
import { decimal } from '../../../support/parsed.ts';
import { anyOperand } from './arbitraries.ts';
import { written } from './printed.ts';

/** Reads `[7.05; 7.15)` and `(-∞; 5]`. */
function interval(text: string): Interval {
  const [low = '', high = ''] = text.slice(1, -1).split('; ');
  return {
    low: low === '-∞' ? null : decimal(low),
    high: high === '∞' ? null : decimal(high),
    lowIncluded: text.startsWith('['),
    highIncluded: text.endsWith(']'),
  };
}

describe('given two intervals', () => {
  it.each([
    ['[2; 3]', '[4; 5]', '[8; 15]'],
    ['(2; 3]', '[4; 5)', '(8; 15)'],
    ['[-2; 3]', '[-4; 5]', '[-12; 15]'],
    ['(-2; 3)', '[4; 5]', '(-10; 15)'],
    ['[-2; 2)', '[-2; 2)', '(-4; 4]'],
    ['[-3; -2]', '[-5; -4)', '(8; 15]'],
    ['[0; 3]', '(4; 5)', '[0; 15)'],
    ['(0; 3]', '(4; ∞)', '(0; ∞)'],
    ['[0; 0]', '(-∞; ∞)', '[0; 0]'],
    ['[0; 3]', '[2; ∞)', '[0; ∞)'],
    ['[-1; 3]', '[2; ∞)', '(-∞; ∞)'],
    ['(-∞; -1]', '(-∞; -2)', '(2; ∞)'],
  ])('when %s is multiplied with %s, then the products fill %s', (a, b, product) => {
    expect(written(multiplyIntervals(interval(a), interval(b)))).toBe(product);
    expect(written(multiplyIntervals(interval(b), interval(a)))).toBe(product);
  });
});

const isReading = (value: Operand, of: Operand) => intervalsMeet(value.interval, of.interval);

describe('given any operands', () => {
  it('when readings of two are added or multiplied, then the result is a reading of the sum or product', () => {
    const reading = fc
      .integer({ min: -200, max: 200 })
      .map((tenths) => exactOperand(multiplyDecimals(decimal(String(tenths)), decimal('0.1'))));

    fc.assert(
      fc.property(anyOperand, anyOperand, reading, reading, (a, b, x, y) => {
        fc.pre(isReading(x, a) && isReading(y, b));

        expect(isReading(addOperands(x, y), addOperands(a, b))).toBe(true);
        expect(isReading(subtractOperands(x, y), subtractOperands(a, b))).toBe(true);
        expect(isReading(multiplyOperands(x, y), multiplyOperands(a, b))).toBe(true);
      }),
      { maxSkipsPerRun: 10_000 },
    );
  });

  it('when all are counts printed in full, then their sum is exact', () => {
    const counts = fc.array(fc.integer({ min: -50, max: 50 }));

    fc.assert(
      fc.property(counts, (numbers) => {
        const sum = sumOf(numbers.map((number) => exactOperand(decimal(String(number)))));
        const expected = exactOperand(decimal(String(numbers.reduce((a, b) => a + b, 0))));

        expect(sum).toEqual(expected);
        expect(equal(sum, exactOperand(addDecimals(expected.point, decimal('1')))).verdict).toBe('CONFLICT');
      }),
    );
  });

  it('when neither is at most the other, then they conflict as one fact too', () => {
    fc.assert(
      fc.property(anyOperand, anyOperand, (a, b) => {
        fc.pre(atMost(a, b).verdict === 'CONFLICT');

        expect(equal(a, b).verdict).toBe('CONFLICT');
      }),
      { maxSkipsPerRun: 10_000 },
    );
  });
});

describe('given a figure, a factor and a range of whole numbers', () => {
  it('when each whole number of the range is tried, then the answer is the same', () => {
    fc.assert(
      fc.property(
        anyOperand,
        anyOperand,
        fc.integer({ min: 1, max: 9 }),
        fc.nat(9),
        (product, factor, low, more) => {
          const tried = Array.from({ length: more + 1 }, (_, place) =>
            exactOperand(decimal(String(low + place))),
          );
          const expected = tried.some((n) => isReading(multiplyOperands(n, factor), product));

          const range = { low: BigInt(low), high: BigInt(low + more) };
          expect(wholeFactorExists(product.interval, factor.interval, range)).toBe(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
