import { inspect } from 'node:util';

import { describe, expect, it } from 'vitest';

import type { RefusedSettings } from '../../../schema/errors/index.ts';
import { createSettingsReader, type Environment } from '../../../schema/errors/index.ts';
import { readIdentitySettings, type IdentitySettings } from '../../../schema/identity/index.ts';

const LONG = 'x'.repeat(32);
const SHORT = 'y'.repeat(31);

function read(environment: Environment): { identity: IdentitySettings; messages: string[] } {
  const settings = createSettingsReader(environment);
  const identity = readIdentitySettings(settings);
  try {
    settings.finish();
    return { identity, messages: [] };
  } catch (error) {
    return { identity, messages: (error as RefusedSettings).faults.map(({ message }) => message) };
  }
}

describe('given good settings', () => {
  it('when nothing is set, then no token is accepted, none is asked for, and nothing is signed', () => {
    expect(read({})).toEqual({
      identity: {
        tokens: { keys: null, issuer: null, audience: 'party-report', isRequired: false },
        gatewayKeys: [],
      },
      messages: [],
    });
  });

  it('when all is set, then it is read', () => {
    const { identity, messages } = read({
      NODE_ENV: 'production',
      JWT_SECRET: LONG,
      JWT_ISSUER: 'https://id.example',
      JWT_AUDIENCE: 'figures',
      GATEWAY_KEYS: `new:${LONG}1,old:${LONG}:2`,
      READ_REQUIRES_TOKEN: 'true',
    });

    expect(messages).toEqual([]);
    expect(identity.tokens).toMatchObject({
      issuer: 'https://id.example',
      audience: 'figures',
      isRequired: true,
    });
    expect(identity.tokens.keys?.kind === 'secret' && textOf(identity.tokens.keys.secret)).toBe(LONG);
    expect(identity.gatewayKeys.map(({ id, secret }) => [id, textOf(secret)])).toEqual([
      ['new', `${LONG}1`],
      ['old', `${LONG}:2`],
    ]);
  });

  it.each(['keys.json', '/etc/keys.json', 'https://id.example/keys', 'http://127.0.0.1/keys'])(
    'when JWT_JWKS is %s, then that is where the keys are',
    (place) => {
      expect(read({ JWT_JWKS: place })).toMatchObject({
        identity: { tokens: { keys: { kind: 'jwks', place } } },
        messages: [],
      });
    },
  );

  it('when they are printed in any way, then no secret is', () => {
    const { identity } = read({ JWT_SECRET: LONG, GATEWAY_KEYS: `a:${LONG}` });

    const printed = [JSON.stringify(identity), inspect(identity, { depth: 9, showHidden: true })].join();

    expect(printed).toContain('secret');
    expect(printed).not.toContain(LONG);
    expect(printed).not.toContain(Buffer.from(LONG).toString('hex'));
  });
});

const KEYS =
  'Setting GATEWAY_KEYS is not valid: expected id:secret,id:secret with each id once, and secrets of at least 32 characters without commas.';

describe('given settings that are wrong', () => {
  it.each<[string, Environment, string[]]>([
    [
      'a short secret',
      { JWT_SECRET: SHORT },
      ['Setting JWT_SECRET is not valid: expected at least 32 characters.'],
    ],
    [
      'secret and public keys',
      { JWT_SECRET: LONG, JWT_JWKS: 'keys.json' },
      ['Settings JWT_SECRET and JWT_JWKS exclude each other. Keep one of them.'],
    ],
    [
      'an address with a password',
      { JWT_JWKS: `https://user:${LONG}@id.example/keys` },
      ['Setting JWT_JWKS is not valid: expected a path, or an address without user and password.'],
    ],
    ['a gateway key without an id', { GATEWAY_KEYS: LONG }, [KEYS]],
    ['a short gateway key', { GATEWAY_KEYS: `a:${LONG},b:${SHORT}` }, [KEYS]],
    ['a gateway key twice', { GATEWAY_KEYS: `a:${LONG},a:${LONG}1` }, [KEYS]],
    ['an empty gateway key', { GATEWAY_KEYS: `a:${LONG},` }, [KEYS]],
    ['an id with a blank', { GATEWAY_KEYS: `a:${LONG}, b:${LONG}` }, [KEYS]],
    [
      'neither yes nor no',
      { READ_REQUIRES_TOKEN: 'yes' },
      ['Setting READ_REQUIRES_TOKEN="yes" is not valid: expected true, false.'],
    ],
    [
      'nothing in production',
      { NODE_ENV: 'production' },
      [
        'Setting JWT_SECRET or JWT_JWKS is missing: with NODE_ENV=production tokens are checked with keys. Set it.',
        'Setting GATEWAY_KEYS is missing: with NODE_ENV=production requests to agencies are signed. Set it.',
      ],
    ],
    [
      'one in production',
      { NODE_ENV: 'production', JWT_JWKS: 'keys.json' },
      ['Setting GATEWAY_KEYS is missing: with NODE_ENV=production requests to agencies are signed. Set it.'],
    ],
  ])(
    'when there is %s, then it is told with all others, and no secret is',
    (_what, environment, expected) => {
      const { messages } = read(environment);

      expect(messages).toEqual(expected);
      for (const secret of [LONG, SHORT]) expect(messages.join()).not.toContain(secret);
    },
  );
});

function textOf(secret: { export(): Buffer }): string {
  return secret.export().toString();
}
