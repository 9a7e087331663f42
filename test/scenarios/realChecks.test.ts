import { describe, expect, it } from 'vitest';

import { checkExpression, ruleText, VERDICTS, type CheckOutcome } from '../../schema/values/index.ts';
import { judge, readAgencies, readDocuments } from '../../scripts/judgeDocuments.ts';

const agencies = await readAgencies();
const outcomes = new Map(readDocuments().map((document) => [document.code, judge(document, agencies)]));
const words = (agency: string) => agencies.find(({ code }) => code === agency)?.vocabulary ?? null;

/** Kind of rule → how often each verdict is found, in the order of VERDICTS. */
function countsOf(found: readonly CheckOutcome[]): Record<string, readonly number[]> {
  const kinds = [...new Set(found.map(({ rule }) => rule.kind))].sort();
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      VERDICTS.map(
        (verdict) =>
          found.filter(({ rule, finding }) => rule.kind === kind && finding.verdict === verdict).length,
      ),
    ]),
  );
}

describe('given the figures of the three documents', () => {
  it('when all rules judge them, then these two contradictions of the sources are found and no other', () => {
    const conflicts = [...outcomes].flatMap(([document, found]) =>
      found
        .filter(({ finding }) => finding.verdict === 'CONFLICT')
        .map((outcome) => [
          document,
          outcome.rule.code,
          ruleText(outcome, words, 'VI'),
          checkExpression(outcome, words, 'VI'),
        ]),
    );

    expect(conflicts).toEqual([
      [
        'khoi-2020',
        'total-of-parts:members-disciplined:content',
        'Đảng viên bị thi hành kỷ luật bằng tổng các phần theo nội dung vi phạm',
        '39 ≠ 7 + 23 + 1 + 6 = 37',
      ],
      [
        'khoi-2020',
        'growth',
        'Hợp tác xã thành lập mới: không có số gốc nguyên nào cho mức tăng, giảm này; gần nhất là 33 (ha-tinh)',
        '38 ≠ 33 × (100% + 15,5%) = 38,115',
      ],
    ]);
  });

  it.each([
    [
      'khoi-2024-q1',
      {
        AVERAGE: [0, 1, 0, 0],
        GROWTH: [0, 0, 0, 7],
        GROWTH_OF_QUOTIENT: [0, 0, 0, 1],
        NOT_BELOW_ZERO: [56, 0, 0, 0],
        PART_OF_WHOLE: [13, 0, 0, 6],
        SAME_FACT: [1, 0, 0, 0],
        STOCK_FLOW: [0, 0, 0, 1],
        TOTAL_OF_PARTS: [7, 0, 0, 1],
      },
    ],
    [
      'khoi-2020',
      {
        ATTAINMENT: [0, 0, 0, 5],
        GROWTH: [0, 0, 1, 13],
        GROWTH_OF_QUOTIENT: [0, 0, 0, 1],
        GROWTH_WITHIN_PARTS: [3, 0, 0, 0],
        NOT_BELOW_ZERO: [178, 0, 0, 0],
        PART_OF_WHOLE: [38, 0, 0, 6],
        SHARE: [0, 0, 0, 5],
        STOCK_FLOW: [0, 0, 0, 1],
        STRUCTURE: [1, 0, 0, 0],
        TOTAL_OF_PARTS: [9, 0, 1, 2],
        WEIGHTED_TOTAL: [1, 0, 0, 0],
      },
    ],
    [
      'tinh-2023',
      {
        ATTAINMENT: [0, 0, 0, 2],
        GROWTH: [0, 0, 0, 2],
        NOT_BELOW_ZERO: [23, 0, 0, 0],
        PART_OF_WHOLE: [6, 0, 0, 0],
        STOCK_FLOW: [0, 0, 0, 1],
      },
    ],
  ])(
    'when the rules judge %s, then each kind is found so often: holds, within rounding, conflict, not testable',
    (document, expected) => {
      const found = outcomes.get(document) ?? [];

      expect(countsOf(found)).toEqual(expected);
    },
  );

  it('when a source states a growth whose base nobody holds, then it is not testable and says so', () => {
    const growths = (outcomes.get('khoi-2024-q1') ?? []).filter(({ rule }) => rule.kind === 'GROWTH');

    const said = growths.map((outcome) => [outcome.finding.reason, checkExpression(outcome, words, 'VI')]);

    expect(said).toEqual([
      ['FIGURE_MISSING', '? ≟ ? × (100% + 4,27%)'],
      ['BASE_MISSING', '20.179,5 tỷ ≟ ? × (100% + 20,29%)'],
      ['BASE_MISSING', '1,255 tỷ ≟ ? × (100% + 5,23%)'],
      ['BASE_MISSING', '4.342,14 tỷ ≟ ? × (100% + 46,78%)'],
      ['BASE_MISSING', '1.853,40 tỷ ≟ ? × (100% + 64,21%)'],
      ['BASE_MISSING', 'gần 1.636 tỷ ≟ ? × (100% + 116,95%)'],
      ['BASE_MISSING', '7,1 tỷ ≟ ? × 2,4'],
    ]);
  });
});
