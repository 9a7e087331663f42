import { createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';

import { faultOf } from '../../../schema/errors/index.ts';
import { createTokenReader } from '../../../schema/identity/index.ts';
import { givenBearer, NOW, OFFICER, readToken, TOKENS } from '../../support/identity.ts';
import { tempFolder } from '../../support/tempFolder.ts';

/** Public keys of one pair in a file, and what signs with the private one. */
async function givenPair(alg: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'k1', alg };
  const place = join(tempFolder(), 'keys.json');
  writeFileSync(place, JSON.stringify({ keys: [jwk] }));
  return { jwk, privateKey, place, keys: { kind: 'jwks', place } as const };
}

describe('given public keys', () => {
  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])(
    'when a token of %s is sent, then it is accepted',
    async (alg) => {
      const { keys, privateKey } = await givenPair(alg);
      const bearer = await givenBearer({ header: { alg, kid: 'k1' }, key: privateKey });

      expect(await readToken(bearer, { keys })).toEqual(OFFICER);
    },
  );

  it.each(['RS512', 'ES384'])('when a token of %s is sent, then it is refused', async (alg) => {
    const { keys, privateKey } = await givenPair(alg);
    const bearer = await givenBearer({ header: { alg, kid: 'k1' }, key: privateKey });

    expect(await readToken(bearer, { keys })).toBe('its algorithm is not accepted here');
  });

  it('when a token is signed by HS256 with the public key as its secret, then it is refused', async () => {
    const { keys, jwk } = await givenPair('RS256');
    const publicKey = createPublicKey({ key: jwk as never, format: 'jwk' });
    const secrets = [
      publicKey.export({ type: 'spki', format: 'pem' }),
      publicKey.export({ type: 'spki', format: 'der' }),
      JSON.stringify(jwk),
      jwk.n!,
    ];

    for (const secret of secrets) {
      const bearer = await givenBearer({ header: { alg: 'HS256', kid: 'k1' }, key: Buffer.from(secret) });
      expect(await readToken(bearer, { keys })).toBe('its algorithm is not accepted here');
    }
  });

  it('when a token brings its own key, then that is not asked', async () => {
    const { keys } = await givenPair('ES256');
    const own = await givenPair('ES256');
    const header = { alg: 'ES256', kid: 'k1', jwk: own.jwk as never, jku: 'http://127.0.0.1:9/' };

    expect(await readToken(await givenBearer({ header, key: own.privateKey }), { keys })).toBe(
      'its signature is wrong',
    );
  });

  it('when a token names a key that is not known, then it is refused', async () => {
    const { keys, privateKey } = await givenPair('ES256');
    const bearer = await givenBearer({ header: { alg: 'ES256', kid: 'k2' }, key: privateKey });

    expect(await readToken(bearer, { keys })).toBe('it does not name one of the keys known here');
  });

  it.each([
    ['is not there', undefined],
    ['is not JSON', 'x'],
    ['holds no keys', '{"keys":[]}'],
    ['holds a private key', '{"keys":[{"kty":"EC","d":"top-secret"}]}'],
    ['holds a secret', '{"keys":[{"kty":"oct","k":"top-secret"}]}'],
  ])('when their file %s, then that is said at start, and nothing of it', async (_what, content) => {
    const place = join(tempFolder(), 'keys.json');
    if (content !== undefined) writeFileSync(place, content);

    const opening = createTokenReader({ ...TOKENS, keys: { kind: 'jwks', place } }, () => NOW);

    await expect(opening).rejects.toThrow(
      `Setting JWT_JWKS="${place}" is not valid: expected a file that holds a JSON Web Key Set of public keys, or an address of one.`,
    );
  });
});

describe('given public keys at an address', () => {
  it('when they can be had, then tokens are checked with them, and they are fetched once', async () => {
    const { jwk, privateKey } = await givenPair('ES256');
    let fetched = 0;
    const place = await serveKeys(() => {
      fetched++;
      return JSON.stringify({ keys: [jwk] });
    });
    const reader = await createTokenReader({ ...TOKENS, keys: { kind: 'jwks', place } }, () => NOW);
    const bearer = await givenBearer({ header: { alg: 'ES256', kid: 'k1' }, key: privateKey });

    const principals = [await reader(bearer), await reader(bearer)];

    expect(principals).toEqual([OFFICER, OFFICER]);
    expect(fetched).toBe(1);
  });

  it.each(['no JSON', '{"keys":7}'])('when they are %s, then tokens are refused', async (content) => {
    const { privateKey } = await givenPair('ES256');
    const place = await serveKeys(() => content);
    const bearer = await givenBearer({ header: { alg: 'ES256', kid: 'k1' }, key: privateKey });

    expect(await readToken(bearer, { keys: { kind: 'jwks', place } })).toBe(
      'the keys to check it with cannot be had now',
    );
  });

  it('when nobody answers there, then tokens are refused, and the cause is kept for our log', async () => {
    const { privateKey } = await givenPair('ES256');
    const place = 'http://127.0.0.1:1/keys';
    const reader = await createTokenReader({ ...TOKENS, keys: { kind: 'jwks', place } }, () => NOW);
    const bearer = await givenBearer({ header: { alg: 'ES256', kid: 'k1' }, key: privateKey });

    const error = (await reader(bearer).catch((one: unknown) => one)) as Error;

    expect(faultOf(error)?.details.reason).toBe('the keys to check it with cannot be had now');
    expect(error.cause).toBeInstanceOf(Error);
  });
});

async function serveKeys(answer: () => string): Promise<string> {
  const server = createServer((_request, response) => response.end(answer())).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
}
