import type { Fault, FaultCode } from './fault.ts';
import { faultExtensions, faultOf, maskedFault } from './publicError.ts';

/** An HTTP answer that tells why a request is not served, in the shape of GraphQL and without data. */
export interface HttpRefusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is still to come of the body shall not come: it may be without end. */
const LAST = { connection: 'close' };
const LATER = { 'retry-after': '1' };

const STATUSES: Partial<Record<FaultCode, readonly [number, Readonly<Record<string, string>>?]>> = {
  REQUEST_MAY_BE_FORGED: [403, LAST],
  BODY_TOO_LARGE: [413, LAST],
  BODY_NOT_READABLE: [400, LAST],
  CONTENT_TYPE_UNKNOWN: [415, { accept: 'application/json', ...LAST }],
  ENCODING_UNKNOWN: [415, { 'accept-encoding': 'gzip, deflate, br', ...LAST }],
  PATH_UNKNOWN: [404],
  TOO_MANY_REQUESTS: [429, LATER],
  GATEWAY_BUSY: [503, LATER],
  DEADLINE_PASSED: [503],
};

/** The refusal that an error stands for; null where it says nothing of the request as a whole. */
export function httpRefusalOf(error: unknown): HttpRefusal | null {
  const said = faultOf(error);
  const [status, headers] = (said && STATUSES[said.code]) ?? [];
  return said && status !== undefined ? httpRefusal(said, status, headers) : null;
}

/** A fault as an answer that no cache keeps. */
export function httpRefusal(
  said: Fault,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): HttpRefusal {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
    body: JSON.stringify({ errors: [{ message: said.message, extensions: faultExtensions(said) }] }),
  };
}

/** What may be told of an error that nobody catalogued; the error itself is reported under the id that is told. */
export function internalRefusal(...masking: Parameters<typeof maskedFault>): HttpRefusal {
  return httpRefusal(maskedFault(...masking), 500, LAST);
}
