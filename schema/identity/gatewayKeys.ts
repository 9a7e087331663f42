import { createSecretKey, type KeyObject } from 'node:crypto';

import type { Parsed } from '../values/index.ts';

/** A secret that the gateway shares with the agencies. */
export interface GatewayKey {
  /** Tells which key has signed; no secret. */
  readonly id: string;
  readonly secret: KeyObject;
}

const PAIR = /^([\w-]{1,32}):(.+)$/s;

/** Reads `id:secret,id:secret`; at least one, in the order given. */
export function parseGatewayKeys(text: string, secretLength: number): Parsed<readonly GatewayKey[]> {
  const pairs = text.split(',').map((pair) => PAIR.exec(pair));
  const keys = pairs.flatMap((pair) => (pair ? [{ id: pair[1] ?? '', secret: pair[2] ?? '' }] : []));
  const isWhole =
    keys.length === pairs.length &&
    new Set(keys.map(({ id }) => id)).size === keys.length &&
    keys.every(({ secret }) => secret.length >= secretLength);
  if (!isWhole) {
    const expected = `id:secret,id:secret with each id once, and secrets of at least ${secretLength} characters without commas`;
    return { ok: false, expected };
  }
  return { ok: true, value: keys.map(({ id, secret }) => ({ id, secret: createSecretKey(secret, 'utf8') })) };
}
