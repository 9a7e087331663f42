import { isNegative, negateDecimal } from '../decimal.ts';
import type { Locale } from '../label.ts';
import { english } from './english.ts';
import type { SaidComparison, SaidFigure, SaidNumber, SaidPart } from './figure.ts';
import { join, type Grammar } from './grammar.ts';
import { lowerInitial } from './noun.ts';
import { formatNumber, shiftDecimal } from './number.ts';
import { vietnamese } from './vietnamese.ts';

const GRAMMARS: Readonly<Record<Locale, Grammar>> = { VI: vietnamese, EN: english };

/**
 * The figure as a report writes it, never without its qualifiers and stage: "ước đạt 20.179,5 tỷ đồng, tăng 20,29%
 * so với cùng kỳ năm trước", "39 đảng viên (khiển trách 29, cảnh cáo 3, khai trừ 7)".
 */
export function figureText(figure: SaidFigure, locale: Locale): string {
  const { number, stage, missing } = figure;
  const { stages, bareStages, missing: reasons } = GRAMMARS[locale];
  const [first = '', ...others] = figure.comparisons.map((one) => comparisonText(one, locale));
  const inside = insideText(figure, locale);
  if (number)
    return [join(stages[stage], numberText(number, locale), inside), first, ...others]
      .filter(Boolean)
      .join(', ');
  if (missing === null) return [join(bareStages[stage], first, inside), ...others].join(', ');
  const reason = stage === 'FINAL' ? reasons[missing] : `${bareStages[stage]}: ${reasons[missing]}`;
  return [join(reason, inside), first, ...others].filter(Boolean).join(', ');
}

/** A number with its qualifier and unit, "gần 1.636 tỷ đồng": digits as they are printed, but for a power of ten that the language has no word for. */
export function numberText(number: SaidNumber, locale: Locale): string {
  const { other, one } = number.noun[locale];
  const { digits, word } = digitsText(number, locale);
  const noun = word === '' && digits === '1' ? one : other;
  const amount = noun.startsWith('%') && word === '' ? `${digits}${noun}` : join(digits, word, noun);
  return join(qualifierText(number, locale), amount);
}

function digitsText(
  { value, unitMultiplier }: SaidNumber,
  locale: Locale,
): { readonly digits: string; readonly word: string } {
  const [power, word] = GRAMMARS[locale].powers.find(([known]) => known <= unitMultiplier) ?? [0, ''];
  return { digits: formatNumber(shiftDecimal(value, unitMultiplier - power), locale), word };
}

function qualifierText({ qualifier }: SaidNumber, locale: Locale): string {
  return qualifier === null ? '' : GRAMMARS[locale].qualifiers[qualifier];
}

function comparisonText(comparison: SaidComparison, locale: Locale): string {
  const { value, measure } = comparison;
  const isChange = ['PERCENT_CHANGE', 'PERCENTAGE_POINTS', 'ABSOLUTE_CHANGE'].includes(measure);
  const amount = { ...comparison, value: isChange && isNegative(value) ? negateDecimal(value) : value };
  const rank = join(qualifierText(comparison, locale), digitsText(comparison, locale).digits);
  return GRAMMARS[locale].compare(comparison, numberText(amount, locale), rank);
}

/** "(Tỉnh giao; thu nội địa 1.853,40; …)": who set a plan, and the parts of a total. */
function insideText({ setBy, number, stage, parts, hasMoreParts }: SaidFigure, locale: Locale): string {
  const texts = number ? parts.map((part) => partText(part, number, stage, locale)) : [];
  // A comma within a label or number would be read as the end of the part.
  const separator = texts.some((text) => text.includes(',')) ? '; ' : ', ';
  const list = [...texts, ...(texts.length > 0 && hasMoreParts ? ['…'] : [])].join(separator);
  const inside = [setBy === null ? '' : GRAMMARS[locale].setBy(setBy), list].filter(Boolean).join('; ');
  return inside && `(${inside})`;
}

/** "khiển trách 29"; what its total does not say as well is said: unit and multiplier, qualifier, stage. */
function partText(
  part: SaidPart,
  total: SaidNumber,
  totalStage: SaidFigure['stage'],
  locale: Locale,
): string {
  const { stages, final } = GRAMMARS[locale];
  const stage = part.stage === totalStage ? '' : part.stage === 'FINAL' ? final : stages[part.stage];
  const isAlike =
    part.unitMultiplier === total.unitMultiplier && part.noun[locale].other === total.noun[locale].other;
  const bare = join(qualifierText(part, locale), digitsText(part, locale).digits);
  return join(lowerInitial(part.label[locale]), stage, isAlike ? bare : numberText(part, locale));
}
