import { createSecretKey, type KeyObject } from 'node:crypto';

import { fault, type SettingsReader } from '../errors/index.ts';
import { parseGatewayKeys, type GatewayKey } from './gatewayKeys.ts';

/** HS256 is no stronger than its secret: 32 characters are its 256 bits at least. */
export const SECRET_LENGTH = 32;

/** What tokens are checked with: one secret that also makes them, or public keys at a path or address. */
export type TokenKeys =
  { readonly kind: 'secret'; readonly secret: KeyObject } | { readonly kind: 'jwks'; readonly place: string };

/** Which tokens are accepted. */
export interface TokenSettings {
  /** JWT_SECRET or JWT_JWKS; null when neither is set: then no token is accepted. */
  readonly keys: TokenKeys | null;
  /** JWT_ISSUER, which tokens must then name; null where left out: any. */
  readonly issuer: string | null;
  /** JWT_AUDIENCE, which tokens must name; party-report where left out. */
  readonly audience: string;
  /** READ_REQUIRES_TOKEN: whether nothing at all is answered without a token; false where left out. */
  readonly isRequired: boolean;
}

/** Whom the programs trust. Secrets are key objects, which neither JSON nor a log spells out. */
export interface IdentitySettings {
  readonly tokens: TokenSettings;
  /** GATEWAY_KEYS: the first signs, all verify; empty where left out: then requests are not signed. */
  readonly gatewayKeys: readonly GatewayKey[];
}

/**
 * Reads the settings of identity. With NODE_ENV=production keys must be there. Faults are kept in the reader, whose
 * `finish` throws them together with all others; none tells a secret.
 */
export function readIdentitySettings(settings: SettingsReader): IdentitySettings {
  const secret = settings.text('JWT_SECRET', '');
  const jwks = settings.text('JWT_JWKS', '');
  const gatewayKeys = settings.text('GATEWAY_KEYS', '');
  if (settings.text('NODE_ENV', '') === 'production') {
    const purpose = 'tokens are checked with keys';
    if (secret === '' && jwks === '') {
      settings.refuse(fault('SETTING_MISSING', { variables: ['JWT_SECRET', 'JWT_JWKS'], purpose }));
    }
    if (gatewayKeys === '') {
      const signed = 'requests to agencies are signed';
      settings.refuse(fault('SETTING_MISSING', { variables: ['GATEWAY_KEYS'], purpose: signed }));
    }
  }
  const isRequired = settings.oneOf('READ_REQUIRES_TOKEN', 'false', ['true', 'false']) === 'true';
  return {
    tokens: {
      keys: readTokenKeys(settings, secret, jwks),
      issuer: settings.text('JWT_ISSUER', '') || null,
      audience: settings.text('JWT_AUDIENCE', 'party-report'),
      isRequired,
    },
    gatewayKeys: readGatewayKeys(settings, gatewayKeys),
  };
}

function readTokenKeys(settings: SettingsReader, secret: string, jwks: string): TokenKeys | null {
  if (secret !== '' && jwks !== '') {
    settings.refuse(fault('SETTINGS_EXCLUSIVE', { variables: ['JWT_SECRET', 'JWT_JWKS'] }));
    return null;
  }
  if (secret !== '') {
    const expected = `at least ${SECRET_LENGTH} characters`;
    if (secret.length < SECRET_LENGTH) {
      settings.refuse(fault('SECRET_INVALID', { variable: 'JWT_SECRET', expected }));
    }
    return { kind: 'secret', secret: createSecretKey(secret, 'utf8') };
  }
  if (jwks === '') return null;
  if (hasCredentials(jwks)) {
    const expected = 'a path, or an address without user and password';
    settings.refuse(fault('SECRET_INVALID', { variable: 'JWT_JWKS', expected }));
  }
  return { kind: 'jwks', place: jwks };
}

function hasCredentials(place: string): boolean {
  if (!URL.canParse(place)) return false;
  const { username, password } = new URL(place);
  return username !== '' || password !== '';
}

function readGatewayKeys(settings: SettingsReader, text: string): readonly GatewayKey[] {
  if (text === '') return [];
  const parsed = parseGatewayKeys(text, SECRET_LENGTH);
  if (parsed.ok) return parsed.value;
  settings.refuse(fault('SECRET_INVALID', { variable: 'GATEWAY_KEYS', expected: parsed.expected }));
  return [];
}
