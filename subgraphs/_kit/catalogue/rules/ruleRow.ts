import type { Rule, Term } from '../../../../schema/values/index.ts';
import type { DataRule } from '../dataRules.ts';
import { retirementCells, textCells, type Cells } from '../writeCells.ts';

/** The rows that declare rules of files again, as `readRuleRows` reads them; three rules of one row come together. */
export function ruleRows(rules: Iterable<DataRule>): readonly Cells[] {
  return [...rules]
    .filter(({ rule }) => rule.kind !== 'ATTAINMENT' && rule.kind !== 'SHARE')
    .map((declared) => ({
      rule: nameOf(declared.rule),
      ...{ figure: '', parts: '', whole: '', dimension: '', options: '' },
      ...aboutCells(declared.rule),
      severity: declared.rule.severity,
      ...textCells('source', declared.rule.source),
      ...textCells('words', declared.rule.words),
      retired: retirementCells(declared).retired,
    }));
}

function nameOf({ kind }: Rule): string {
  return kind === 'GROWTH' ? 'stated-comparisons' : kind.toLowerCase().replaceAll('_', '-');
}

function aboutCells(rule: Rule): Cells {
  switch (rule.kind) {
    case 'TOTAL_OF_PARTS':
      return { figure: rule.indicator, dimension: rule.dimensions.join(';'), ...negativeParts(rule) };
    case 'STRUCTURE':
    case 'GROWTH_WITHIN_PARTS':
      return { figure: rule.indicator, dimension: rule.dimension, ...negativeParts(rule) };
    case 'WEIGHTED_TOTAL': {
      const options = Object.entries(rule.weights).map(([code, weight]) => `${code}=${weight}`);
      return {
        ...{ figure: formatTerm(rule.total), parts: rule.count, dimension: rule.dimension },
        options: options.join(';'),
      };
    }
    case 'SUM_ACROSS':
      return { figure: formatTerm(rule.total), parts: rule.parts.map(formatTerm).join(';') };
    case 'PART_OF_WHOLE':
      return { figure: formatTerm(rule.part), whole: formatTerm(rule.whole) };
    case 'SAME_FACT':
      return { figure: formatTerm(rule.figure), whole: formatTerm(rule.other) };
    case 'RATE':
      return threeCells(rule.rate, rule.part, rule.whole);
    case 'AVERAGE':
      return threeCells(rule.average, rule.total, rule.count);
    case 'GROWTH_OF_QUOTIENT':
      return threeCells(rule.total, rule.count, rule.average);
    case 'STOCK_FLOW': {
      const flows = [...rule.inflows.map(formatTerm), ...rule.outflows.map((term) => `-${formatTerm(term)}`)];
      const options = rule.outflowsOpen ? 'outflows-open' : '';
      return { figure: formatTerm(rule.stock), parts: flows.join(';'), options };
    }
    case 'NOT_BELOW_ZERO':
      return { parts: rule.except.join(';') };
    default:
      return { parts: rule.mayBeNegative.join(';') };
  }
}

function negativeParts(rule: { readonly partsMayBeNegative: boolean }): Cells {
  return { options: rule.partsMayBeNegative ? 'parts-may-be-negative' : '' };
}

function threeCells(figure: Term, part: Term, whole: Term): Cells {
  return { figure: formatTerm(figure), parts: formatTerm(part), whole: formatTerm(whole) };
}

/** The inverse of `parseTerm`. */
function formatTerm({ agency, indicator, breakdown, unit, about, each, sumOver }: Term): string {
  const parts = [
    ...Object.entries(breakdown).map(([dimension, code]) => `${dimension}=${code}`),
    ...(each === null ? [] : [`${each}=*`]),
    ...(sumOver === null ? [] : [`${sumOver}=+`]),
  ];
  return [
    agency === null ? '' : `${agency}:`,
    indicator,
    parts.length === 0 ? '' : `[${parts.join(';')}]`,
    unit === null ? '' : `/${unit}`,
    about === 'area' ? '@area' : '',
  ].join('');
}
