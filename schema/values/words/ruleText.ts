import type { Label, Locale } from '../label.ts';
import { figuresOf, type CheckedFigure } from '../rules/expression.ts';
import type { CheckOutcome } from '../rules/scope.ts';
import { termsOf, type RuleKind, type Term } from '../rules/rule.ts';
import { contradictionText } from './contradictionText.ts';
import { figureLabel, type Vocabularies } from './checkedFigure.ts';
import { lowerInitial } from './noun.ts';
import { formatPeriod } from './period.ts';

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

/** Of the codes below one, whose shares are not those of all. */
const STRUCTURE_BELOW: Readonly<Record<Locale, Template>> = {
  VI: (a, [by = '']) => `${a}: tỷ trọng theo ${by} cộng lại bằng tỷ trọng chung, hoặc bằng 100%`,
  EN: (a, [by = '']) => `${a}: the shares by ${by} make its own share, or 100%`,
};

/** Of a growth that is stated against a plan. */
const GROWTH_ON_PLAN: Readonly<Record<Locale, Template>> = {
  VI: (a) => `${a}: mức chênh lệch so với kế hoạch khớp với kế hoạch đang lưu`,
  EN: (a) => `${a}: the stated difference from the plan agrees with the plan that is held`,
};

/** What tells a figure of the area from the organisation's own. */
const WHOLE_AREA: Label = { VI: 'toàn địa bàn', EN: 'whole area' };

/**
 * The rule of a check in words, with what it is about: its own words, else those of its kind. Where a number contradicts
 * every base, it says that. Organisation and time are named where they are not those of the report.
 */
export function ruleText(outcome: CheckOutcome, vocabularies: Vocabularies, locale: Locale): string {
  return ruleSentence(outcome, vocabularies, locale) + placeText(outcome, locale);
}

/** " (ha-tinh, năm 2019)" */
function placeText({ organisation, time, report }: CheckOutcome, locale: Locale): string {
  const named = [
    ...(organisation === report.organisation ? [] : [organisation]),
    ...(time === report.period ? [] : [formatPeriod(time, locale)]),
  ];
  return named.length === 0 ? '' : ` (${named.join(', ')})`;
}

function ruleSentence(outcome: CheckOutcome, vocabularies: Vocabularies, locale: Locale): string {
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
      ? figureLabel(isWholeStructure(outcome) ? { ...subject, breakdown: {} } : subject, vocabularies, locale)
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
  return (
    contradictionText(outcome, about, locale) ?? templateOf(outcome)[locale](about, others.map(lowerInitial))
  );
}

function templateOf(outcome: CheckOutcome): Readonly<Record<Locale, Template>> {
  const { kind } = outcome.rule;
  if (kind === 'GROWTH' && isOnPlan(outcome)) return GROWTH_ON_PLAN;
  return kind === 'STRUCTURE' && !isWholeStructure(outcome) ? STRUCTURE_BELOW : TEMPLATES[kind];
}

function isOnPlan({ figures }: CheckOutcome): boolean {
  return figures.some(
    ({ comparison }) => comparison?.against === 'PLAN' || comparison?.against === 'RESOLUTION_TARGET',
  );
}

/** Whether shares are those of the parts of all, and not of the codes below the first figure's own. */
function isWholeStructure({ rule, figures, right }: CheckOutcome): boolean {
  return rule.kind === 'STRUCTURE' && figuresOf(right).length === figures.length;
}

/** Where a rule holds for each part, or a part is told in the place of the whole figure, the part that is meant. */
function withPart(term: Term, outcome: CheckOutcome): Term {
  const { each, breakdown } = term;
  const part = partToldFor(term, outcome);
  if (part) return { ...term, breakdown: part.breakdown };
  const { figures } = outcome;
  if (each === null) return term;
  const code = figures.map((figure) => figure.breakdown[each]).find((one) => one !== undefined);
  return code === undefined ? term : { ...term, breakdown: { ...breakdown, [each]: code } };
}

/** The part of its subject that a check is about, where the rule is declared for the subject itself. */
function partToldFor(term: Term, { rule, left }: CheckOutcome): CheckedFigure | null {
  if (rule.kind !== 'PART_OF_WHOLE' || term !== rule.part || left.kind !== 'FIGURE') return null;
  const meant = Object.keys(term.breakdown).length + (term.each === null ? 0 : 1);
  return Object.keys(left.figure.breakdown).length > meant ? left.figure : null;
}

/** Own words of a rule without a subject of its own do not tell which figure is meant. */
function isAboutMany(outcome: CheckOutcome): boolean {
  const [term] = termsOf(outcome.rule);
  return term?.each !== null || partToldFor(term, outcome) !== null;
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
