import { SignJWT } from 'jose';

import { createSettingsReader, type Environment } from '../schema/errors/index.ts';
import { readIdentitySettings } from '../schema/identity/index.ts';
import { developmentKeys } from './developmentKeys.ts';

/** Whom a token is for; where agency or organisation is left out, for all of them. */
export interface TokenHolder {
  readonly role: string;
  readonly agency?: string;
  readonly organisation?: string;
  readonly subject?: string;
  readonly hours: number;
}

/** That there is no key to sign with, in words for the person at the terminal. */
export class NoKey extends Error {
  override readonly name = 'NoKey';
}

/** A token signed with JWT_SECRET, else with the development keys. Rejects with NoKey or RefusedSettings. */
export async function makeToken(holder: TokenHolder, given: Environment): Promise<string> {
  const { role, agency, organisation, subject, hours } = holder;
  const environment = { ...given, ...(await developmentKeys(given)) };
  // Only what concerns tokens matters here, also where production would ask for more.
  const settings = createSettingsReader({ ...environment, GATEWAY_KEYS: '', NODE_ENV: '' });
  const { keys, issuer, audience } = readIdentitySettings(settings).tokens;
  settings.finish();
  if (keys?.kind !== 'secret') {
    throw new NoKey(
      keys
        ? 'Tokens are checked with the public keys of JWT_JWKS: get one from whoever has the private ones.'
        : 'With NODE_ENV=production there are no development keys: set JWT_SECRET.',
    );
  }
  const now = Math.floor(Date.now() / 1000);
  const token = new SignJWT({ roles: [{ role, agency, organisation }] })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(subject ?? `${role}-of-${agency ?? 'all'}`)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + hours * 3600);
  if (issuer !== null) token.setIssuer(issuer);
  return token.sign(keys.secret);
}
