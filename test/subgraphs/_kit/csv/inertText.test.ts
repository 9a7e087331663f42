import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { inertText, plainText } from '../../../../subgraphs/_kit/csv/inertText.ts';

describe('given a text that goes into a CSV file', () => {
  it.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['+84 239', "'+84 239"],
    ['-5 so với kỳ trước', "'-5 so với kỳ trước"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ["'=x", "''=x"],
    ['tăng = 5', 'tăng = 5'],
    ["'tis", "'tis"],
    ['', ''],
  ])('when %j is written, then %j stands there, which no spreadsheet carries out', (text, cell) => {
    expect(inertText(text)).toBe(cell);
    expect(plainText(cell)).toBe(text);
  });

  it('when any text is written and read, then it is the same', () => {
    const anyText = fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '\t', 'a') });

    fc.assert(fc.property(anyText, (text) => plainText(inertText(text)) === text));
  });
});
