import { describe, expect, it } from 'vitest';

import { lowerInitial, parseNounForms } from '../../../../schema/values/index.ts';

describe('given the words after a number', () => {
  it.each([
    ['Party member|Party members', { one: 'Party member', other: 'Party members' }],
    ['đảng viên', { one: 'đảng viên', other: 'đảng viên' }],
    ['person | people', { one: 'person', other: 'people' }],
    ['-', { one: '', other: '' }],
  ])('when "%s" is read, then the form for one and the form for others are known', (text, expected) => {
    const parsed = parseNounForms(text);

    expect(parsed).toEqual({ ok: true, value: expected });
  });

  it.each(['', '|', 'a|', '|b', 'a|b|c'])('when %j is read, then it is refused', (text) => {
    const parsed = parseNounForms(text);

    expect(parsed).toEqual({
      ok: false,
      expected: 'the words after a number, or those after one and after others joined by "|"',
    });
  });
});

describe('given a label', () => {
  it.each([
    ['Khiển trách', 'khiển trách'],
    ['Đảng viên mới', 'đảng viên mới'],
    ['Đối tượng kết nạp Đảng', 'đối tượng kết nạp Đảng'],
    ['Ủy ban kiểm tra cơ sở', 'ủy ban kiểm tra cơ sở'],
    ['Grassroots Party committee', 'grassroots Party committee'],
    ['Standing committee of the bloc Party committee', 'standing committee of the bloc Party committee'],
    ['Đoàn Thanh niên', 'Đoàn Thanh niên'],
    ['Ban Thường vụ Đảng ủy Khối', 'Ban Thường vụ Đảng ủy Khối'],
    ['Covid-19 response', 'Covid-19 response'],
    ['US dollar', 'US dollar'],
    ['OCOP products', 'OCOP products'],
    ['', ''],
  ])('when "%s" stands within a sentence, then it is "%s"', (label, expected) => {
    expect(lowerInitial(label)).toBe(expected);
  });
});
