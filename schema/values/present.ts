import { parseInstant, type Instant } from './date.ts';

/**
 * A stretch of time in which what an agency holds is the same for everybody: an answer for one of its moments is the
 * answer for all of them.
 */
export interface Present {
  /** When something was last moved, or became visible after an embargo. */
  readonly from: Instant;
  /** Up to when the agency promises that nothing will have been: no later move is stamped with this moment or before. */
  readonly until: Instant;
}

/** A question about the present: whether what was true from a moment on still is at another. */
export interface PresentAsked {
  /** `null` where nothing is known yet. */
  readonly from: Instant | null;
  /** The moment that the present has to reach. */
  readonly until: Instant;
}

/**
 * The header between gateway and agencies that asks for a present and tells it, an interval of ISO 8601: `from/until`,
 * in a question `../until` where no beginning is known.
 */
export const PRESENT_HEADER = 'x-present';

/** A present, or a question about it, as text. */
export function formatPresent({ from, until }: PresentAsked): string {
  return `${from ?? '..'}/${until}`;
}

/** Reads what {@link formatPresent} has written; `null` where it is something else. */
export function parsePresent(text: string): PresentAsked | null {
  const [from = '', until = '', ...more] = text.split('/');
  const end = parseInstant(until);
  const beginning = parseInstant(from);
  if (more.length > 0 || !end.ok || !(beginning.ok || from === '..')) return null;
  return { from: beginning.ok ? beginning.value : null, until: end.value };
}
