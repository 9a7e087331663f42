import { errors, jwtVerify, type JWTPayload } from 'jose';

import { catalogued, type CataloguedError } from '../errors/index.ts';
import type { Principal } from '../values/index.ts';
import { readGrants } from './grants.ts';
import type { TokenSettings } from './identitySettings.ts';
import { openVerificationKeys } from './tokenKeys.ts';

/** A token of some roles has a few hundred bytes. */
const HEADER_LIMIT_BYTES = 8 * 1024;
/** How far the clock of who makes tokens may be from ours. */
const CLOCK_TOLERANCE_S = 5;

const BEARER = /^bearer +([\w.~+/=-]+)$/i;

/**
 * Reads the header `authorization`: who asks, or null when there is no token.
 * @throws TOKEN_INVALID when there is one that is not accepted; it says why and repeats nothing of the token.
 * @throws TOKEN_REQUIRED when there is none and nothing is answered without.
 */
export type TokenReader = (authorization: string | undefined) => Promise<Principal | null>;

/** @throws SETTING_INVALID when the keys cannot be read. */
export async function createTokenReader(settings: TokenSettings, now: () => number): Promise<TokenReader> {
  const { issuer, audience, isRequired } = settings;
  const keys = settings.keys && (await openVerificationKeys(settings.keys));

  return async (authorization = '') => {
    if (authorization === '') {
      if (isRequired) throw catalogued('TOKEN_REQUIRED', {});
      return null;
    }
    if (Buffer.byteLength(authorization) > HEADER_LIMIT_BYTES) throw refused('it is larger than 8 KB');
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw refused('the header "authorization" holds no bearer token');
    if (!keys) throw refused('there are no keys here to check it with');
    try {
      const { payload } = await jwtVerify(token, keys.keyOf, {
        algorithms: keys.algorithms,
        audience,
        ...(issuer !== null && { issuer }),
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: new Date(now()),
      });
      return readPrincipal(payload);
    } catch (error) {
      throw asRefusal(error);
    }
  };
}

function readPrincipal({ sub, roles }: JWTPayload): Principal {
  if (typeof sub !== 'string' || sub === '') throw refused('it does not say whose it is');
  const grants = readGrants(roles);
  if (!grants) throw refused('its claim "roles" is not a list of known roles with agency and organisation');
  return { subject: sub, grants };
}

const CLAIM_REASONS: Readonly<Record<string, string>> = {
  aud: 'it is meant for another audience',
  iss: 'it comes from another issuer',
  nbf: 'it is not valid yet',
  exp: 'it does not say when it expires',
};

/** In our words, and without the library's error: that holds the token's claims, which belong in no log. */
function asRefusal(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return refused('it has expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    return refused(CLAIM_REASONS[error.claim] ?? 'its claims are malformed');
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return refused('its algorithm is not accepted here');
  if (error instanceof errors.JWSSignatureVerificationFailed) return refused('its signature is wrong');
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return refused('it does not name one of the keys known here');
  }
  if (
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JOSENotSupported
  ) {
    return refused('it is not a signed JSON Web Token');
  }
  if (isOfKeySet(error)) return refused('the keys to check it with cannot be had now', error);
  return error;
}

/** What goes wrong when keys at an address are fetched and read. */
function isOfKeySet(error: unknown): boolean {
  return error instanceof errors.JOSEError || error instanceof TypeError;
}

function refused(reason: string, cause?: unknown): CataloguedError {
  return catalogued('TOKEN_INVALID', { reason }, cause === undefined ? {} : { cause });
}
