import { formatBreakdown } from '../breakdown.ts';
import type { Decimal } from '../decimal.ts';
import type { Label } from '../label.ts';
import type { Rule, RuleKind, Severity, Term } from './rule.ts';

/** Where rules come from that need no other authority. */
export const RULE_SOURCES = {
  ARITHMETIC: { VI: 'Số học', EN: 'Arithmetic' },
  DEFINITION: {
    VI: 'Định nghĩa của chỉ tiêu trong danh mục',
    EN: 'Definition of the indicator in the catalogue',
  },
  OFFICE: { VI: 'Quy ước của văn phòng', EN: 'Convention of the office' },
} as const satisfies Readonly<Record<string, Label>>;

/** What may be said about a rule beyond its kind. */
export interface RuleOptions {
  /** ERROR where left out. */
  readonly severity?: Severity;
  /** The definition of the indicators where left out. */
  readonly source?: Label;
  readonly words?: Label;
}

/** What may be said about a rule on the parts of an indicator. */
export interface PartsOptions extends RuleOptions {
  /** Whether a part can be below zero, as taxes less subsidies; not so where left out. */
  readonly partsMayBeNegative?: boolean;
}

/** What may be said about the rules on stated comparisons. */
export interface StatedOptions extends RuleOptions {
  /** Indicators whose figures can be below zero; none where left out. */
  readonly mayBeNegative?: readonly string[];
}

/** A figure of a rule: the total in the indicator's first unit, about the organisation, where nothing else is said. */
export function figure(indicator: string, options: Partial<Omit<Term, 'indicator'>> = {}): Term {
  return {
    agency: null,
    breakdown: {},
    unit: null,
    about: 'organisation',
    each: null,
    sumOver: null,
    ...options,
    indicator,
  };
}

/**
 * Declares rules, one function per kind. The code of a rule is made of its kind and what it is about, so it is stable
 * and says what it means. Whether the catalogue knows what a rule names is checked when the agency is defined.
 */
export const rule = {
  /** A total is the sum of its parts by one dimension, or by several together. */
  totalOfParts: (indicator: string, dimensions: string | readonly string[], options?: PartsOptions): Rule => {
    const list = typeof dimensions === 'string' ? [dimensions] : dimensions;
    const about = { indicator, dimensions: list, partsMayBeNegative: options?.partsMayBeNegative ?? false };
    return { ...common('TOTAL_OF_PARTS', [indicator, ...list], options), ...about };
  },

  /** A total is the sum of counts, each times what one of them counts for: commissions of 5 and of 3 members. */
  weightedTotal: (
    total: Term,
    count: string,
    dimension: string,
    weights: Readonly<Record<string, string>>,
    options?: RuleOptions,
  ): Rule => ({
    ...common('WEIGHTED_TOTAL', [nameOf(total), count, dimension], options),
    total,
    count,
    dimension,
    weights: weights as Readonly<Record<string, Decimal>>,
  }),

  /** A total is the sum of figures of other indicators or agencies. */
  sumAcross: (total: Term, parts: readonly Term[], options?: RuleOptions): Rule => ({
    ...common('SUM_ACROSS', [total, ...parts].map(nameOf), options),
    total,
    parts,
  }),

  /** The stated shares of the parts by a dimension make 100 percent. */
  structure: (indicator: string, dimension: string, options?: PartsOptions): Rule => ({
    ...common('STRUCTURE', [indicator, dimension], options),
    indicator,
    dimension,
    partsMayBeNegative: options?.partsMayBeNegative ?? false,
  }),

  /** The first figure is at most the second. */
  partOfWhole: (part: Term, whole: Term, options?: RuleOptions): Rule => ({
    ...common('PART_OF_WHOLE', [nameOf(part), nameOf(whole)], options),
    part,
    whole,
  }),

  /** Two places or agencies tell one fact. */
  sameFact: (one: Term, other: Term, options?: RuleOptions): Rule => ({
    ...common('SAME_FACT', [nameOf(one), nameOf(other)], options),
    figure: one,
    other,
  }),

  /** No figure of the agency is below zero, but for these indicators. */
  notBelowZero: (except: readonly string[] = [], options?: RuleOptions): Rule => ({
    ...common('NOT_BELOW_ZERO', [], options),
    except,
  }),

  /** Every stated growth, attainment and share agrees with what the agency holds. */
  statedComparisons: (options: StatedOptions = {}): readonly Rule[] =>
    (['GROWTH', 'ATTAINMENT', 'SHARE'] as const).map((kind) => ({
      ...common(kind, [], { source: RULE_SOURCES.ARITHMETIC, ...options }),
      mayBeNegative: options.mayBeNegative ?? [],
    })),

  /** A figure in percent is part / whole. */
  rate: (rate: Term, part: Term, whole: Term, options?: RuleOptions): Rule => ({
    ...common('RATE', [rate, part, whole].map(nameOf), options),
    rate,
    part,
    whole,
  }),

  /** An average is total / count. */
  average: (average: Term, total: Term, count: Term, options?: RuleOptions): Rule => ({
    ...common('AVERAGE', [average, total, count].map(nameOf), options),
    average,
    total,
    count,
  }),

  /** The stated growth of a total is that of its count times that of its average. */
  growthOfQuotient: (total: Term, count: Term, average: Term, options?: RuleOptions): Rule => ({
    ...common('GROWTH_OF_QUOTIENT', [total, count, average].map(nameOf), options),
    total,
    count,
    average,
  }),

  /** The stated growth of a total lies between the least and the greatest of its parts. */
  growthWithinParts: (indicator: string, dimension: string, options?: PartsOptions): Rule => ({
    ...common('GROWTH_WITHIN_PARTS', [indicator, dimension], options),
    indicator,
    dimension,
    partsMayBeNegative: options?.partsMayBeNegative ?? false,
  }),

  /** A stock is the previous one with what came in and went out; at most that where `outflowsOpen`. */
  stockFlow: (
    stock: Term,
    flows: { readonly in: readonly Term[]; readonly out: readonly Term[]; readonly outflowsOpen?: boolean },
    options?: RuleOptions,
  ): Rule => ({
    ...common('STOCK_FLOW', [nameOf(stock)], options),
    stock,
    inflows: flows.in,
    outflows: flows.out,
    outflowsOpen: flows.outflowsOpen ?? false,
  }),
};

function common<Kind extends RuleKind>(kind: Kind, about: readonly string[], options: RuleOptions = {}) {
  return {
    kind,
    code: [kind.toLowerCase().replaceAll('_', '-'), ...about].join(':'),
    severity: options.severity ?? 'ERROR',
    source: options.source ?? RULE_SOURCES.DEFINITION,
    words: options.words ?? null,
  } as const;
}

function nameOf({ agency, indicator, breakdown, unit, about, each, sumOver }: Term): string {
  const part = [formatBreakdown(breakdown), each ?? '', sumOver ? `sum ${sumOver}` : '']
    .filter(Boolean)
    .join(';');
  return [agency ?? '', indicator, part, unit ?? '', about === 'area' ? 'area' : '']
    .filter(Boolean)
    .join('/');
}
