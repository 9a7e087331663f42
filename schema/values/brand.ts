/** A text that has passed its parser: `Brand<'Period'>` cannot be mixed up with another text by mistake. */
export type Brand<Name extends string> = string & { readonly __brand: Name };
