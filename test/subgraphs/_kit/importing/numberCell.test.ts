import { describe, expect, it } from 'vitest';

import { readNumberCell } from '../../../../subgraphs/_kit/importing/numberCell.ts';

const ACCOUNTING = '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-';
const BRACKETS = '#,##0.0;(#,##0.0);"-"';

describe('given a cell that is a number', () => {
  it.each([
    ['1853.4', 'General', '1853.4'],
    ['1853.4', '#,##0.00', '1853.40'],
    ['-1853.4', '#,##0.00', '-1853.40'],
    ['1.2', BRACKETS, '1.2'],
    ['-1234', BRACKETS, '-1234.0'],
    ['0', BRACKETS, '0'],
    ['-1234', '#,##0_);\\(#,##0\\)', '-1234'],
    ['-1234', '#,##0;[Red]#,##0', '-1234'],
    ['-5', '0.0;-0', '-5'],
    ['0', '0.0;-0', '0.0'],
    ['12.5', ACCOUNTING, '12.50'],
    ['-12.5', ACCOUNTING, '-12.50'],
    ['0', ACCOUNTING, '0'],
    ['12', '#,##0 "đồng;"', '12'],
    ['12', '[$₫-42A] #,##0', '12'],
    ['12', '@', '12'],
    ['-3', 'General;-General', '-3'],
  ])('when it holds %s in the format %s, then it is %s', (text, format, expected) => {
    expect(readNumberCell({ kind: 'number', text, format }, false)).toBe(expected);
  });

  it.each([
    ['0.155', '0.0%;-0.0%', '15.5'],
    ['-0.155', '0.0%;(0.0%)', '-15.5'],
  ])('when it holds %s per cent in the format %s, then it is %s', (text, format, expected) => {
    expect(readNumberCell({ kind: 'number', text, format }, true)).toBe(expected);
  });

  it.each([
    ['-1234', '#,##0;#,##0', 'and its number format hides that it is negative'],
    ['1234', '(#,##0)', 'and its number format shows it as negative'],
    ['-5', '0;;', 'and its number format hides that it is negative'],
    ['0', '0;-0;', 'in a number format that does not show its digits'],
    ['3', '"có";"không"', 'in a number format that does not show its digits'],
    ['1234567', '0.0E+00', 'in a number format that does not show its digits'],
    ['0.5', '# ?/?', 'in a number format that does not show its digits'],
    ['12345', '000-000', 'in a number format that does not show its digits'],
    ['12345', '[>=1000]#,##0;0.00', 'in a number format that depends on how large it is'],
    ['15', '0"%"', 'and its number format writes "%" beside it'],
    ['5', '#,##0 "tỷ đồng"', 'and its number format writes "tỷ đồng" beside it'],
  ])('when it holds %s in the format %s, then it is to be formatted as Number', (text, format, reason) => {
    expect(readNumberCell({ kind: 'number', text, format }, false)).toMatchObject({
      code: 'CELL_REFUSED',
      details: { value: text, reason, remedy: 'Format the cell as Number.' },
    });
  });

  it('when only negative numbers show all their decimals, then the others are refused', () => {
    const format = '#,##0;-#,##0.00';

    expect(readNumberCell({ kind: 'number', text: '-1.25', format }, false)).toBe('-1.25');
    expect(readNumberCell({ kind: 'number', text: '1.25', format }, false)).toMatchObject({
      details: { reason: 'but shows only its whole part' },
    });
  });
});
