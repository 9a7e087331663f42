/** What a parser gives: the value, or what it had expected instead (a clause that completes "…: expected …"). */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly expected: string };

export function accepted<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function refused(expected: string): { readonly ok: false; readonly expected: string } {
  return { ok: false, expected };
}
