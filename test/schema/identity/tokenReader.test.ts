import { describe, expect, it } from 'vitest';

import { faultOf } from '../../../schema/errors/index.ts';
import { createTokenReader, type TokenSettings } from '../../../schema/identity/index.ts';
import {
  givenBearer,
  givenGatewayKey,
  givenToken,
  NOW,
  OFFICER,
  readToken,
  TOKENS,
} from '../../support/identity.ts';

const NOW_S = NOW / 1000;

describe('given a token that is good', () => {
  it('when it is sent, then it tells who asks', async () => {
    expect(await readToken(await givenBearer())).toEqual(OFFICER);
  });

  it.each([
    ['the scheme is in small letters', (token: string) => `bearer ${token}`],
    ['there are two blanks', (token: string) => `Bearer  ${token}`],
  ])('when %s, then it is read all the same', async (_what, write) => {
    expect(await readToken(write(await givenToken()))).toEqual(OFFICER);
  });

  it.each([
    ['ours among other audiences', { aud: ['other', 'party-report'] }],
    ['just not expired, for a clock 4 seconds off', { exp: NOW_S - 4 }],
    ['just valid, for a clock 5 seconds off', { nbf: NOW_S + 5 }],
  ])('when it is %s, then it is accepted', async (_what, claims) => {
    expect(await readToken(await givenBearer({ claims }))).toEqual(OFFICER);
  });

  it('when an issuer is asked for and it names it, then it is accepted', async () => {
    const bearer = await givenBearer({ claims: { iss: 'https://id.example' } });

    expect(await readToken(bearer, { issuer: 'https://id.example' })).toEqual(OFFICER);
  });
});

describe('given no token', () => {
  it.each([undefined, ''])('when the header is %j, then nobody in particular asks', async (header) => {
    expect(await readToken(header)).toBeNull();
    expect(await readToken(header, { keys: null })).toBeNull();
  });

  it('when one is required, then that is said', async () => {
    expect(await readToken(undefined, { isRequired: true })).toBe('TOKEN_REQUIRED');
    expect(await readToken('', { isRequired: true })).toBe('TOKEN_REQUIRED');
    expect(await readToken(await givenBearer(), { isRequired: true })).toEqual(OFFICER);
  });
});

describe('given a token that is not to be accepted', () => {
  const ISSUER = { issuer: 'https://id.example' };
  const none = (claims: object): string =>
    `Bearer ${[{ alg: 'none', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
  const CLAIMS = { sub: 'x', aud: 'party-report', exp: NOW_S + 60, roles: [{ role: 'administrator' }] };

  it.each<[string, () => Promise<string> | string, Partial<TokenSettings>, string]>([
    [
      'signed with another secret',
      () => givenBearer({ key: givenGatewayKey('other').secret }),
      {},
      'its signature is wrong',
    ],
    ['changed after it was signed', async () => forge(await givenToken()), {}, 'its signature is wrong'],
    ['of the algorithm none', () => none(CLAIMS), {}, 'its algorithm is not accepted here'],
    [
      'of another algorithm with the same secret',
      () => givenBearer({ header: { alg: 'HS512' }, key: givenLongSecret() }),
      { keys: { kind: 'secret', secret: givenLongSecret() } },
      'its algorithm is not accepted here',
    ],
    ['expired', () => givenBearer({ claims: { exp: NOW_S - 5 } }), {}, 'it has expired'],
    [
      'without an expiry',
      () => givenBearer({ claims: { exp: undefined } }),
      {},
      'it does not say when it expires',
    ],
    ['not valid yet', () => givenBearer({ claims: { nbf: NOW_S + 6 } }), {}, 'it is not valid yet'],
    [
      'for another audience',
      () => givenBearer({ claims: { aud: 'other' } }),
      {},
      'it is meant for another audience',
    ],
    [
      'for no audience',
      () => givenBearer({ claims: { aud: undefined } }),
      {},
      'it is meant for another audience',
    ],
    [
      'of another issuer',
      () => givenBearer({ claims: { iss: 'https://evil.example' } }),
      ISSUER,
      'it comes from another issuer',
    ],
    ['of no issuer', () => givenBearer(), ISSUER, 'it comes from another issuer'],
    [
      'good, but longer than 8 KB',
      () => givenBearer({ claims: { filler: 'f'.repeat(7000) } }),
      {},
      'it is larger than 8 KB',
    ],
    [
      'without a subject',
      () => givenBearer({ claims: { sub: undefined } }),
      {},
      'it does not say whose it is',
    ],
    ['of an empty subject', () => givenBearer({ claims: { sub: '' } }), {}, 'it does not say whose it is'],
    ...[undefined, 'officer', [{ role: 'boss' }], [{ role: 'officer', agency: '' }]].map(
      (roles): [string, () => Promise<string>, object, string] => [
        `of the roles ${JSON.stringify(roles)}`,
        () => givenBearer({ claims: { roles } }),
        {},
        'its claim "roles" is not a list of known roles with agency and organisation',
      ],
    ),
    ['not a token at all', () => 'Bearer abc', {}, 'it is not a signed JSON Web Token'],
    ['encrypted', () => 'Bearer a.b.c.d.e', {}, 'it is not a signed JSON Web Token'],
    ['a password', () => 'Basic dXNlcjpwYXNz', {}, 'the header "authorization" holds no bearer token'],
    [
      'two at once',
      () => 'Bearer a.b.c, Bearer d.e.f',
      {},
      'the header "authorization" holds no bearer token',
    ],
    ['nothing', () => 'Bearer ', {}, 'the header "authorization" holds no bearer token'],
    [
      'good, where there are no keys',
      () => givenBearer(),
      { keys: null },
      'there are no keys here to check it with',
    ],
  ])('when it is %s, then it is refused', async (_what, make, settings, reason) => {
    expect(await readToken(await make(), settings)).toBe(reason);
  });

  it('when it is refused, then neither error nor cause repeats anything of it', async () => {
    const reader = await createTokenReader(TOKENS, () => NOW);
    const bearer = await givenBearer({ claims: { sub: 'my-name', exp: NOW_S - 60, iss: 'my-house' } });

    const error = (await reader(bearer).catch((one: unknown) => one)) as Error;

    const told = JSON.stringify([error.message, error.stack, error.cause, faultOf(error)]);
    for (const part of ['my-name', 'my-house', ...bearer.slice(7).split('.')])
      expect(told).not.toContain(part);
  });
});

/** The same token with the claims of an administrator in place of its own. */
function forge(token: string): string {
  const [header, claims = '', signature] = token.split('.');
  const changed = Buffer.from(claims, 'base64url').toString().replace('officer"', 'approver"');
  return `Bearer ${header}.${Buffer.from(changed).toString('base64url')}.${signature}`;
}

function givenLongSecret() {
  return givenGatewayKey('x'.repeat(64)).secret;
}
