import type { Comparison } from '../comparison.ts';
import type { Decimal } from '../decimal.ts';
import type { Fact, SeriesIdentity } from '../facts/factBook.ts';
import type { Period } from '../period.ts';

/** A figure that a check has used or looked for in vain. */
export interface CheckedFigure extends Pick<
  SeriesIdentity,
  'indicator' | 'organisation' | 'breakdown' | 'unit'
> {
  readonly agency: string;
  readonly time: Period;
  /** `null` where it is not held, or its agency was not reached. */
  readonly fact: Fact | null;
  /** Where the number meant is not the figure's own but that of a comparison stated with it. */
  readonly comparison: Comparison | null;
}

/** One side of a relation as it is said: figures, sums, products. */
export type Expression =
  | { readonly kind: 'FIGURE'; readonly figure: CheckedFigure }
  | { readonly kind: 'NUMBER'; readonly value: Decimal }
  | { readonly kind: 'PERCENT'; readonly value: Decimal }
  /** Of an open list there may be further terms that are not told. */
  | { readonly kind: 'SUM'; readonly terms: readonly Expression[]; readonly isOpen: boolean }
  | { readonly kind: 'MINUS'; readonly term: Expression }
  | { readonly kind: 'PRODUCT'; readonly factors: readonly Expression[] };

/** A figure as an expression. */
export function figureExpression(figure: CheckedFigure): Expression {
  return { kind: 'FIGURE', figure };
}

/** The sum of figures; a sum of one is that one, unless further ones may be left out. */
export function sumExpression(terms: readonly Expression[], isOpen = false): Expression {
  const [first, ...others] = terms;
  return first && others.length === 0 && !isOpen ? first : { kind: 'SUM', terms, isOpen };
}

/** What a growth multiplies its base with: "(100% + 46,78%)", or the times themselves. */
export function factorExpression(growth: CheckedFigure): Expression {
  if (growth.comparison?.measure === 'TIMES') return figureExpression(growth);
  return sumExpression([{ kind: 'PERCENT', value: '100' as Decimal }, figureExpression(growth)]);
}

/** An expression without the terms of its sums that have no number; itself where nothing would be left. */
export function toldOnly(expression: Expression): Expression {
  if (expression.kind !== 'SUM') return expression;
  const terms = expression.terms
    .map((term) => (term.kind === 'MINUS' ? { ...term, term: toldOnly(term.term) } : toldOnly(term)))
    .filter((term) => figuresOf(term).every(hasNumber));
  return terms.length === 0 ? expression : sumExpression(terms, expression.isOpen);
}

function hasNumber({ fact, comparison }: CheckedFigure): boolean {
  return (comparison ? comparison.value : (fact?.observation.value ?? null)) !== null;
}

/** All figures of expressions, in the order in which they are said. */
export function figuresOf(...expressions: readonly Expression[]): readonly CheckedFigure[] {
  return expressions.flatMap((expression) => {
    switch (expression.kind) {
      case 'FIGURE':
        return [expression.figure];
      case 'SUM':
        return figuresOf(...expression.terms);
      case 'PRODUCT':
        return figuresOf(...expression.factors);
      case 'MINUS':
        return figuresOf(expression.term);
      default:
        return [];
    }
  });
}
