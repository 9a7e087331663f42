/** Languages that labels and definitions are given in. */
export const LOCALES = ['VI', 'EN'] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in each language. */
export type Label = Readonly<Record<Locale, string>>;
