import { decimalFromParts, decimalParts, parseDecimal, type Decimal } from '../decimal.ts';
import type { Locale } from '../label.ts';
import { refused, type Parsed } from '../parsed.ts';

interface NumberStyle {
  readonly group: string;
  readonly point: string;
  /** Groups of three digits where any are marked; else none. */
  readonly text: RegExp;
  readonly example: string;
}

const STYLES: Readonly<Record<Locale, NumberStyle>> = {
  VI: { group: '.', point: ',', text: /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/, example: '1.234,5' },
  EN: { group: ',', point: '.', text: /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/, example: '1,234.5' },
};

/** The number as it is written in a text, digit by digit: `1853.40` → "1.853,40" or "1,853.40". */
export function formatNumber(value: Decimal, locale: Locale): string {
  const { group, point } = STYLES[locale];
  const [whole = '', decimals] = value.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return decimals === undefined ? grouped : `${grouped}${point}${decimals}`;
}

/** The inverse of {@link formatNumber}; marks between groups may be left out, but never stand in a wrong place. */
export function parseNumber(text: string, locale: Locale): Parsed<Decimal> {
  const { group, point, text: form, example } = STYLES[locale];
  const plain = form.test(text) ? text.replaceAll(group, '').replace(point, '.') : '';
  const parsed = parseDecimal(plain);
  return parsed.ok ? parsed : refused(`a number such as ${example}`);
}

/** The same amount in units of a power of ten: 58 in units of 10^4 is 580 in units of 10^3. Adds no decimals. */
export function shiftDecimal(value: Decimal, places: number): Decimal {
  const { digits, scale } = decimalParts(value);
  return decimalFromParts({ digits, scale: scale - places });
}
