import type { Locale } from '../label.ts';
import { accepted, refused, type Parsed } from '../parsed.ts';

/** What is said after a number in one language: after exactly one, and after any other. Empty: nothing is said. */
export interface NounForms {
  readonly one: string;
  readonly other: string;
}

/** What is said after a number: "39 đảng viên", "39 Party members", "3,01%". */
export type Noun = Readonly<Record<Locale, NounForms>>;

/** Reads "Party member|Party members" (after one, after others), one form for both, or "-" for nothing. */
export function parseNounForms(text: string): Parsed<NounForms> {
  const [one = '', other = one, ...more] = text.split('|').map((form) => form.trim());
  if (one === '' || other === '' || more.length > 0)
    return refused('the words after a number, or those after one and after others joined by "|"');
  return accepted(one === '-' ? { one: '', other: '' } : { one, other });
}

/**
 * A label within a sentence: "Khiển trách" → "khiển trách". A name keeps its initial, and so does an abbreviation;
 * a name is known by a further capital or digit in it ("Đoàn Thanh niên"), but for "Đảng", which always has one.
 */
export function lowerInitial(label: string): string {
  const [first = '', ...rest] = label.split(' ');
  const isName =
    /.[\p{Lu}\d]/u.test(first) ||
    rest.some((word) => /\p{Lu}/u.test(word) && !/^(Đảng|Party)\P{L}*$/u.test(word));
  return isName ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
