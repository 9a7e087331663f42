import type { ObservationType } from '../../../schema/graphql/index.ts';

/** A shown breakdown as the text that `formatBreakdown` gives for the stored one. */
export function breakdownText(breakdown: ObservationType['breakdown']): string {
  return breakdown.map(({ dimension, code }) => `${dimension.code}=${code}`).join(';');
}
