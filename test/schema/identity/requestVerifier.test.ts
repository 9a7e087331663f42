import { createHash, createHmac } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { faultOf } from '../../../schema/errors/index.ts';
import {
  createRequestSigner,
  createRequestVerifier,
  signRequest,
  type SignedParts,
} from '../../../schema/identity/index.ts';
import { GATEWAY_KEY, givenGatewayKey, NOW } from '../../support/identity.ts';

const PARTS: SignedParts = {
  agency: 'inspection',
  method: 'POST',
  path: '/graphql?a=1',
  body: '{"query":"{ gần }"}',
  authorization: 'Bearer a.b.c',
};
const NONCE = 'nonce-of-a-request';

interface Trial {
  readonly agency?: string;
  readonly keys?: readonly ReturnType<typeof givenGatewayKey>[];
  readonly nonceLimit?: number;
}

/** A verifier of inspection that has started some minutes ago, its clock, and what it says: null when it passes. */
function givenVerifier({ agency = 'inspection', keys = [GATEWAY_KEY], nonceLimit }: Trial = {}) {
  const clock = { now: NOW - 300_000 };
  const limit = nonceLimit === undefined ? {} : { nonceLimit };
  const verify = createRequestVerifier({ agency, keys, now: () => clock.now, ...limit });
  clock.now = NOW;
  const reasonOf = (
    headers: Readonly<Record<string, string | string[] | undefined>>,
    change: Partial<SignedParts> = {},
  ): unknown => {
    try {
      verify({ ...PARTS, ...change }, headers);
      return null;
    } catch (error) {
      const said = faultOf(error);
      return said?.code === 'REQUEST_NOT_SIGNED' ? said.details.reason : error;
    }
  };
  return { clock, reasonOf };
}

const signed = ({ key = GATEWAY_KEY, parts = PARTS, time = NOW, nonce = NONCE } = {}) =>
  signRequest(key, parts, { time, nonce });

describe('given a signed request', () => {
  it('when it is as it was signed, then it passes', () => {
    expect(givenVerifier().reasonOf(signed())).toBeNull();
  });

  it('when the body comes as bytes, then they are what was signed as text', () => {
    expect(givenVerifier().reasonOf(signed(), { body: Buffer.from(PARTS.body) })).toBeNull();
  });

  it('when it is signed, then as the protocol says', () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const text = `["party-report-1","now","inspection","POST","/graphql?a=1","${sha256('{"query":"{ gần }"}')}","${sha256('Bearer a.b.c')}","1713614400000","nonce-of-a-request"]`;

    expect(signed()).toEqual({
      'x-report-key': 'now',
      'x-report-time': '1713614400000',
      'x-report-nonce': 'nonce-of-a-request',
      'x-report-signature': createHmac('sha256', GATEWAY_KEY.secret).update(text).digest('hex'),
    });
  });

  it.each<[string, Partial<SignedParts>]>([
    ['method', { method: 'GET' }],
    ['path', { path: '/graphql?a=2' }],
    ['path without its question', { path: '/graphql' }],
    ['body', { body: '{"query":"{ gan }"}' }],
    ['body, which is gone', { body: '' }],
    ['authorization', { authorization: 'Bearer d.e.f' }],
    ['authorization, which is gone', { authorization: '' }],
  ])('when its %s is altered, then it is refused', (_what, change) => {
    expect(givenVerifier().reasonOf(signed(), change)).toBe('its signature is wrong');
  });

  it('when an authorization is added to one without, then it is refused', () => {
    const headers = signed({ parts: { ...PARTS, authorization: '' } });

    expect(givenVerifier().reasonOf(headers)).toBe('its signature is wrong');
  });

  it('when it was meant for another subgraph, then it is refused', () => {
    expect(givenVerifier({ agency: 'office' }).reasonOf(signed())).toBe('its signature is wrong');
  });

  it.each([
    ['x-report-time', '1713614400001'],
    ['x-report-nonce', 'nonce-of-another-one'],
    ['x-report-signature', '0'.repeat(64)],
  ])('when its %s is altered, then it is refused', (name, value) => {
    expect(givenVerifier().reasonOf({ ...signed(), [name]: value })).toBe('its signature is wrong');
  });

  it.each(['x-report-key', 'x-report-time', 'x-report-nonce', 'x-report-signature'])(
    'when it lacks its %s, then it is refused',
    (name) => {
      expect(givenVerifier().reasonOf({ ...signed(), [name]: undefined })).toBe('it is not signed');
      expect(givenVerifier().reasonOf({ ...signed(), [name]: '' })).toBe('it is not signed');
      expect(givenVerifier().reasonOf({ ...signed(), [name]: ['a', 'b'] })).toBe('it is not signed');
    },
  );

  it.each([
    ['x-report-time', '1e12'],
    ['x-report-time', '-1713614400000'],
    ['x-report-time', '1'.repeat(400)],
    ['x-report-nonce', 'short'],
    ['x-report-nonce', 'n'.repeat(65)],
    ['x-report-signature', 'ab'],
    ['x-report-signature', 'z'.repeat(64)],
    ['x-report-signature', 'é'.repeat(64)],
    ['x-report-signature', `${'0'.repeat(64)}, ${'0'.repeat(64)}`],
  ])('when its %s is %s, then it is refused as malformed', (name, value) => {
    expect(givenVerifier().reasonOf({ ...signed(), [name]: value })).toBe('its signature is malformed');
  });

  it.each([
    [-60_000, null],
    [-60_001, 'its time is more than 60 seconds from ours'],
    [60_000, null],
    [60_001, 'its time is more than 60 seconds from ours'],
  ])('when its time is %d ms from ours, then %s', (offset, expected) => {
    expect(givenVerifier().reasonOf(signed({ time: NOW + offset }))).toBe(expected);
  });
});

