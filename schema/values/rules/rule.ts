import type { Breakdown } from '../breakdown.ts';
import type { Decimal } from '../decimal.ts';
import type { Label } from '../label.ts';

/** ERROR: a conflict means that some figure is wrong. WARNING: it may have a reason, which should be told. */
export const SEVERITIES = ['ERROR', 'WARNING'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a rule says, as far as it is the same for all figures: the whole list. */
export const RULE_KINDS = [
  'TOTAL_OF_PARTS',
  'WEIGHTED_TOTAL',
  'SUM_ACROSS',
  'STRUCTURE',
  'PART_OF_WHOLE',
  'SAME_FACT',
  'NOT_BELOW_ZERO',
  'SHARE',
  'RATE',
  'AVERAGE',
  'ATTAINMENT',
  'GROWTH',
  'GROWTH_OF_QUOTIENT',
  'GROWTH_WITHIN_PARTS',
  'STOCK_FLOW',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** A figure that a rule speaks of, of whatever organisation and time the rule is applied to. */
export interface Term {
  /** Whose figure; `null` is the agency that declares the rule. */
  readonly agency: string | null;
  readonly indicator: string;
  readonly breakdown: Breakdown;
  /** Code of the unit; `null` is the indicator's first. */
  readonly unit: string | null;
  /** The organisation itself, or the area around it. */
  readonly about: 'organisation' | 'area';
  /** The rule holds for each reported part of this dimension. */
  readonly each: string | null;
  /** Where the figure itself is not reported, the sum of its parts by this dimension stands for it. */
  readonly sumOver: string | null;
}

interface RuleCommon {
  /** Stable code, made of the kind and what it is about. */
  readonly code: string;
  readonly severity: Severity;
  /** Where the rule comes from. */
  readonly source: Label;
  /** The rule in words; `null` where the words of its kind say it all. */
  readonly words: Label | null;
}

/** Total = sum of the parts by these dimensions together; also a code = sum of the codes below it. */
export interface TotalOfPartsRule extends RuleCommon {
  readonly kind: 'TOTAL_OF_PARTS';
  readonly indicator: string;
  readonly dimensions: readonly string[];
  /** Whether a part can be below zero, as taxes less subsidies: then an open list never conflicts. */
  readonly partsMayBeNegative: boolean;
}

/** Total = sum over the codes of a dimension of count × weight. */
export interface WeightedTotalRule extends RuleCommon {
  readonly kind: 'WEIGHTED_TOTAL';
  readonly total: Term;
  readonly count: string;
  readonly dimension: string;
  readonly weights: Readonly<Record<string, Decimal>>;
}

/** Total = sum of these figures, of other indicators or agencies. */
export interface SumAcrossRule extends RuleCommon {
  readonly kind: 'SUM_ACROSS';
  readonly total: Term;
  readonly parts: readonly Term[];
}

/** The stated shares of the parts by a dimension sum to 100 percent. */
export interface StructureRule extends RuleCommon {
  readonly kind: 'STRUCTURE';
  readonly indicator: string;
  readonly dimension: string;
  /** Whether a part, and so its share, can be below zero: then an open list never conflicts. */
  readonly partsMayBeNegative: boolean;
}

/** The first is at most the second. */
export interface PartOfWholeRule extends RuleCommon {
  readonly kind: 'PART_OF_WHOLE';
  readonly part: Term;
  readonly whole: Term;
}

/** Both are one fact. */
export interface SameFactRule extends RuleCommon {
  readonly kind: 'SAME_FACT';
  readonly figure: Term;
  readonly other: Term;
}

/** No figure of the agency is below zero, but for these indicators. */
export interface NotBelowZeroRule extends RuleCommon {
  readonly kind: 'NOT_BELOW_ZERO';
  readonly except: readonly string[];
}

/** Every comparison of this kind that a source states for a figure of the agency agrees with what is held. */
export interface StatedComparisonRule extends RuleCommon {
  readonly kind: 'SHARE' | 'ATTAINMENT' | 'GROWTH';
  /** Indicators whose figures, and so their bases, can be below zero. */
  readonly mayBeNegative: readonly string[];
}

/** A figure in percent = part / whole. */
export interface RateRule extends RuleCommon {
  readonly kind: 'RATE';
  readonly rate: Term;
  readonly part: Term;
  readonly whole: Term;
}

/** Average = total / count. */
export interface AverageRule extends RuleCommon {
  readonly kind: 'AVERAGE';
  readonly average: Term;
  readonly total: Term;
  readonly count: Term;
}

/** The stated growth of a total = that of its count × that of its average. */
export interface GrowthOfQuotientRule extends RuleCommon {
  readonly kind: 'GROWTH_OF_QUOTIENT';
  readonly total: Term;
  readonly count: Term;
  readonly average: Term;
}

/** The stated growth of a total lies between the least and the greatest growth of its parts. */
export interface GrowthWithinPartsRule extends RuleCommon {
  readonly kind: 'GROWTH_WITHIN_PARTS';
  readonly indicator: string;
  readonly dimension: string;
  /** Whether a part can be below zero: then only parts known not to be bound the growth of their total. */
  readonly partsMayBeNegative: boolean;
}

/** Stock = previous stock + what came in − what went out; at most that where not all that goes out is counted. */
export interface StockFlowRule extends RuleCommon {
  readonly kind: 'STOCK_FLOW';
  readonly stock: Term;
  readonly inflows: readonly Term[];
  readonly outflows: readonly Term[];
  readonly outflowsOpen: boolean;
}

/** A declared rule: data, so that it can be listed, checked against a catalogue and said in words. */
export type Rule =
  | TotalOfPartsRule
  | WeightedTotalRule
  | SumAcrossRule
  | StructureRule
  | PartOfWholeRule
  | SameFactRule
  | NotBelowZeroRule
  | StatedComparisonRule
  | RateRule
  | AverageRule
  | GrowthOfQuotientRule
  | GrowthWithinPartsRule
  | StockFlowRule;

/** All figures that a rule names; none for a rule about all figures or about the parts of one indicator. */
export function termsOf(rule: Rule): readonly Term[] {
  switch (rule.kind) {
    case 'WEIGHTED_TOTAL':
      return [rule.total];
    case 'SUM_ACROSS':
      return [rule.total, ...rule.parts];
    case 'PART_OF_WHOLE':
      return [rule.part, rule.whole];
    case 'SAME_FACT':
      return [rule.figure, rule.other];
    case 'RATE':
      return [rule.rate, rule.part, rule.whole];
    case 'AVERAGE':
      return [rule.average, rule.total, rule.count];
    case 'GROWTH_OF_QUOTIENT':
      return [rule.total, rule.count, rule.average];
    case 'STOCK_FLOW':
      return [rule.stock, ...rule.inflows, ...rule.outflows];
    default:
      return [];
  }
}
