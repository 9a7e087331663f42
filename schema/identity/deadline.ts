import type { Headers } from './requestVerifier.ts';

/**
 * The header in which the gateway tells an agency how many milliseconds are left for its answer. A duration and not an
 * instant: the clocks of two machines differ. It is no part of what the gateway signs, for it can only shorten the work.
 */
export const DEADLINE_HEADER = 'x-deadline-ms';

/** How many milliseconds are left; null where nothing is said that makes sense. */
export function readDeadline(headers: Headers): number | null {
  const left = headers[DEADLINE_HEADER];
  return typeof left === 'string' && /^\d{1,9}$/.test(left) ? Number(left) : null;
}
