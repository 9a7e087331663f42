import { timingSafeEqual } from 'node:crypto';

import { catalogued, type CataloguedError } from '../errors/index.ts';
import type { GatewayKey } from './gatewayKeys.ts';
import { createNonceMemory } from './nonceMemory.ts';
import { SIGNATURE_HEADERS, signatureOf, type SignedParts } from './signature.ts';

/** How far a request's time may lie from ours, either way. */
const WINDOW_MS = 60_000;
/** Some thousand requests a second for a generation of nonces; what is more is refused, not forgotten. */
const NONCE_LIMIT = 500_000;

const TIME = /^\d{1,15}$/;
const NONCE = /^[\w-]{16,64}$/;
const SIGNATURE = /^[0-9a-f]{64}$/;

/** Headers as node gives them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Passes a request that the gateway has signed for this agency, once. @throws REQUEST_NOT_SIGNED otherwise. */
export type RequestVerifier = (parts: Omit<SignedParts, 'agency'>, headers: Headers) => void;

export interface RequestVerifierSettings {
  readonly agency: string;
  /** All of them verify, so that the gateway can go over to another while both are known. */
  readonly keys: readonly GatewayKey[];
  readonly now: () => number;
  readonly nonceLimit?: number;
}

/**
 * Verifies signatures. Nonces are remembered in this process, so a request signed before it has started, which a
 * former process may have answered, is refused as well.
 */
export function createRequestVerifier(settings: RequestVerifierSettings): RequestVerifier {
  const { agency, keys, now, nonceLimit = NONCE_LIMIT } = settings;
  const byId = new Map(keys.map((key) => [key.id, key]));
  // A request from the end of the future window is good for both widths of it.
  const nonces = createNonceMemory(2 * WINDOW_MS, nonceLimit, now);
  const startedAt = now();

  return (parts, headers) => {
    const { keyId, time, nonce, signature } = readHeaders(headers);
    const at = Number(time);
    if (Math.abs(now() - at) > WINDOW_MS) {
      throw refused(`its time is more than ${WINDOW_MS / 1000} seconds from ours`);
    }
    if (at < startedAt) throw refused('it was signed before this subgraph has started');
    const key = byId.get(keyId);
    if (!key) throw refused('its key is not known here');
    const expected = signatureOf(key, { ...parts, agency }, time, nonce);
    if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) throw refused('its signature is wrong');
    // Only what the gateway has signed is remembered, so that nobody else can fill the memory.
    const outcome = nonces.remember(nonce);
    if (outcome === 'seen') throw refused('it has come before');
    if (outcome === 'full') throw refused('too many have come to tell whether it is new');
  };
}

function readHeaders(headers: Headers): { keyId: string; time: string; nonce: string; signature: string } {
  const [keyId, time, nonce, signature] = Object.values(SIGNATURE_HEADERS).map((name) => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  });
  if (!keyId || !time || !nonce || !signature) throw refused('it is not signed');
  if (!TIME.test(time) || !NONCE.test(nonce) || !SIGNATURE.test(signature)) {
    throw refused('its signature is malformed');
  }
  return { keyId, time, nonce, signature };
}

function refused(reason: string): CataloguedError {
  return catalogued('REQUEST_NOT_SIGNED', { reason });
}
