import { parseDecimal, type Decimal, type Parsed } from '../../../schema/values/index.ts';

/** How a file writes its numbers: as Vietnamese does, 1.234,5; or plain, 1234.5. Declared once for the whole file. */
export const NUMBER_FORMS = ['vi', 'plain'] as const;

/** One of {@link NUMBER_FORMS}. */
export type NumberForm = (typeof NUMBER_FORMS)[number];

/**
 * How the numbers of a file are read: as it declares, or, of a CSV with ";" that declares nothing, as the spreadsheet writes
 * them that writes ";": with a decimal comma; what would be another number with a decimal point is then refused.
 */
export type ReadForm = NumberForm | 'semicolons';

const VIETNAMESE = /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/;

/** What people write beside or instead of a number, and what they should write. In the order in which it is looked for. */
const STRANGE: readonly (readonly [RegExp, string])[] = [
  [/[０-９．，－]/, 'ordinary digits 0 to 9: these are of an East Asian keyboard'],
  [/^[-–—.…x\s]+$/i, 'a number; or an empty cell, and the reason in the column for missing figures'],
  [/[\u2010-\u2015\u2212]/, 'an ordinary minus "-" before a decrease'],
  [/%/, 'the number alone: "%" is told by its unit'],
  [
    /tỷ|tỉ|triệu|nghìn|ngàn|trăm/i,
    'the number alone: "tỷ" or "triệu" is told by the unit and its power of ten',
  ],
  [
    /^(gần|khoảng|trên|hơn|ít nhất|không quá|dưới)|^[<>~≈≤≥]/i,
    'the number alone: "gần", "hơn" and the like stand in the column of qualifiers',
  ],
  [/^#/, 'a number: this is an error of the spreadsheet'],
  [/^=/, 'a number: this is a formula. Copy the cell and paste it as a value'],
  [/^\(.*\)$/, 'a minus before a decrease, such as -5, instead of brackets'],
  [/\d\s+\d/, 'digits without blanks between them'],
  [/^\d+([.,]\d+)?[eE][+-]?\d+$/, 'the number with all its digits, instead of a power of ten'],
  [/^\d{1,2}\/\d{1,2}(\/\d{2,4})?$|^\d{4}-\d{2}-\d{2}$/, 'a number: this is a date'],
  [/^\d+\s*\/\s*\d+$/, 'one number, instead of two with a stroke'],
  [/^\d[\d.,]*\s*-\s*\d[\d.,]*$/, 'one number, instead of a range'],
  [/^\+/, 'no plus before the number'],
  [/\p{L}/u, 'the number alone, without words'],
];

/**
 * The number that a text states in the declared form; what could be read in two ways is refused, as is all that is not a
 * number alone.
 */
export function readNumberText(text: string, form: ReadForm): Parsed<Decimal> {
  const strange = STRANGE.find(([pattern]) => pattern.test(text));
  if (strange) return refused(strange[1]);
  if (form === 'plain') return readPlain(text);
  if (form === 'semicolons' && /^-?\d{1,3}[.,]\d{3}$/.test(text)) {
    const [whole, point] = [text.replace(/[.,]/, ''), text.replace(',', '.')];
    return refused(
      `a number that reads in one way only: this is ${whole} or ${point}. A template, or a workbook, tells which`,
    );
  }
  if (VIETNAMESE.test(text)) return parseDecimal(text.replaceAll('.', '').replace(',', '.'));
  const why = form === 'vi' ? 'as the file declares' : 'as a file with ";" between its cells writes it';
  if (/^-?\d+\.\d+$/.test(text)) {
    return refused(
      `a Vietnamese number, ${why}: a point separates thousands (1.234), a comma the decimals (1,5)`,
    );
  }
  return refused(`a Vietnamese number such as 1.234,5, ${why}`);
}

function readPlain(text: string): Parsed<Decimal> {
  if (/^-?\d{1,3}([.,]\d{3})+([.,]\d+)?$/.test(text) && /,|\..*\./.test(text)) {
    return refused(
      'a plain number such as 1234.5: a comma or a second point could separate thousands or decimals',
    );
  }
  if (/^-?\d+,\d+$/.test(text))
    return refused('a plain number such as 1234.5, with a point before the decimals');
  return parseDecimal(text);
}

function refused(expected: string): { readonly ok: false; readonly expected: string } {
  return { ok: false, expected };
}
