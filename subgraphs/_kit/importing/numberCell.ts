import { decimalParts, parseDecimal, shiftDecimal, type Decimal } from '../../../schema/values/index.ts';
import { fault, type Fault } from '../../../schema/errors/index.ts';
import type { TypedCell } from './grid.ts';

/** What a number format does to a number. */
interface Shown {
  readonly isPercent: boolean;
  /** Decimals that are always shown, and that are shown at most; null where it shows what there is. */
  readonly decimals: { readonly least: number; readonly most: number } | null;
  /** Whether it shows thousands or millions of the number. */
  readonly isScaled: boolean;
}

/**
 * The number of a cell, with the decimals that people see there: 1853.4 shown as "1,853.40" is 1853.40, and 0.15 shown as
 * "15%" is 15, which only a figure in per cent can be. What is shown otherwise than it is held is refused.
 */
export function readNumberCell(
  { text, format = 'General' }: TypedCell,
  isInPercent: boolean,
): Decimal | Fault {
  const { isPercent, decimals, isScaled } = readFormat(format);
  const parsed = parseDecimal(text);
  if (!parsed.ok || /\d{16}/.test(text.replace('.', '').replace(/^-?0*/, ''))) {
    return refusal(
      text,
      'which has more than the 15 digits that a spreadsheet keeps',
      'Format the cell as text, and enter the number again.',
    );
  }
  if (isPercent && !isInPercent) {
    const value = `${shiftDecimal(parsed.value, 2)}%`;
    return refusal(
      value,
      'a percentage, but the unit is not per cent',
      'Format the cell as a number, and enter the figure in its unit.',
    );
  }
  if (isScaled) {
    return refusal(
      text,
      'and shows it in thousands or millions',
      'Format the cell as a number without scaling; thousands are told by the power of ten.',
    );
  }
  const value = isPercent ? shiftDecimal(parsed.value, 2) : parsed.value;
  if (decimals === null) return value;
  const { scale } = decimalParts(value);
  if (scale > decimals.most) {
    return refusal(
      value,
      `but shows only ${decimals.most === 0 ? 'its whole part' : `${decimals.most} of its decimals`}`,
      'Round the number itself, or show all its decimals.',
    );
  }
  return withDecimals(value, decimals.least);
}

function refusal(value: string, reason: string, remedy: string): Fault {
  return fault('CELL_REFUSED', { value, reason, remedy });
}

/** With zeros up to that many decimals. */
function withDecimals(value: Decimal, least: number): Decimal {
  const missing = least - decimalParts(value).scale;
  if (missing <= 0) return value;
  return `${value}${value.includes('.') ? '' : '.'}${'0'.repeat(missing)}` as Decimal;
}

/** Only its first section: the others are for negative numbers and zero, and show them as the first does in all that we read. */
function readFormat(format: string): Shown {
  const [first = ''] = format.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  const digits = /[0#?][0#?,]*(?:\.([0#?]*))?(,*)/.exec(first);
  const isOpen = digits === null || /general|@|e[+-]|\//i.test(first);
  const decimals = digits?.[1] ?? '';
  return {
    isPercent: first.includes('%'),
    isScaled: /[0#?],+(?![0#?,])/.test(first),
    decimals: isOpen ? null : { least: decimals.replaceAll(/[^0]/g, '').length, most: decimals.length },
  };
}

/** A double as a spreadsheet shows it: at most 15 digits that count, none of them a power of ten. */
export function doubleText(value: number): string {
  const [mantissa = '0', exponent = '0'] = Number(value.toPrecision(15)).toString().split('e');
  return shiftDecimal(mantissa as Decimal, Number(exponent));
}
