/** Languages that labels and definitions are given in. */
export const LOCALES = ['VI', 'EN'] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in each language. */
export type Label = Readonly<Record<Locale, string>>;

/** A text for searching: small letters without diacritics, "Doanh nghiệp" → "doanh nghiep". */
export function foldText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
}
