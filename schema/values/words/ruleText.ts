import type { Label, Locale } from '../label.ts';
import type { CheckOutcome } from '../rules/scope.ts';
import { termsOf, type RuleKind, type Term } from '../rules/rule.ts';
import { figureLabel, type Vocabularies } from './checkedFigure.ts';
import { lowerInitial } from './noun.ts';

/** What a rule says of its figures: `a` is its subject, `others` what else it names. */
type Template = (a: string, others: readonly string[]) => string;

const TEMPLATES: Readonly<Record<RuleKind, Readonly<Record<Locale, Template>>>> = {
  TOTAL_OF_PARTS: {
    VI: (a, [by = '']) => `${a} bằng tổng các phần theo ${by}`,
    EN: (a, [by = '']) => `${a}: the sum of the parts by ${by}`,
  },
  WEIGHTED_TOTAL: {
    VI: (a, [count = '', by = '']) => `${a} bằng tổng theo ${by} của ${count}, mỗi loại nhân số tương ứng`,
    EN: (a, [count = '', by = '']) => `${a}: the sum by ${by} of ${count}, each times what one counts for`,
  },
  SUM_ACROSS: {
    VI: (a, others) => `${a} bằng tổng của ${others.join(' và ')}`,
    EN: (a, others) => `${a}: the sum of ${others.join(' and ')}`,
  },
  STRUCTURE: {
    VI: (a, [by = '']) => `${a}: tỷ trọng theo ${by} cộng lại bằng 100%`,
    EN: (a, [by = '']) => `${a}: the shares by ${by} make 100%`,
  },
  PART_OF_WHOLE: {
    VI: (a, [whole = '']) => `${a} không vượt ${whole}`,
    EN: (a, [whole = '']) => `${a}: at most ${whole}`,
  },
  SAME_FACT: {
    VI: (a, [other = '']) => `${a} và ${other} là cùng một số liệu`,
    EN: (a, [other = '']) => `${a}: the same fact as ${other}`,
  },
  NOT_BELOW_ZERO: { VI: (a) => `${a} không âm`, EN: (a) => `${a}: not below zero` },
  SHARE: {
    VI: (a) => `${a}: tỷ trọng khớp với tổng thể đang lưu`,
    EN: (a) => `${a}: the stated share agrees with the whole that is held`,
  },
  RATE: {
    VI: (a, [part = '', whole = '']) => `${a} bằng ${part} chia cho ${whole}`,
    EN: (a, [part = '', whole = '']) => `${a}: ${part} divided by ${whole}`,
  },
  AVERAGE: {
    VI: (a, [total = '', count = '']) => `${a} bằng ${total} chia cho ${count}`,
    EN: (a, [total = '', count = '']) => `${a}: ${total} divided by ${count}`,
  },
  ATTAINMENT: {
    VI: (a) => `${a}: mức đạt kế hoạch khớp với kế hoạch đang lưu`,
    EN: (a) => `${a}: the stated attainment agrees with the plan that is held`,
  },
  GROWTH: {
    VI: (a) => `${a}: mức tăng, giảm khớp với số gốc đang lưu`,
    EN: (a) => `${a}: the stated growth agrees with the base that is held`,
  },
  GROWTH_OF_QUOTIENT: {
    VI: (a, [count = '', average = '']) => `${a}: mức tăng bằng tích mức tăng của ${count} và của ${average}`,
    EN: (a, [count = '', average = '']) => `${a}: grew as ${count} times ${average} did`,
  },
  GROWTH_WITHIN_PARTS: {
    VI: (a, [by = '']) => `${a}: mức tăng nằm giữa các mức tăng theo ${by}`,
    EN: (a, [by = '']) => `${a}: the growth lies between those of the parts by ${by}`,
  },
  STOCK_FLOW: {
    VI: (a) => `${a} bằng số kỳ trước cộng số vào trừ số ra`,
    EN: (a) => `${a}: the previous figure with what came in and went out`,
  },
};

/** What tells a figure of the area from the organisation's own. */
const WHOLE_AREA: Label = { VI: 'toàn địa bàn', EN: 'whole area' };

/** The rule of a check in words, with what it is about: its own words, else those of its kind. */
export function ruleText(outcome: CheckOutcome, vocabularies: Vocabularies, locale: Locale): string {
  const { rule, agency, figures } = outcome;
  const [subject] = figures;
  const labelOf = (term: Term): string => {
    const label = figureLabel(
      { ...withPart(term, outcome), agency: term.agency ?? agency },
      vocabularies,
      locale,
    );
    return term.about === 'area' ? `${label} (${WHOLE_AREA[locale]})` : label;
  };
  const [firstTerm, ...otherTerms] = termsOf(rule);
  const about = firstTerm
    ? labelOf(firstTerm)
    : subject
      ? figureLabel(rule.kind === 'STRUCTURE' ? { ...subject, breakdown: {} } : subject, vocabularies, locale)
      : '';
  if (rule.words)
    return isAboutMany(outcome) ? `${about}: ${lowerInitial(rule.words[locale])}` : rule.words[locale];
  const others = [
    ...otherTerms.map(labelOf),
    ...('count' in rule && typeof rule.count === 'string'
      ? [labelOfIndicator(rule.count, agency, vocabularies, locale)]
      : []),
    ...dimensionsOf(outcome, vocabularies, locale),
  ];
  return TEMPLATES[rule.kind][locale](about, others.map(lowerInitial));
}

/** Where a rule holds for each part, the part that this check is about. */
function withPart(term: Term, { figures }: CheckOutcome): Term {
  const { each, breakdown } = term;
  if (each === null) return term;
  const code = figures.map((figure) => figure.breakdown[each]).find((one) => one !== undefined);
  return code === undefined ? term : { ...term, breakdown: { ...breakdown, [each]: code } };
}

/** Own words of a rule without a subject of its own do not tell which figure is meant. */
function isAboutMany({ rule }: CheckOutcome): boolean {
  const [term] = termsOf(rule);
  return term?.each !== null;
}

function dimensionsOf(
  { rule, agency }: CheckOutcome,
  vocabularies: Vocabularies,
  locale: Locale,
): readonly string[] {
  const codes = 'dimensions' in rule ? rule.dimensions : 'dimension' in rule ? [rule.dimension] : [];
  const labels = codes.map((code) =>
    lowerInitial(labelText(vocabularies(agency)?.dimensions.get(code)?.label, locale, code)),
  );
  return labels.length === 0 ? [] : [labels.join(locale === 'VI' ? ' và ' : ' and ')];
}

function labelOfIndicator(
  indicator: string,
  agency: string,
  vocabularies: Vocabularies,
  locale: Locale,
): string {
  return labelText(vocabularies(agency)?.indicators.get(indicator)?.label, locale, indicator);
}

function labelText(label: Label | undefined, locale: Locale, code: string): string {
  return label?.[locale] ?? code;
}