describe('given a request that has passed', () => {
  it.each([0, 1, 59_999, 60_000])('when it comes again %d ms later, then it is refused', (wait) => {
    const { clock, reasonOf } = givenVerifier();
    reasonOf(signed());
    clock.now += wait;

    expect(reasonOf(signed())).toBe('it has come before');
  });

  it('when it was signed by a clock ahead and comes again at its very end, then it is refused', () => {
    const { clock, reasonOf } = givenVerifier();
    const headers = signed({ time: NOW + 60_000 });
    reasonOf(headers);
    clock.now += 120_000;

    expect(reasonOf(headers)).toBe('it has come before');
    clock.now += 1;
    expect(reasonOf(headers)).toBe('its time is more than 60 seconds from ours');
  });

  it('when it comes again to a process that has started since, then it is refused', () => {
    const clock = { now: NOW + 1000 };
    const verify = createRequestVerifier({ agency: 'inspection', keys: [GATEWAY_KEY], now: () => clock.now });

    expect(() => verify(PARTS, signed())).toThrow('it was signed before this subgraph has started');
  });

  it('when another comes, then it passes', () => {
    const { reasonOf } = givenVerifier();
    reasonOf(signed());

    expect(reasonOf(signed({ nonce: 'nonce-of-the-next-one' }))).toBeNull();
  });

  it('when forgeries of it came first, then they have not used up its nonce', () => {
    const { reasonOf } = givenVerifier();
    reasonOf({ ...signed(), 'x-report-signature': '0'.repeat(64) });

    expect(reasonOf(signed())).toBeNull();
  });

  it('when no more can be remembered, then the next is refused, and no other forgotten for it', () => {
    const { reasonOf } = givenVerifier({ nonceLimit: 1 });
    reasonOf(signed());

    expect(reasonOf(signed({ nonce: 'nonce-of-the-next-one' }))).toBe(
      'too many have come to tell whether it is new',
    );
    expect(reasonOf(signed())).toBe('it has come before');
  });
});

describe('given keys that are changed', () => {
  const [old, next] = [givenGatewayKey('old'), givenGatewayKey('next')];

  it('when both are known, then either passes, and the first one signs', () => {
    const { reasonOf } = givenVerifier({ keys: [next, old] });
    const sign = createRequestSigner([next, old], () => NOW);

    expect(sign?.(PARTS)['x-report-key']).toBe('next');
    expect(reasonOf(sign?.(PARTS) ?? {})).toBeNull();
    expect(reasonOf(signed({ key: old }))).toBeNull();
  });

  it('when the old one is removed, then it passes no more', () => {
    expect(givenVerifier({ keys: [next] }).reasonOf(signed({ key: old }))).toBe('its key is not known here');
  });

  it('when a key is named that has not signed, then it is refused', () => {
    const { reasonOf } = givenVerifier({ keys: [next, old] });

    expect(reasonOf({ ...signed({ key: old }), 'x-report-key': 'next' })).toBe('its signature is wrong');
  });

  it('when there are none, then nothing is signed', () => {
    expect(createRequestSigner([], () => NOW)).toBeNull();
  });

  it('when two requests are signed, then their nonces differ', () => {
    const sign = createRequestSigner([GATEWAY_KEY], () => NOW)!;

    expect(sign(PARTS)['x-report-nonce']).not.toBe(sign(PARTS)['x-report-nonce']);
  });
});
