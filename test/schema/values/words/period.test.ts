import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatPeriod, LOCALES } from '../../../../schema/values/index.ts';
import { anyPeriod } from '../../../support/arbitraries.ts';
import { period } from '../../../support/parsed.ts';

describe('given a period', () => {
  it.each([
    ['2020', 'năm 2020', '2020'],
    ['2023-S1', '6 tháng đầu năm 2023', 'the first half of 2023'],
    ['2023-S2', '6 tháng cuối năm 2023', 'the second half of 2023'],
    ['2024-Q1', 'quý I năm 2024', 'the first quarter of 2024'],
    ['2024-Q4', 'quý IV năm 2024', 'the fourth quarter of 2024'],
    ['2024-03', 'tháng 3 năm 2024', 'March 2024'],
    ['2022-12-31', 'ngày 31/12/2022', '2022-12-31'],
    ['2023-01/P9M', '9 tháng đầu năm 2023', 'January 2023 to September 2023'],
    ['2023-09/P9M', 'từ tháng 9/2023 đến tháng 5/2024', 'September 2023 to May 2024'],
    ['2019-01/P60M', 'từ tháng 1/2019 đến tháng 12/2023', 'January 2019 to December 2023'],
  ])('when %s is said, then it is "%s", in English "%s"', (text, vietnamese, english) => {
    const texts = LOCALES.map((locale) => formatPeriod(period(text), locale));

    expect(texts).toEqual([vietnamese, english]);
  });
});

describe('given any two periods', () => {
  it.each(LOCALES)('when both are said in %s, then the words are the same only for the same', (locale) => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        expect(formatPeriod(a, locale) === formatPeriod(b, locale)).toBe(a === b);
      }),
    );
  });
});
