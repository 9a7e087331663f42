import { createHash, createHmac } from 'node:crypto';

import type { GatewayKey } from './gatewayKeys.ts';

/** The headers that a signed request carries. */
export const SIGNATURE_HEADERS = {
  /** Id of the key that has signed. */
  key: 'x-report-key',
  /** When it was signed, in milliseconds since 1970. */
  time: 'x-report-time',
  /** A text that no other request has. */
  nonce: 'x-report-nonce',
  /** HMAC-SHA256 in hexadecimal digits. */
  signature: 'x-report-signature',
} as const;

export type SignatureHeaders = Readonly<
  Record<(typeof SIGNATURE_HEADERS)[keyof typeof SIGNATURE_HEADERS], string>
>;

/** All of a request that decides its answer; the verifier puts it together from what it has received. */
export interface SignedParts {
  /** The subgraph that it is meant for. */
  readonly agency: string;
  readonly method: string;
  /** With its query string, as it stands in the request line. */
  readonly path: string;
  readonly body: string | Uint8Array;
  /** The header of that name; empty when there is none. */
  readonly authorization: string;
}

/** The signature of a request. A list of texts in JSON reads in one way only, so no part can run into the next. */
export function signatureOf(
  { id, secret }: GatewayKey,
  parts: SignedParts,
  time: string,
  nonce: string,
): Buffer {
  const { agency, method, path, body, authorization } = parts;
  const signed = [
    'party-report-1',
    id,
    agency,
    method,
    path,
    sha256(body),
    sha256(authorization),
    time,
    nonce,
  ];
  return createHmac('sha256', secret).update(JSON.stringify(signed)).digest();
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
