import { describe, expect, it } from 'vitest';

import {
  evaluateRules,
  figure,
  LOCALES,
  rule,
  ruleText,
  type Observation,
  type Rule,
} from '../../../../schema/values/index.ts';
import { givenComparison } from '../../../support/given.ts';
import { earlier, givenRuleWords, givenScope, givenShownBook, part, told } from '../../../support/rules.ts';

const WORDS = givenRuleWords();

const grown = { comparisons: [givenComparison()] };
const attained = { comparisons: [givenComparison({ against: 'PLAN', measure: 'ATTAINMENT' })] };
const shared = { comparisons: [givenComparison({ against: 'WHOLE', measure: 'SHARE', baseTime: null })] };
const FIGURES: readonly Observation[] = [
  told('members-disciplined', '3'),
  part('form=warning', '3'),
  part('form=warning;level=branch', '3'),
  told('pupils', '5', attained),
  told('prize-winners', '2'),
  told('prize-rate', '40'),
  told('capital', '3', grown),
  told('average-capital', '1'),
  told('enterprises', '3'),
  told('commission-members', '5'),
  part('size=five', '1', { indicator: 'commissions' }),
  told('members', '9'),
  told('budget-revenue', '9', grown),
  part('source=domestic', null, {
    indicator: 'budget-revenue',
    comparisons: [...shared.comparisons, ...grown.comparisons],
  }),
  part('source=customs', null, { indicator: 'budget-revenue', ...grown }),
  told('pupils', '50', { organisation: 'ha-tinh' }),
];

/** What the first check of a rule is about, in each language. */
function textsOf(declared: Rule): readonly string[] {
  const scope = givenScope(givenShownBook(FIGURES, [earlier('2023', told('members', '8'))]), {
    'party-building': null,
  });
  const [outcome] = evaluateRules([declared], scope);
  return LOCALES.map((locale) =>
    ruleText(outcome!, (agency) => (agency === 'inspection' ? WORDS : null), locale),
  );
}

const [growth, attainment, share] = rule.statedComparisons() as [Rule, Rule, Rule];

describe('given a rule without words of its own', () => {
  it.each<[Rule, string, string]>([
    [
      rule.totalOfParts('members-disciplined', 'form'),
      'Đảng viên bị kỷ luật bằng tổng các phần theo hình thức',
      'Members disciplined: the sum of the parts by form',
    ],
    [
      rule.totalOfParts('members-disciplined', ['form', 'level']),
      'Đảng viên bị kỷ luật bằng tổng các phần theo hình thức và cấp',
      'Members disciplined: the sum of the parts by form and level',
    ],
    [
      rule.weightedTotal(figure('commission-members'), 'commissions', 'size', { five: '5' }),
      'Số commission members bằng tổng theo cỡ của số commissions, mỗi loại nhân số tương ứng',
      'Number of commission members: the sum by size of number of commissions, each times what one counts for',
    ],
    [
      rule.sumAcross(figure('pupils'), [figure('prize-winners'), figure('members-disciplined')]),
      'Số pupils bằng tổng của số prize winners và đảng viên bị kỷ luật',
      'Number of pupils: the sum of number of prize winners and members disciplined',
    ],
    [
      rule.structure('budget-revenue', 'source'),
      'Thu ngân sách: tỷ trọng theo nguồn cộng lại bằng 100%',
      'Budget revenue: the shares by source make 100%',
    ],
    [
      rule.partOfWhole(figure('pupils'), figure('pupils', { about: 'area' })),
      'Số pupils không vượt số pupils (toàn địa bàn)',
      'Number of pupils: at most number of pupils (whole area)',
    ],
    [
      rule.partOfWhole(figure('members-disciplined', { each: 'form' }), figure('pupils')),
      'Đảng viên bị kỷ luật, cảnh cáo không vượt số pupils',
      'Members disciplined, warning: at most number of pupils',
    ],
    [
      rule.sameFact(figure('pupils'), figure('members-admitted', { agency: 'party-building' })),
      'Số pupils và members-admitted là cùng một số liệu',
      'Number of pupils: the same fact as members-admitted',
    ],
    [rule.notBelowZero(), 'Đảng viên bị kỷ luật không âm', 'Members disciplined: not below zero'],
    [
      growth,
      'Số capital: mức tăng, giảm khớp với số gốc đang lưu',
      'Number of capital: the stated growth agrees with the base that is held',
    ],
    [
      attainment,
      'Số pupils: mức đạt kế hoạch khớp với kế hoạch đang lưu',
      'Number of pupils: the stated attainment agrees with the plan that is held',
    ],
    [
      share,
      'Thu ngân sách, thu nội địa: tỷ trọng khớp với tổng thể đang lưu',
      'Budget revenue, domestic: the stated share agrees with the whole that is held',
    ],
    [
      rule.rate(figure('prize-rate'), figure('prize-winners'), figure('pupils')),
      'Số prize rate bằng số prize winners chia cho số pupils',
      'Number of prize rate: number of prize winners divided by number of pupils',
    ],
    [
      rule.average(figure('average-capital'), figure('capital'), figure('enterprises')),
      'Số average capital bằng số capital chia cho số enterprises',
      'Number of average capital: number of capital divided by number of enterprises',
    ],
    [
      rule.growthOfQuotient(figure('capital'), figure('enterprises'), figure('average-capital')),
      'Số capital: mức tăng bằng tích mức tăng của số enterprises và của số average capital',
      'Number of capital: grew as number of enterprises times number of average capital did',
    ],
    [
      rule.growthWithinParts('budget-revenue', 'source'),
      'Thu ngân sách: mức tăng nằm giữa các mức tăng theo nguồn',
      'Budget revenue: the growth lies between those of the parts by source',
    ],
    [
      rule.stockFlow(figure('members'), { in: [], out: [] }),
      'Số members bằng số kỳ trước cộng số vào trừ số ra',
      'Number of members: the previous figure with what came in and went out',
    ],
  ])('when it is said, then those of its kind are said of its figures', (declared, vietnamese, english) => {
    expect(textsOf(declared)).toEqual([vietnamese, english]);
  });
});

describe('given a rule with words of its own', () => {
  const words = { VI: 'Mỗi lớp có người học', EN: 'Every class has pupils' };

  it('when it is about one figure, then they say it all', () => {
    const declared = rule.partOfWhole(figure('prize-winners'), figure('pupils'), { words });

    expect(textsOf(declared)).toEqual(['Mỗi lớp có người học', 'Every class has pupils']);
  });

  it.each<[string, Rule]>([
    [
      'each part',
      rule.partOfWhole(figure('members-disciplined', { each: 'form' }), figure('pupils'), { words }),
    ],
    ['the parts of many totals', rule.totalOfParts('members-disciplined', 'form', { words })],
  ])('when it is about %s, then it is said which is meant', (_what, declared) => {
    const [vietnamese, english] = textsOf(declared);

    expect(vietnamese).toMatch(/^Đảng viên bị kỷ luật(, cảnh cáo)?: mỗi lớp có người học$/);
    expect(english).toMatch(/^Members disciplined(, warning)?: every class has pupils$/);
  });
});
