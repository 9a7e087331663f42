import { formatBreakdown } from '../breakdown.ts';
import type { FactVocabulary } from '../facts/factBook.ts';
import type { Locale } from '../label.ts';
import type { CheckedFigure } from '../rules/expression.ts';
import type { SaidNumber } from './figure.ts';
import { numberText } from './figureText.ts';
import { lowerInitial, type Noun } from './noun.ts';

/** The words of each agency; `null` for one that was not reached. */
export type Vocabularies = (agency: string) => FactVocabulary | null;

/** Nothing is said after the number. */
export const NO_NOUN: Noun = { VI: { one: '', other: '' }, EN: { one: '', other: '' } };

/** What a figure is: the label of the indicator and of its parts, "Đảng viên bị thi hành kỷ luật, khiển trách". */
export function figureLabel(
  { agency, indicator, breakdown }: Pick<CheckedFigure, 'agency' | 'indicator' | 'breakdown'>,
  vocabularies: Vocabularies,
  locale: Locale,
): string {
  const words = vocabularies(agency);
  const name = words?.indicators.get(indicator)?.label[locale];
  if (name === undefined) return [indicator, formatBreakdown(breakdown)].filter(Boolean).join(', ');
  const parts = Object.keys(breakdown)
    .sort()
    .map((dimension) => words?.codes.get(dimension)?.get(breakdown[dimension] ?? '')?.label[locale] ?? '');
  return [name, ...parts.map(lowerInitial)].join(', ');
}

/** The number without what is counted, but for a percent sign: "gần 1.636 tỷ", "46,78%", "39"; "?" where it is not held. */
export function figureNumber(figure: CheckedFigure, vocabularies: Vocabularies, locale: Locale): string {
  const number = saidNumber(figure, vocabularies);
  if (!number) return '?';
  return numberText(isPercent(number.noun) ? number : { ...number, noun: NO_NOUN }, locale);
}

/** The printed number that is meant, with what is counted; `null` where it is not held. */
export function saidNumber(figure: CheckedFigure, vocabularies: Vocabularies): SaidNumber | null {
  const printed = figure.comparison ?? figure.fact?.observation ?? null;
  const value = printed?.value ?? null;
  if (!printed || value === null) return null;
  const { unitMultiplier, qualifier } = printed;
  return { value, unitMultiplier, qualifier, noun: nounOf(figure, vocabularies) };
}

/** Whether a number is said with a percent sign. */
export function isPercent(noun: Noun): boolean {
  return noun.VI.other.startsWith('%');
}

/** What is said after a figure's number; nothing where the words of its agency are not known. */
export function nounOf(
  { agency, indicator, unit, comparison }: CheckedFigure,
  vocabularies: Vocabularies,
): Noun {
  const words = vocabularies(agency);
  const code = comparison?.unit ?? unit;
  const { noun = NO_NOUN } = words?.units.get(code) ?? {};
  const entry = words?.indicators.get(indicator);
  if (comparison || entry?.units[0] !== code) return noun;
  return { VI: entry.counted.VI ?? noun.VI, EN: entry.counted.EN ?? noun.EN };
}
