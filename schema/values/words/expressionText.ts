import { isNegative, negateDecimal } from '../decimal.ts';
import type { Locale } from '../label.ts';
import type { CheckedFigure, Expression } from '../rules/expression.ts';
import { figureNumber, isPercent, NO_NOUN, saidNumber, type Vocabularies } from './checkedFigure.ts';
import { numberText } from './figureText.ts';
import { formatNumber } from './number.ts';

/** How an expression is said. */
export interface ExpressionStyle {
  readonly vocabularies: Vocabularies;
  readonly locale: Locale;
  /** Whether the list that may have further parts is said to: "…". */
  readonly showsOpen: boolean;
}

/** One side of a check as arithmetic: "29 + 3 + 7", "? × (100% − 0,43%)". */
export function expressionText(expression: Expression, style: ExpressionStyle): string {
  switch (expression.kind) {
    case 'NUMBER':
      return formatNumber(expression.value, style.locale);
    case 'PERCENT':
      return `${formatNumber(expression.value, style.locale)}%`;
    case 'FIGURE':
      return figureNumber(expression.figure, style.vocabularies, style.locale);
    case 'MINUS':
      return `-${factorText(expression.term, style)}`;
    case 'PRODUCT':
      return expression.factors.map((factor) => factorText(factor, style)).join(' × ');
    case 'SUM': {
      const [first, ...others] = expression.terms;
      const further = isSaidOpen(expression, style) ? ' + …' : '';
      const rest = others.map((term) => ` ${addedText(term, style)}`).join('');
      return (first ? expressionText(first, style) : '') + rest + further;
    }
  }
}

/** With its result something is worked out that the expression does not say by itself. */
export function isWorkedOut(expression: Expression): boolean {
  return expression.kind === 'PRODUCT' || (expression.kind === 'SUM' && expression.terms.length > 1);
}

function isSaidOpen({ isOpen }: { readonly isOpen: boolean }, { showsOpen }: ExpressionStyle): boolean {
  return isOpen && showsOpen;
}

function factorText(factor: Expression, style: ExpressionStyle): string {
  const text = expressionText(factor, style);
  return factor.kind === 'SUM' && (factor.terms.length > 1 || isSaidOpen(factor, style)) ? `(${text})` : text;
}

/** A term with the sign before it: what is below zero is taken away. */
function addedText(term: Expression, style: ExpressionStyle): string {
  if (term.kind === 'MINUS') return `− ${factorText(term.term, style)}`;
  const decrease = term.kind === 'FIGURE' ? decreaseText(term.figure, style) : null;
  return decrease === null ? `+ ${expressionText(term, style)}` : `− ${decrease}`;
}

function decreaseText(figure: CheckedFigure, { vocabularies, locale }: ExpressionStyle): string | null {
  const number = saidNumber(figure, vocabularies);
  if (!number || !isNegative(number.value)) return null;
  const noun = isPercent(number.noun) ? number.noun : NO_NOUN;
  return numberText({ ...number, value: negateDecimal(number.value), noun }, locale);
}
