import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  absoluteChange,
  addDecimals,
  compareDecimals,
  decimalFromParts,
  divideDecimals,
  isZero,
  multiplyDecimals,
  negateDecimal,
  percentageOf,
  percentChange,
  timesOf,
  type Decimal,
} from '../../../../schema/values/index.ts';
import { anyDecimal } from '../../../support/arbitraries.ts';
import { decimal } from '../../../support/parsed.ts';

const magnitude = (value: Decimal) => (value.startsWith('-') ? negateDecimal(value) : value);

describe('given two decimals', () => {
  it.each([
    ['1', '3', 2, '0.33'],
    ['2', '3', 2, '0.67'],
    ['1', '8', 2, '0.12'],
    ['3', '8', 2, '0.38'],
    ['-1', '8', 2, '-0.12'],
    ['-3', '8', 2, '-0.38'],
    ['5', '2', 0, '2'],
    ['7', '-2', 0, '-4'],
    ['-1', '300', 2, '0.00'],
    ['12.50', '0.25', 1, '50.0'],
    ['0', '7', 1, '0.0'],
    ['1234', '1', -2, '1200'],
  ])('when %s is divided by %s to %i decimals, then half goes to even: %s', (a, b, scale, quotient) => {
    expect(divideDecimals(decimal(a), decimal(b), scale)).toBe(quotient);
  });

  it('when any are divided, then the quotient is off by half a unit at most', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.nat(12), (a, b, scale) => {
        fc.pre(!isZero(b));
        const quotient = divideDecimals(a, b, scale) ?? decimal('0');
        const rest = magnitude(addDecimals(a, negateDecimal(multiplyDecimals(quotient, b))));
        const half = multiplyDecimals(magnitude(b), decimalFromParts({ digits: 5n, scale: scale + 1 }));

        expect(compareDecimals(rest, half)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('given a figure and its base', () => {
  it.each([
    ['12832', '12000', '6.93', '832', '1.07', '106.93'],
    ['8246', '8300', '-0.65', '-54', '0.99', '99.35'],
    ['0', '5', '-100.00', '-5', '0.00', '0.00'],
  ])(
    'when %s is compared with %s, then it is computed to two decimals',
    (value, base, percent, more, times, of) => {
      const [figure, from] = [decimal(value), decimal(base)];

      expect(percentChange(figure, from, 2)).toBe(percent);
      expect(absoluteChange(figure, from)).toBe(more);
      expect(timesOf(figure, from, 2)).toBe(times);
      expect(percentageOf(figure, from, 2)).toBe(of);
    },
  );

  it('when the base is zero, then there is no quotient', () => {
    const [one, zero] = [decimal('1'), decimal('0.00')];

    expect([percentChange(one, zero, 2), timesOf(one, zero, 2), percentageOf(one, zero, 2)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('when any figure is compared with itself, then it changed by zero, once, in full', () => {
    fc.assert(
      fc.property(anyDecimal, (figure) => {
        fc.pre(!isZero(figure));

        expect(isZero(absoluteChange(figure, figure))).toBe(true);
        expect(percentChange(figure, figure, 1)).toBe('0.0');
        expect(timesOf(figure, figure, 1)).toBe('1.0');
        expect(percentageOf(figure, figure, 1)).toBe('100.0');
      }),
    );
  });
});
