import { faultExtensions, faultOf, type FaultCode } from '../../../schema/errors/index.ts';

/** An HTTP answer that tells why a request is not let in, in the shape of GraphQL and without data. */
export interface DoorRefusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is still to come of the body shall not come: it may be without end. */
const LAST = { connection: 'close' };
const LATER = { 'retry-after': '1' };

const STATUSES: Partial<Record<FaultCode, readonly [number, Readonly<Record<string, string>>]>> = {
  REQUEST_MAY_BE_FORGED: [403, LAST],
  BODY_TOO_LARGE: [413, LAST],
  BODY_NOT_READABLE: [400, LAST],
  ENCODING_UNKNOWN: [415, { 'accept-encoding': 'gzip, deflate, br', ...LAST }],
  TOO_MANY_REQUESTS: [429, LATER],
  GATEWAY_BUSY: [503, LATER],
};

/** The refusal that an error stands for; null when it is none of the door's. */
export function doorRefusalOf(error: unknown): DoorRefusal | null {
  const said = faultOf(error);
  const status = said && STATUSES[said.code];
  if (!said || !status) return null;
  return {
    status: status[0],
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...status[1],
    },
    body: JSON.stringify({ errors: [{ message: said.message, extensions: faultExtensions(said) }] }),
  };
}
