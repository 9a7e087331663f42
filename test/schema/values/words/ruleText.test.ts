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
const attained = { comparisons: [givenComparison({ against: 'PLAN', measure: 'ATTAINMENT', value: '50' })] };
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
function textsOf(declared: Rule, figures = FIGURES): readonly string[] {
  const scope = givenScope(givenShownBook(figures, [earlier('2023', told('members', '8'))]), {
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

describe('given a number that contradicts every base', () => {
  const pupils = (value: string, change: Parameters<typeof givenComparison>[0]) =>
    told('pupils', value, { comparisons: [givenComparison(change)] });

  it.each<[string, Rule, Observation, string, string]>([
    [
      'a growth of a count',
      growth,
      pupils('38', { value: '15.5' }),
      'Số pupils: không có số gốc nguyên nào cho mức tăng, giảm này; gần nhất là 33',
      'Number of pupils: no whole base gives this growth; the nearest is 33',
    ],
    [
      'an attainment of a count',
      attainment,
      pupils('9', { against: 'PLAN', baseTime: null, measure: 'ATTAINMENT', value: '85' }),
      'Số pupils: không có kế hoạch nguyên nào cho mức đạt này; gần nhất là 11',
      'Number of pupils: no whole plan gives this attainment; the nearest is 11',
    ],
    [
      'more than there is',
      growth,
      pupils('3', { measure: 'ABSOLUTE_CHANGE', value: '5', unit: 'person' }),
      'Số pupils: không có số gốc nào cho mức tăng, giảm này',
      'Number of pupils: no base gives this growth',
    ],
    [
      'a decrease by more than all',
      growth,
      pupils('3', { value: '-120' }),
      'Số pupils: không có số gốc nào cho mức tăng, giảm này',
      'Number of pupils: no base gives this growth',
    ],
  ])(
    'when it is %s, then no base that is held is spoken of',
    (_what, declared, told_, vietnamese, english) => {
      expect(textsOf(declared, [told_])).toEqual([vietnamese, english]);
    },
  );
});

describe('given a figure that is not of the report itself', () => {
  const below = rule.partOfWhole(figure('prize-winners'), figure('pupils'));

  it.each<[string, Observation, string, string]>([
    [
      'organisation',
      told('prize-winners', '9', { organisation: 'ha-tinh' }),
      'Số prize winners không vượt số pupils (ha-tinh)',
      'Number of prize winners: at most number of pupils (ha-tinh)',
    ],
    [
      'time',
      told('prize-winners', '9', { time: '2023' }),
      'Số prize winners không vượt số pupils (năm 2023)',
      'Number of prize winners: at most number of pupils (2023)',
    ],
    [
      'organisation and time',
      told('prize-winners', '9', { organisation: 'ha-tinh', time: '2023' }),
      'Số prize winners không vượt số pupils (ha-tinh, năm 2023)',
      'Number of prize winners: at most number of pupils (ha-tinh, 2023)',
    ],
  ])('when its %s is another, then that is named', (_what, told_, vietnamese, english) => {
    expect(textsOf(below, [told_])).toEqual([vietnamese, english]);
  });

  it('when it is a part that is told in the place of the figure, then the part is named', () => {
    const all = rule.partOfWhole(figure('members-disciplined'), figure('pupils'));
    const own = rule.partOfWhole(figure('members-disciplined'), figure('pupils'), {
      words: { VI: 'Không nhiều hơn', EN: 'No more' },
    });

    expect(textsOf(all, [part('form=warning', '3')])).toEqual([
      'Đảng viên bị kỷ luật, cảnh cáo không vượt số pupils',
      'Members disciplined, warning: at most number of pupils',
    ]);
    expect(textsOf(own, [part('form=warning', '3')])).toEqual([
      'Đảng viên bị kỷ luật, cảnh cáo: không nhiều hơn',
      'Members disciplined, warning: no more',
    ]);
  });
});

describe('given shares of codes below one', () => {
  it('when they are judged, then it is said of which they are', () => {
    const of = (level: string, value: string) =>
      part(`level=${level}`, null, {
        comparisons: [givenComparison({ against: 'WHOLE', measure: 'SHARE', baseTime: null, value })],
      });
    const scope = givenScope(
      givenShownBook([of('grassroots', '40'), of('province', '60'), of('branch', '40')]),
    );
    const [, below] = evaluateRules([rule.structure('members-disciplined', 'level')], scope);

    expect(LOCALES.map((locale) => ruleText(below!, () => WORDS, locale))).toEqual([
      'Đảng viên bị kỷ luật, cơ sở: tỷ trọng theo cấp cộng lại bằng tỷ trọng chung, hoặc bằng 100%',
      'Members disciplined, grassroots: the shares by level make its own share, or 100%',
    ]);
  });
});

describe('given a growth that is stated against a plan', () => {
  it.each(['PLAN', 'RESOLUTION_TARGET'] as const)(
    'when it is against a %s, then the plan is named',
    (against) => {
      const comparisons = [givenComparison({ against, baseTime: null })];

      expect(textsOf(growth, [told('capital', '3', { comparisons })])).toEqual([
        'Số capital: mức chênh lệch so với kế hoạch khớp với kế hoạch đang lưu',
        'Number of capital: the stated difference from the plan agrees with the plan that is held',
      ]);
    },
  );
});
