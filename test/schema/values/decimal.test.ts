import { describe, expect, it } from 'vitest';

import {
  addDecimals,
  compareDecimals,
  decimalFromParts,
  decimalParts,
  halfOfLastPlace,
  isNegative,
  multiplyDecimals,
  negateDecimal,
  parseDecimal,
} from '../../../schema/values/index.ts';
import { decimal } from '../../support/parsed.ts';

const TEN = '1234567890';
const THIRTY_DIGITS = TEN + TEN + TEN;

describe('given a number as printed', () => {
  it.each(['0', '7', '94', '-5', '1853.40', '0.05', '-0.78', '20.290', '1636', THIRTY_DIGITS])(
    'when %j is parsed, then its digits are kept',
    (text) => {
      const parsed = parseDecimal(text);

      expect(parsed).toEqual({ ok: true, value: text });
    },
  );

  it.each(['0.0', '0.00'])('when a zero with decimals %j is parsed, then its decimals are kept', (text) => {
    const parsed = parseDecimal(text);

    expect(parsed).toEqual({ ok: true, value: text });
  });
});

describe('given a text that is not a plain number', () => {
  const PLAIN = 'a plain number such as 1853.40, with a point and no grouping';

  it.each([
    ['nothing', '', PLAIN],
    ['a blank', ' 1', PLAIN],
    ['a trailing line break', '1\n', PLAIN],
    ['grouping by commas', '1,234.5', PLAIN],
    ['Vietnamese grouping and comma', '1.234,5', PLAIN],
    ['a decimal comma', '5,23', PLAIN],
    ['a plus', '+5', PLAIN],
    ['leading zeros', '007', PLAIN],
    ['no digit before the point', '.5', PLAIN],
    ['no digit after the point', '5.', PLAIN],
    ['an exponent', '1e3', PLAIN],
    ['a percent sign', '5%', PLAIN],
    ['not a number', 'NaN', PLAIN],
    ['other digits', '٣', PLAIN],
    ['a typographic minus', '−5', PLAIN],
    ['zero with a minus', '-0', 'zero without a minus'],
    ['zero with a minus and decimals', '-0.00', 'zero without a minus'],
    ['101 characters', '1'.repeat(101), 'a number of at most 100 characters'],
  ])('when it has %s, then it is refused with what is expected', (_what, text, expected) => {
    const parsed = parseDecimal(text);

    expect(parsed).toEqual({ ok: false, expected });
  });

  it('when a number has 100 characters, then it is still accepted', () => {
    const text = '1'.repeat(100);

    const parsed = parseDecimal(text);

    expect(parsed).toEqual({ ok: true, value: text });
  });
});

describe('given a decimal', () => {
  it.each([
    ['0', 0n, 0],
    ['1853.40', 185340n, 2],
    ['-0.05', -5n, 2],
    ['1000', 1000n, 0],
  ])('when %s is taken apart, then it is %s × 10^-%s', (text, digits, scale) => {
    const parts = decimalParts(decimal(text));

    expect(parts).toEqual({ digits, scale });
  });

  it.each([
    [5n, -3, '5000'],
    [5n, 0, '5'],
    [5n, 3, '0.005'],
    [-5n, 1, '-0.5'],
    [-12345n, 2, '-123.45'],
    [0n, 2, '0.00'],
  ])('when %s × 10^-%s is put together, then it is %s', (digits, scale, expected) => {
    const value = decimalFromParts({ digits, scale });

    expect(value).toBe(expected);
  });

  it.each([
    ['5', '-5'],
    ['-5.0', '5.0'],
    ['0', '0'],
    ['0.00', '0.00'],
  ])('when %s is negated, then it is %s', (text, expected) => {
    const negated = negateDecimal(decimal(text));

    expect(negated).toBe(expected);
  });

  it.each([
    ['7', '0.5'],
    ['7.1', '0.05'],
    ['1853.40', '0.005'],
    ['-0.78', '0.005'],
  ])('when %s is rounded, then it may be off by %s', (text, expected) => {
    const half = halfOfLastPlace(decimal(text));

    expect(half).toBe(expected);
  });

  it.each([
    ['-0.1', true],
    ['0', false],
    ['0.1', false],
  ])('when %s is asked for its sign, then negative is %s', (text, expected) => {
    const negative = isNegative(decimal(text));

    expect(negative).toBe(expected);
  });
});

describe('given two decimals', () => {
  it.each([
    ['0.1', '0.2', '0.3'],
    ['1', '0.50', '1.50'],
    ['-0.5', '0.5', '0.0'],
    ['9.99', '0.01', '10.00'],
    ['1.234', '-5', '-3.766'],
    [THIRTY_DIGITS, '0.01', `${THIRTY_DIGITS}.01`],
  ])('when %s and %s are added, then the sum is %s', (a, b, expected) => {
    const sum = addDecimals(decimal(a), decimal(b));

    expect(sum).toBe(expected);
  });

  it.each([
    ['1636', '0.95', '1554.20'],
    ['-2', '0.5', '-1.0'],
    ['-2', '0', '0'],
    ['0.1', '0.1', '0.01'],
    [THIRTY_DIGITS, '10', `${THIRTY_DIGITS}0`],
  ])('when %s and %s are multiplied, then the product is %s', (a, b, expected) => {
    const product = multiplyDecimals(decimal(a), decimal(b));

    expect(product).toBe(expected);
  });

  it.each([
    ['1.0', '1.00', 0],
    ['2', '10', -1],
    ['-2', '-10', 1],
    ['0.1', '-0.1', 1],
    ['0.09', '0.1', -1],
    [`${THIRTY_DIGITS}.1`, `${THIRTY_DIGITS}.2`, -1],
  ])('when %s is compared with %s, then the order is %s', (a, b, expected) => {
    const order = compareDecimals(decimal(a), decimal(b));

    expect(order).toBe(expected);
  });
});
