import { describe, expect, it } from 'vitest';

import { readTabs } from '../../gateway/playground/playground.ts';
import { printReport } from '../../scripts/printReport.ts';
import type { CheckFigureAnswer, ObservationAnswer, ReportAnswer } from '../../scripts/reportAnswer.ts';
import type { Decimal, Instant, Period } from '../../schema/values/index.ts';
import {
  givenCheck,
  givenReport,
  givenSection,
  givenShown,
  givenStanding,
  givenUsed,
} from '../support/reportAnswers.ts';

/** The lines of the report with runs of blanks as one, so that a test does not count columns. */
const linesOf = (report: ReportAnswer, withChecks = false): string[] =>
  printReport(report, withChecks)
    .split('\n')
    .map((line) => line.trim().replaceAll(/ +/g, ' '));

describe('given a total that its parts contradict', () => {
  const part = (code: string, value: string): ObservationAnswer =>
    givenShown('members', value, {
      breakdown: [{ dimension: { code: 'sex', label: 'Giới' }, code, label: code, parent: null }],
    });
  const usedPart = (code: string, value: string): CheckFigureAnswer =>
    givenUsed('inspection', 'members', value, { breakdown: [{ dimension: 'sex', code }] });
  const conflict = givenCheck('39 ≠ 20 + 18 = 38', {
    figures: [givenUsed('inspection', 'members', '39'), usedPart('nam', '20'), usedPart('nữ', '18')],
  });

  it('when it is printed, then the conflict stands below the total, and the parts refer to it', () => {
    const shown = [givenShown('members', '39'), part('nam', '20'), part('nữ', '18')];

    const lines = linesOf(givenReport({ inspection: givenSection(shown, [conflict]) }));

    expect(lines.slice(3, 10)).toEqual([
      'KIỂM TRA, GIÁM SÁT, KỶ LUẬT',
      'Nhóm',
      'Chỉ tiêu members 39 đảng viên [khoi-2024-q1 A.I.2]',
      '⚠ Mâu thuẫn 1: 39 ≠ 20 + 18 = 38 · Quy tắc',
      '- nam 20 đảng viên [khoi-2024-q1 A.I.2] ⚠ xem mâu thuẫn 1',
      '- nữ 18 đảng viên [khoi-2024-q1 A.I.2] ⚠ xem mâu thuẫn 1',
      '',
    ]);
  });

  it('when the total itself is not shown, then the conflict stands below the first part that is', () => {
    const lines = linesOf(
      givenReport({ inspection: givenSection([part('nam', '20'), part('nữ', '18')], [conflict]) }),
    );

    expect(lines[6]).toBe('- nam 20 đảng viên [khoi-2024-q1 A.I.2]');
    expect(lines[7]).toBe('⚠ Mâu thuẫn 1: 39 ≠ 20 + 18 = 38 · Quy tắc');
    expect(lines[8]).toBe('- nữ 18 đảng viên [khoi-2024-q1 A.I.2] ⚠ xem mâu thuẫn 1');
  });

  it('when a figure differs in value, unit, time or organisation, then it is not marked', () => {
    const others = [
      givenShown('members', '40'),
      givenShown('members', '39', { unit: { code: 'person-time', label: 'Lượt người' } }),
      givenShown('members', '39', { unitMultiplier: 3 }),
      givenShown('members', '39', { time: '2023' as Period }),
      givenShown('members', '39', { organisation: 'ha-tinh' }),
    ];

    const text = printReport(givenReport({ inspection: givenSection(others, [conflict]) }));

    expect(text).not.toContain('⚠');
    expect(text).toContain('1 mâu thuẫn');
  });
});

describe('given the query of a report', () => {
  it('when it asks for checks, then also for what agencies say to them', async () => {
    const [fullReport] = await readTabs();

    expect(fullReport?.query).toMatch(/fragment Check on CheckResult \{[^}]*\backnowledgement\b/);
  });
});

describe('given a stated growth that cannot be', () => {
  it('when it is printed, then the figure that states it bears the conflict once', () => {
    const shown = givenShown('new', '38', {
      comparisons: [{ measure: 'PERCENT_CHANGE', reported: { value: '15.5' as Decimal, sources: [] } }],
    });
    const conflict = givenCheck('38 ≠ 33 × (100% + 15,5%) = 38,115', {
      severity: 'WARNING',
      figures: [
        givenUsed('socio-economic', 'new', '38'),
        givenUsed('socio-economic', 'new', '38', {
          measure: 'PERCENT_CHANGE',
          value: '15.5' as Decimal,
          unit: 'percent',
        }),
      ],
    });

    const lines = linesOf(givenReport({ socioEconomic: givenSection([shown], [conflict]) }));

    expect(lines.filter((line) => line.includes('âu thuẫn 1'))).toEqual([
      '⚠ Mâu thuẫn 1 (cần giải trình): 38 ≠ 33 × (100% + 15,5%) = 38,115 · Quy tắc',
    ]);
  });
});

