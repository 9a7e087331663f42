import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatNumber, LOCALES, parseNumber } from '../../../../schema/values/index.ts';
import { anyDecimal } from '../../../support/arbitraries.ts';
import { decimal } from '../../../support/parsed.ts';

describe('given a number', () => {
  it.each([
    ['0', '0', '0'],
    ['999', '999', '999'],
    ['1636', '1.636', '1,636'],
    ['100061', '100.061', '100,061'],
    ['60000000', '60.000.000', '60,000,000'],
    ['1853.40', '1.853,40', '1,853.40'],
    ['20179.5', '20.179,5', '20,179.5'],
    ['0.1234', '0,1234', '0.1234'],
    ['-0.78', '-0,78', '-0.78'],
    ['-123456.7', '-123.456,7', '-123,456.7'],
    [
      '123456789012345678901234567890.05',
      '123.456.789.012.345.678.901.234.567.890,05',
      '123,456,789,012,345,678,901,234,567,890.05',
    ],
  ])('when %s is written, then it is %s, in English %s', (value, vietnamese, english) => {
    const texts = LOCALES.map((locale) => formatNumber(decimal(value), locale));

    expect(texts).toEqual([vietnamese, english]);
  });
});

describe('given a written number', () => {
  it.each([
    ['1.234,5', 'VI', '1234.5'],
    ['1234,5', 'VI', '1234.5'],
    ['1.234', 'VI', '1234'],
    ['1,234', 'VI', '1.234'],
    ['1,234.5', 'EN', '1234.5'],
    ['1234.5', 'EN', '1234.5'],
    ['1,234', 'EN', '1234'],
    ['1.234', 'EN', '1.234'],
    ['-0,78', 'VI', '-0.78'],
  ] as const)('when %s is read in %s, then it is %s', (text, locale, expected) => {
    const parsed = parseNumber(text, locale);

    expect(parsed).toEqual({ ok: true, value: expected });
  });

  it.each([
    '1.23,4',
    '1.2345',
    '12.34.567',
    '1234.567',
    '.123',
    '1.',
    '1,',
    ',5',
    '1.234.5',
    '1,234,567',
    '0.123',
    '0.000',
    '007',
    '-0',
    '+5',
    '1 234',
    '1e3',
    '٣',
    ' 5',
    '5 ',
    '',
    '9'.repeat(101),
  ])('when %j is read as Vietnamese, then it is refused with an example', (text) => {
    const parsed = parseNumber(text, 'VI');

    expect(parsed).toEqual({ ok: false, expected: 'a number such as 1.234,5' });
  });

  it('when it is wrong in English, then the example is English', () => {
    expect(parseNumber('1,23.4', 'EN')).toEqual({ ok: false, expected: 'a number such as 1,234.5' });
  });
});

describe('given any decimal', () => {
  it.each(LOCALES)('when it is written in %s and read, then it is the same to the last digit', (locale) => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(parseNumber(formatNumber(value, locale), locale)).toEqual({ ok: true, value });
      }),
    );
  });

  it('when a group is torn apart, then it is never read as another number', () => {
    const withGroups = anyDecimal
      .map((value) => formatNumber(value, 'VI'))
      .filter((text) => text.includes('.'));

    fc.assert(
      fc.property(withGroups, fc.nat(), (text, place) => {
        const marks = [...text.matchAll(/\./g)].map(({ index }) => index);
        const mark = marks[place % marks.length]!;
        const torn = `${text.slice(0, mark)}${text[mark + 1]!}.${text.slice(mark + 2)}`;

        expect(parseNumber(torn, 'VI').ok).toBe(false);
      }),
    );
  });
});
