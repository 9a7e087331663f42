import type { Headers } from './requestVerifier.ts';

/**
 * The header in which callers say what they call a request, so that the logs of all who have worked on it can be told
 * apart and put together. It is a label and no more: it decides neither who asks nor what is answered, and so it is no
 * part of what the gateway signs.
 */
export const REQUEST_ID_HEADER = 'x-request-id';

/** What a request is called by whoever sends it; null where that cannot stand in a log as it is, or nothing is said. */
export function readRequestId(headers: Headers): string | null {
  const id = headers[REQUEST_ID_HEADER];
  return typeof id === 'string' && /^[\w.:-]{1,100}$/.test(id) ? id : null;
}
