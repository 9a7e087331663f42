import { accepted, refused, type Parsed } from './parsed.ts';

/** Which part of a total: dimension → code. Empty for the total itself. */
export type Breakdown = Readonly<Record<string, string>>;

const PAIR = /^([a-z0-9-]+)=([a-z0-9-]+)$/;

/** Reads `dimension=code;dimension=code`; the empty text is the total. */
export function parseBreakdown(text: string): Parsed<Breakdown> {
  if (text === '') return accepted({});
  const breakdown: Record<string, string> = {};
  for (const pair of text.split(';')) {
    const [, dimension, code] = PAIR.exec(pair) ?? [];
    if (dimension === undefined || code === undefined) return refused('dimension=code pairs joined by ";"');
    if (Object.hasOwn(breakdown, dimension)) return refused(`dimension "${dimension}" once only`);
    breakdown[dimension] = code;
  }
  return accepted(breakdown);
}

/** The inverse of {@link parseBreakdown}; dimensions in alphabetical order, so equal breakdowns give equal texts. */
export function formatBreakdown(breakdown: Breakdown): string {
  return Object.keys(breakdown)
    .sort()
    .map((dimension) => `${dimension}=${breakdown[dimension] ?? ''}`)
    .join(';');
}
