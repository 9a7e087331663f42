import { createSecretKey } from 'node:crypto';

import { SignJWT, type JWTHeaderParameters } from 'jose';

import { faultOf } from '../../schema/errors/index.ts';
import {
  createTokenReader,
  type GatewayKey,
  type IdentitySettings,
  type TokenSettings,
} from '../../schema/identity/index.ts';
import type { Principal } from '../../schema/values/index.ts';

/** The clock of these tests. */
export const NOW = Date.parse('2024-04-20T12:00:00Z');
const NOW_S = NOW / 1000;

const SECRET_TEXT = 'a-secret-of-the-tests-with-40-characters';
export const SECRET = createSecretKey(SECRET_TEXT, 'utf8');

/** Tokens signed with {@link SECRET} for the default audience are accepted, and none is asked for. */
export const TOKENS: TokenSettings = {
  keys: { kind: 'secret', secret: SECRET },
  issuer: null,
  audience: 'party-report',
  isRequired: false,
};

export function givenGatewayKey(id: string): GatewayKey {
  return { id, secret: createSecretKey(`${id}-`.padEnd(40, 'k'), 'utf8') };
}

/** The key that the gateway of these tests signs with. */
export const GATEWAY_KEY = givenGatewayKey('now');

/** As where nothing of identity is set. */
export const NO_IDENTITY: IdentitySettings = { tokens: { ...TOKENS, keys: null }, gatewayKeys: [] };

/** As where everything is set. */
export const IDENTITY: IdentitySettings = { tokens: TOKENS, gatewayKeys: [GATEWAY_KEY] };

/** The claims of a good token at {@link NOW}: an officer of inspection, for another hour. */
const CLAIMS = {
  sub: 'officer-1',
  aud: 'party-report',
  exp: NOW_S + 3600,
  roles: [{ role: 'officer', agency: 'inspection' }],
};

interface Making {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: JWTHeaderParameters;
  readonly key?: Parameters<SignJWT['sign']>[0];
}

/** A token with other claims, header or key than the good one; a claim that is undefined is left out. */
export function givenToken({
  claims = {},
  header = { alg: 'HS256' },
  key = SECRET,
}: Making = {}): Promise<string> {
  return new SignJWT({ ...CLAIMS, ...claims }).setProtectedHeader(header).sign(key);
}

/** The same as a header `authorization`. */
export async function givenBearer(making: Making = {}): Promise<string> {
  return `Bearer ${await givenToken(making)}`;
}

/** Whom the good token is about. */
export const OFFICER: Principal = {
  subject: 'officer-1',
  grants: [{ role: 'OFFICER', agency: 'inspection', organisation: null }],
};

/** What comes of a header `authorization` at {@link NOW}: the principal, or why it is refused. */
export async function readToken(
  authorization: string | undefined,
  settings: Partial<TokenSettings> = {},
): Promise<unknown> {
  const reader = await createTokenReader({ ...TOKENS, ...settings }, () => NOW);
  return reader(authorization).catch((error: unknown) => {
    const said = faultOf(error);
    return said?.code === 'TOKEN_INVALID' ? said.details.reason : said?.code;
  });
}
