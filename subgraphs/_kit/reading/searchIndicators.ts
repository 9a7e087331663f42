import type { IndicatorType } from '../../../schema/graphql/index.ts';
import { foldText, LOCALES } from '../../../schema/values/index.ts';

/**
 * Indicators that hold every word of the search, with or without diacritics: first those that hold them in code and
 * labels, then those that need the definition; each in the order of the catalogue.
 */
export function searchIndicators(
  indicators: readonly IndicatorType[],
  search: string,
): readonly IndicatorType[] {
  const words = foldText(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const holds = (texts: readonly string[]): boolean => {
    const folded = foldText(texts.join(' '));
    return words.every((word) => folded.includes(word));
  };
  const namesOf = (one: IndicatorType): string[] => [one.code, ...LOCALES.map((locale) => one.label(locale))];
  const byName = indicators.filter((one) => holds(namesOf(one)));
  const byDefinition = indicators.filter(
    (one) =>
      !byName.includes(one) && holds([...namesOf(one), ...LOCALES.map((locale) => one.definition(locale))]),
  );
  return [...byName, ...byDefinition];
}
