/** One part of a breakdown as the graph shows it. */
interface ShownPart {
  readonly dimension: { readonly code: string };
  readonly code: string;
}

/** A shown breakdown as the text that `formatBreakdown` gives for the stored one. */
export function breakdownText(breakdown: readonly ShownPart[]): string {
  return breakdown.map(({ dimension, code }) => `${dimension.code}=${code}`).join(';');
}
