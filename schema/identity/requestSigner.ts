import { randomUUID } from 'node:crypto';

import type { GatewayKey } from './gatewayKeys.ts';
import { SIGNATURE_HEADERS, signatureOf, type SignatureHeaders, type SignedParts } from './signature.ts';

/** The headers that make a request the gateway's; `time` in milliseconds since 1970. */
export function signRequest(
  key: GatewayKey,
  parts: SignedParts,
  { time, nonce }: { readonly time: number; readonly nonce: string },
): SignatureHeaders {
  const stamp = String(time);
  return {
    [SIGNATURE_HEADERS.key]: key.id,
    [SIGNATURE_HEADERS.time]: stamp,
    [SIGNATURE_HEADERS.nonce]: nonce,
    [SIGNATURE_HEADERS.signature]: signatureOf(key, parts, stamp, nonce).toString('hex'),
  };
}

/** Signs requests as they are sent, each under a nonce of its own. */
export type RequestSigner = (parts: SignedParts) => SignatureHeaders;

/** Signs with the first key; null when there is none: then requests go unsigned. */
export function createRequestSigner(
  [first]: readonly GatewayKey[],
  now: () => number,
  newNonce: () => string = randomUUID,
): RequestSigner | null {
  if (!first) return null;
  return (parts) => signRequest(first, parts, { time: now(), nonce: newNonce() });
}
