import {
  rule,
  type PartsOptions,
  type Rule,
  type RuleOptions,
  type Term,
} from '../../../../schema/values/index.ts';

/** The cells of a row, read. */
export interface RuleCells {
  readonly figure: Term | null;
  readonly parts: readonly Term[];
  /** Of a stock: what goes out. */
  readonly outflows: readonly Term[];
  readonly whole: Term | null;
  readonly dimensions: readonly string[];
  readonly options: readonly string[];
  readonly common: RuleOptions;
}

/** Columns that say what a rule is about. */
export type AboutColumn = 'figure' | 'parts' | 'whole' | 'dimension';

/** How a kind of rule is written: which columns it needs, and what it makes of them. */
export interface RuleForm {
  readonly needs: readonly AboutColumn[];
  /** Columns that may be filled as well. */
  readonly may?: readonly AboutColumn[];
  /** Words that "options" may hold; `code=number` where it holds weights. */
  readonly options?: readonly string[];
  readonly hasWeights?: true;
  /** The figure is an indicator alone, as a rule on its parts is about all of it. */
  readonly isPlain?: true;
  /** "parts" are indicators alone: a rule knows their codes, and nothing else of them. */
  readonly hasPlainParts?: true;
  /** "parts" is one figure. */
  readonly hasOnePart?: true;
  readonly make: (cells: Filled) => readonly Rule[];
}

/** Cells of which those that are needed are there. */
interface Filled extends RuleCells {
  readonly figure: Term;
  readonly whole: Term;
  readonly part: Term;
}

/** Some part may be below zero. */
const NEGATIVE_PARTS = 'parts-may-be-negative';
/** Not all that goes out is counted. */
const OPEN_OUTFLOWS = 'outflows-open';

const ofParts = ({ options, common }: RuleCells): PartsOptions => ({
  ...common,
  partsMayBeNegative: options.includes(NEGATIVE_PARTS),
});
const codesOf = ({ parts }: RuleCells): readonly string[] => parts.map(({ indicator }) => indicator);
const onParts = { needs: ['figure', 'dimension'], options: [NEGATIVE_PARTS], isPlain: true } as const;
const ofThree = { needs: ['figure', 'parts', 'whole'], hasOnePart: true } as const;

/** The kinds of rules that files can declare, by their names there. */
export const RULE_FORMS: Readonly<Record<string, RuleForm>> = {
  'total-of-parts': {
    ...onParts,
    make: (cells) => [rule.totalOfParts(cells.figure.indicator, cells.dimensions, ofParts(cells))],
  },
  structure: {
    ...onParts,
    make: (cells) => [rule.structure(cells.figure.indicator, cells.dimensions[0] ?? '', ofParts(cells))],
  },
  'growth-within-parts': {
    ...onParts,
    make: (cells) => [
      rule.growthWithinParts(cells.figure.indicator, cells.dimensions[0] ?? '', ofParts(cells)),
    ],
  },
  'weighted-total': {
    needs: ['figure', 'parts', 'dimension'],
    hasOnePart: true,
    hasPlainParts: true,
    hasWeights: true,
    make: ({ figure, part, dimensions, options, common }) => [
      rule.weightedTotal(figure, part.indicator, dimensions[0] ?? '', weightsOf(options), common),
    ],
  },
  'sum-across': {
    needs: ['figure', 'parts'],
    make: ({ figure, parts, common }) => [rule.sumAcross(figure, parts, common)],
  },
  'part-of-whole': {
    needs: ['figure', 'whole'],
    make: ({ figure, whole, common }) => [rule.partOfWhole(figure, whole, common)],
  },
  'same-fact': {
    needs: ['figure', 'whole'],
    make: ({ figure, whole, common }) => [rule.sameFact(figure, whole, common)],
  },
  rate: {
    ...ofThree,
    make: ({ figure, part, whole, common }) => [rule.rate(figure, part, whole, common)],
  },
  average: {
    ...ofThree,
    make: ({ figure, part, whole, common }) => [rule.average(figure, part, whole, common)],
  },
  'growth-of-quotient': {
    ...ofThree,
    make: ({ figure, part, whole, common }) => [rule.growthOfQuotient(figure, part, whole, common)],
  },
  'stock-flow': {
    needs: ['figure', 'parts'],
    options: [OPEN_OUTFLOWS],
    make: ({ figure, parts, outflows, options, common }) => [
      rule.stockFlow(
        figure,
        { in: parts, out: outflows, outflowsOpen: options.includes(OPEN_OUTFLOWS) },
        common,
      ),
    ],
  },
  'stated-comparisons': {
    needs: [],
    may: ['parts'],
    hasPlainParts: true,
    make: (cells) => rule.statedComparisons({ ...cells.common, mayBeNegative: codesOf(cells) }),
  },
  'not-below-zero': {
    needs: [],
    may: ['parts'],
    hasPlainParts: true,
    make: (cells) => [rule.notBelowZero(codesOf(cells), cells.common)],
  },
};

/** Weights by code, as `five-members=5` writes them. */
function weightsOf(options: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    options.map((option) => {
      const [code = '', weight = ''] = option.split('=');
      return [code, weight] as const;
    }),
  );
}
