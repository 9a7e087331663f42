import { decimalParts, parseDecimal, shiftDecimal, type Decimal } from '../../../schema/values/index.ts';
import { fault, type Fault } from '../../../schema/errors/index.ts';
import type { TypedCell } from './grid.ts';
import { shownIn } from './numberFormat.ts';

/**
 * The number of a cell, with the decimals that people see there: 1853.4 shown as "1,853.40" is 1853.40, and 0.15 shown as
 * "15%" is 15, which only a figure in per cent can be. What is shown otherwise than it is held is refused.
 */
export function readNumberCell(
  { text, format = 'General' }: TypedCell,
  isInPercent: boolean,
): Decimal | Fault {
  const parsed = parseDecimal(text);
  if (!parsed.ok || /\d{16}/.test(text.replace('.', '').replace(/^-?0*/, ''))) {
    return refusal(
      text,
      'which has more than the 15 digits that a spreadsheet keeps',
      'Format the cell as text, and enter the number again.',
    );
  }
  const shown = shownIn(format, signOf(parsed.value));
  if ('reason' in shown) return refusal(text, shown.reason, 'Format the cell as Number.');
  const { isPercent, decimals, isScaled } = shown;
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

function signOf(value: Decimal): -1 | 0 | 1 {
  const { digits } = decimalParts(value);
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
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

/** A double as a spreadsheet shows it: at most 15 digits that count, none of them a power of ten. */
export function doubleText(value: number): string {
  const [mantissa = '0', exponent = '0'] = Number(value.toPrecision(15)).toString().split('e');
  return shiftDecimal(mantissa as Decimal, Number(exponent));
}
