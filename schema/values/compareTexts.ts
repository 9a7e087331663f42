/** Order of two texts by their code units, for `sort`: the same on every machine and in every store. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
