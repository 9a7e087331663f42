import { describe, expect, it } from 'vitest';

import { printReport } from '../../scripts/printReport.ts';
import type { ReportAnswer } from '../../scripts/reportAnswer.ts';
import { givenCheck, givenReport, givenSection, givenShown, givenUsed } from '../support/reportAnswers.ts';

/** The lines of the report with runs of blanks as one, so that a test does not count columns. */
const linesOf = (report: ReportAnswer, withChecks = false): string[] =>
  printReport(report, withChecks)
    .split('\n')
    .map((line) => line.trim().replaceAll(/ +/g, ' '));

describe('given conflicts that agencies have acknowledged', () => {
  const acknowledged = givenCheck('39 ≠ 38', {
    figures: [givenUsed('inspection', 'members', '39')],
    acknowledgement: 'Một đồng chí\nchưa khai giới tính.',
  });
  const across = givenCheck('97 > 94', {
    figures: [givenUsed('inspection', 'units', '97')],
    acknowledgement: 'Đếm theo\tngày khác.',
  });
  const report = givenReport(
    { inspection: givenSection([givenShown('members', '39')], [acknowledged]) },
    { reconciliation: [across] },
  );

  it('when they are printed, then the words stand on one line below each', () => {
    const lines = linesOf(report);

    expect(lines.slice(6, 8)).toEqual([
      '⚠ Mâu thuẫn 1: 39 ≠ 38 · Quy tắc',
      'Giải trình: Một đồng chí chưa khai giới tính.',
    ]);
    expect(lines.slice(lines.indexOf('MÂU THUẪN GIỮA CÁC CƠ QUAN')).slice(1, 3)).toEqual([
      '⚠ Mâu thuẫn 2: 97 > 94 · Quy tắc',
      'Giải trình: Đếm theo ngày khác.',
    ]);
  });

  it('when all checks are printed, then they stand below those too', () => {
    const lines = linesOf(report, true);
    const checks = lines.slice(lines.indexOf('KẾT QUẢ KIỂM TRA'));

    expect(checks.slice(1, 7)).toEqual([
      'Kiểm tra, giám sát, kỷ luật',
      'mâu thuẫn 39 ≠ 38 Quy tắc',
      'Giải trình: Một đồng chí chưa khai giới tính.',
      'Giữa các cơ quan',
      'mâu thuẫn 97 > 94 Quy tắc',
      'Giải trình: Đếm theo ngày khác.',
    ]);
  });
});

describe('given that all checks are asked for', () => {
  it('when it is printed, then each rule tells its verdict, why it cannot be told, and what failed', () => {
    const report = givenReport(
      {
        partyBuilding: null,
        inspection: givenSection([], [givenCheck('2 = 1 + 1', { verdict: 'HOLDS' })]),
        socioEconomic: givenSection([], null),
        officeWork: givenSection([]),
      },
      {
        completeness: null,
        reconciliation: [
          givenCheck('94 ≤ ?', {
            verdict: 'NOT_TESTABLE',
            reason: 'AGENCY_NOT_REACHED',
            unreached: ['party-building'],
          }),
        ],
      },
    );

    const lines = linesOf(report, true);

    expect(lines.slice(lines.indexOf('KẾT QUẢ KIỂM TRA'))).toEqual([
      'KẾT QUẢ KIỂM TRA',
      'Xây dựng Đảng',
      '(cơ quan không trả lời)',
      'Kiểm tra, giám sát, kỷ luật',
      'khớp 2 = 1 + 1 Quy tắc',
      'Kinh tế - xã hội',
      '(có lỗi khi kiểm tra)',
      'Văn phòng',
      '(không có quy tắc nào nói về các số liệu này)',
      'Giữa các cơ quan',
      'không kiểm tra được (cơ quan không trả lời: Xây dựng Đảng) 94 ≤ ? Quy tắc',
      '',
      'ĐẦY ĐỦ SỐ LIỆU',
      '(không xác định được)',
      '',
      'KIỂM TRA SỐ LIỆU: 1 khớp; 0 khớp trong phạm vi làm tròn; 0 mâu thuẫn; 1 không kiểm tra được (chưa có kết quả của: Xây dựng Đảng; Kinh tế - xã hội)',
    ]);
  });
});

describe('given checks that only say that a number is not negative', () => {
  it('when they are counted, then they are told apart from those that say more', () => {
    const checks = [
      givenCheck('2 = 1 + 1', { verdict: 'HOLDS' }),
      givenCheck('2 ≥ 0', { verdict: 'HOLDS', kind: 'NOT_BELOW_ZERO' }),
      givenCheck('3 ≥ 0', { verdict: 'HOLDS', kind: 'NOT_BELOW_ZERO' }),
      givenCheck('−1 < 0', { kind: 'NOT_BELOW_ZERO' }),
    ];

    expect(linesOf(givenReport({ inspection: givenSection([], checks) })).at(-1)).toBe(
      'KIỂM TRA SỐ LIỆU: 3 khớp, trong đó 2 chỉ là không âm; 0 khớp trong phạm vi làm tròn; 1 mâu thuẫn; 0 không kiểm tra được',
    );
  });
});
