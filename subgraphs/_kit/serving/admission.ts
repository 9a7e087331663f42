import type { IncomingMessage } from 'node:http';

import {
  createRequestVerifier,
  createTokenReader,
  type IdentitySettings,
} from '../../../schema/identity/index.ts';
import type { Principal } from '../../../schema/values/index.ts';

/**
 * Tells who asks, null for nobody in particular.
 * @throws REQUEST_NOT_SIGNED, TOKEN_INVALID or TOKEN_REQUIRED for whom nothing is to be answered.
 */
export type Admission = (request: IncomingMessage, body: Uint8Array) => Promise<Principal | null>;

/**
 * Admits what the gateway has signed for this agency and a token allows; without gateway keys, whatever comes with a
 * good token or none. @throws SETTING_INVALID when the keys of tokens cannot be read.
 */
export async function createAdmission(
  agency: string,
  { tokens, gatewayKeys }: IdentitySettings,
  now: () => number,
): Promise<Admission> {
  const readToken = await createTokenReader(tokens, now);
  const verify =
    gatewayKeys.length > 0 ? createRequestVerifier({ agency, keys: gatewayKeys, now }) : () => undefined;
  return (request, body) => {
    const { method = 'GET', url: path = '/', headers } = request;
    const { authorization } = headers;
    verify({ method, path, body, authorization: authorization ?? '' }, headers);
    return readToken(authorization);
  };
}