describe('given two agencies that contradict each other', () => {
  it('when it is printed, then both figures are marked, and a block at the end tells whose they are', () => {
    const conflict = givenCheck('97 > 94', {
      figures: [givenUsed('inspection', 'units', '97'), givenUsed('party-building', 'organisations', '94')],
    });

    const lines = linesOf(
      givenReport(
        {
          partyBuilding: givenSection([givenShown('organisations', '94')]),
          inspection: givenSection([givenShown('units', '97')]),
        },
        { reconciliation: [conflict] },
      ),
    );

    expect(lines.slice(3)).toEqual([
      'XÂY DỰNG ĐẢNG',
      'Nhóm',
      'Chỉ tiêu organisations 94 đảng viên [khoi-2024-q1 A.I.2] ⚠ xem mâu thuẫn 1',
      '',
      'KIỂM TRA, GIÁM SÁT, KỶ LUẬT',
      'Nhóm',
      'Chỉ tiêu units 97 đảng viên [khoi-2024-q1 A.I.2]',
      '⚠ Mâu thuẫn 1: 97 > 94 · Quy tắc',
      '',
      'MÂU THUẪN GIỮA CÁC CƠ QUAN',
      '⚠ Mâu thuẫn 1: 97 > 94 · Quy tắc',
      'Kiểm tra, giám sát, kỷ luật: Chỉ tiêu units: 97 [khoi-2024-q1 A.I.2]',
      'Xây dựng Đảng: Chỉ tiêu organisations: 94 [khoi-2024-q1 A.I.2]',
      '',
      'ĐẦY ĐỦ SỐ LIỆU (đã nhận 0 trong 0 phần phải báo cáo)',
      '',
      'KIỂM TRA SỐ LIỆU: 0 khớp; 0 khớp trong phạm vi làm tròn; 1 mâu thuẫn; 0 không kiểm tra được',
    ]);
  });
});

describe('given agencies that have published, are late, or do not answer', () => {
  it('when it is printed, then each has its line, with the days as in Vietnam', () => {
    const completeness = {
      expected: 4,
      received: 2,
      sections: [
        givenStanding(),
        // 18:00 in London is already the next day in Vietnam.
        givenStanding({
          agency: 'party-building',
          publishedAt: '2024-04-15T18:00:00.000Z' as Instant,
          late: true,
        }),
        givenStanding({
          agency: 'office',
          status: 'LATE',
          publishedAt: null,
          late: true,
          figures: 0,
          missing: [
            { label: 'Văn bản ban hành', reason: null },
            { label: 'Cuộc họp, hội nghị được phục vụ', reason: 'NOT_COLLECTED' },
          ],
        }),
        givenStanding({
          agency: 'mass-organisations',
          status: 'NOT_DUE',
          publishedAt: null,
          figures: 0,
          missing: [{ label: 'Suất quà các đoàn thể trao tặng', reason: null }],
        }),
        givenStanding({
          agency: 'seventh',
          organisation: 'ha-tinh',
          status: 'UNREACHABLE',
          dueAt: null,
          publishedAt: null,
          figures: null,
        }),
      ],
    };

    const lines = linesOf(givenReport({ massOrganisations: null }, { completeness }));

    expect(lines.slice(3)).toEqual([
      'MẶT TRẬN VÀ CÁC ĐOÀN THỂ',
      '(cơ quan không trả lời)',
      '',
      'ĐẦY ĐỦ SỐ LIỆU (đã nhận 2 trong 4 phần phải báo cáo)',
      'Kiểm tra, giám sát, kỷ luật, ha-tinh-khoi đã công bố 10/04/2024 (hạn 15/04/2024) 2 số liệu',
      'Xây dựng Đảng, ha-tinh-khoi đã công bố 16/04/2024, muộn (hạn 15/04/2024) 2 số liệu',
      'Văn phòng, ha-tinh-khoi quá hạn (hạn 15/04/2024) 0 số liệu thiếu: văn bản ban hành; cuộc họp, hội nghị được phục vụ (không thu thập)',
      'Mặt trận và các đoàn thể, ha-tinh-khoi chưa hết kỳ báo cáo (hạn 15/04/2024) 0 số liệu phải có: suất quà các đoàn thể trao tặng',
      'seventh, ha-tinh cơ quan không trả lời',
      '',
      'KIỂM TRA SỐ LIỆU: 0 khớp; 0 khớp trong phạm vi làm tròn; 0 mâu thuẫn; 0 không kiểm tra được (chưa có kết quả của: Mặt trận và các đoàn thể)',
    ]);
  });
});

describe('given organisations of the directory', () => {
  const organisations = [{ code: 'ha-tinh', label: 'Tỉnh Hà Tĩnh' }];

  it('when it is printed, then they are told by their labels, and others by their codes', () => {
    const shown = givenShown('sales', '5', { organisation: 'ha-tinh' });
    const completeness = {
      expected: 2,
      received: 2,
      sections: [givenStanding({ organisation: 'ha-tinh' }), givenStanding()],
    };

    const lines = printReport(
      givenReport({ inspection: givenSection([shown]) }, { completeness }),
      false,
      organisations,
    );

    expect(lines).toContain('Địa bàn: Tỉnh Hà Tĩnh\n');
    expect(lines).toContain('Kiểm tra, giám sát, kỷ luật, Tỉnh Hà Tĩnh ');
    expect(lines).toContain('Kiểm tra, giám sát, kỷ luật, ha-tinh-khoi ');
  });

  it('when its releases stand in the heading, then they are named likewise', () => {
    const publishedAt = '2024-04-03T02:00:00.000Z' as Instant;
    const submissions = [
      { organisation: 'ha-tinh-khoi', release: { number: 2, publishedAt } },
      { organisation: 'ha-tinh', release: { number: 1, publishedAt } },
      { organisation: 'thach-ha', release: null },
    ];
    const section = { ...givenSection([]), submissions };

    const text = printReport(givenReport({ inspection: section }), false, organisations);

    expect(text).toContain(
      'KIỂM TRA, GIÁM SÁT, KỶ LUẬT (công bố: ha-tinh-khoi số 2, 03/04/2024; Tỉnh Hà Tĩnh số 1, 03/04/2024)',
    );
  });
});
