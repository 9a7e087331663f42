import { readFile } from 'node:fs/promises';

import {
  createLocalJWKSet,
  createRemoteJWKSet,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';

import { catalogued } from '../errors/index.ts';
import type { TokenKeys } from './identitySettings.ts';

/** What a token is verified with, and the only algorithms that it may then name. */
export interface VerificationKeys {
  readonly algorithms: NonNullable<JWTVerifyOptions['algorithms']>;
  readonly keyOf: JWTVerifyGetKey;
}

/** A secret goes with HS256 alone and public keys never with it: whoever knows these could sign with them. */
const SECRET_ALGORITHMS = ['HS256'];
const PUBLIC_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const LOOK_UP_LIMIT_MS = 3000;

/** Keys at an address are fetched when they are needed. @throws SETTING_INVALID when a file holds no public keys. */
export async function openVerificationKeys(keys: TokenKeys): Promise<VerificationKeys> {
  if (keys.kind === 'secret') {
    return { algorithms: SECRET_ALGORITHMS, keyOf: () => keys.secret };
  }
  const { place } = keys;
  const keyOf = /^https?:\/\//i.test(place)
    ? createRemoteJWKSet(new URL(place), { timeoutDuration: LOOK_UP_LIMIT_MS })
    : createLocalJWKSet(await readKeyFile(place));
  return { algorithms: PUBLIC_ALGORITHMS, keyOf };
}

async function readKeyFile(path: string): Promise<JSONWebKeySet> {
  try {
    const set: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (isPublicKeySet(set)) return set;
  } catch {
    // What was read is not told: it may be a private key.
  }
  const expected = 'a file that holds a JSON Web Key Set of public keys, or an address of one';
  throw catalogued('SETTING_INVALID', { variable: 'JWT_JWKS', value: path, expected });
}

function isPublicKeySet(set: unknown): set is JSONWebKeySet {
  const { keys } = (set ?? {}) as { keys?: unknown };
  const isPublic = (key: unknown): boolean =>
    typeof key === 'object' && key !== null && !('d' in key) && !('k' in key);
  return Array.isArray(keys) && keys.length > 0 && keys.every(isPublic);
}
