import { describe, expect, it } from 'vitest';

import { signRequest, type SignedParts } from '../../../../schema/identity/index.ts';
import { givenRelease } from '../../../support/given.ts';
import {
  GATEWAY_KEY,
  givenBearer,
  givenGatewayKey,
  IDENTITY,
  NO_IDENTITY,
  NOW,
  OFFICER,
} from '../../../support/identity.ts';
import { serve, type ServedAgency } from '../../../support/serving.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const BODY = JSON.stringify({ query: '{ invented { observations { totalCount } } }' });
const ANSWER = { data: { invented: { observations: { totalCount: 1 } } } };
const EXPIRED = { exp: NOW / 1000 - 60 };

const serveFor = async (identity = IDENTITY): Promise<ServedAgency> =>
  serve(await givenAgency([givenRelease()]), identity);

let nonces = 0;
/** The headers of a request that the gateway has signed, with changes to what it was signed for. */
function signed(change: Partial<SignedParts> & { key?: typeof GATEWAY_KEY; time?: number } = {}) {
  const { key = GATEWAY_KEY, time = NOW, ...parts } = change;
  const nonce = `nonce-of-request-${nonces++}`;
  const whole = {
    agency: 'invented',
    method: 'POST',
    path: '/graphql',
    body: BODY,
    authorization: '',
    ...parts,
  };
  return {
    ...signRequest(key, whole, { time, nonce }),
    ...(whole.authorization !== '' && { authorization: whole.authorization }),
  };
}

/** The status, and the answer or the reason of the refusal. */
async function send(
  { url }: ServedAgency,
  headers: Readonly<Record<string, string>>,
  { body = BODY, path = '/graphql' } = {},
): Promise<unknown[]> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const answer = (await response.json()) as {
    errors?: { extensions: { code: string; details: { reason?: string } } }[];
    data?: unknown;
  };
  const said = answer.errors?.[0]?.extensions;
  if (!said) return [response.status, answer];
  expect(Object.keys(answer)).toEqual(['errors']);
  return [response.status, said.code, said.details.reason];
}

describe('given a subgraph that knows the key of the gateway', () => {
  it('when a request is signed, then it is answered', async () => {
    expect(await send(await serveFor(), signed())).toEqual([200, ANSWER]);
  });

  it('when it has a question mark in its path, then that is signed too', async () => {
    const served = await serveFor();

    expect(await send(served, signed({ path: '/graphql?a=1' }), { path: '/graphql?a=1' })).toEqual([
      200,
      ANSWER,
    ]);
    expect(await send(served, signed({ path: '/graphql?a=1' }), { path: '/graphql?a=2' })).toEqual([
      401,
      'REQUEST_NOT_SIGNED',
      'its signature is wrong',
    ]);
  });

  it.each<[string, () => Readonly<Record<string, string>>, object, string]>([
    ['not signed', () => ({}), {}, 'it is not signed'],
    [
      'signed with another key',
      () => signed({ key: { ...givenGatewayKey('x'), id: 'now' } }),
      {},
      'its signature is wrong',
    ],
    ['signed for another body', () => signed({ body: '{}' }), {}, 'its signature is wrong'],
    ['signed for another path', () => signed({ path: '/' }), {}, 'its signature is wrong'],
    ['signed for another method', () => signed({ method: 'GET' }), {}, 'its signature is wrong'],
    ['signed for another subgraph', () => signed({ agency: 'office' }), {}, 'its signature is wrong'],
    [
      'signed without its authorization',
      () => ({ ...signed(), authorization: 'Bearer a.b.c' }),
      {},
      'its signature is wrong',
    ],
    ['altered by a blank', () => signed(), { body: `${BODY} ` }, 'its signature is wrong'],
    ['of the past', () => signed({ time: NOW - 60_001 }), {}, 'its time is more than 60 seconds from ours'],
    ['of the future', () => signed({ time: NOW + 60_001 }), {}, 'its time is more than 60 seconds from ours'],
  ])('when it is %s, then 401 and no data', async (_what, headersOf, change, reason) => {
    const served = await serveFor();

    expect(await send(served, headersOf(), change)).toEqual([401, 'REQUEST_NOT_SIGNED', reason]);
    expect(served.logged()).toMatchObject([
      { level: 40, msg: 'request refused', code: 'REQUEST_NOT_SIGNED', reason },
    ]);
  });

  it('when it comes again, then 401 and no data', async () => {
    const served = await serveFor();
    const headers = signed();
    await send(served, headers);

    expect(await send(served, headers)).toEqual([401, 'REQUEST_NOT_SIGNED', 'it has come before']);
  });

  it('when the key is changed, then old and new are taken as long as both are known', async () => {
    const next = givenGatewayKey('next');
    const both = await serveFor({ ...IDENTITY, gatewayKeys: [next, GATEWAY_KEY] });
    const after = await serveFor({ ...IDENTITY, gatewayKeys: [next] });

    expect(await send(both, signed())).toEqual([200, ANSWER]);
    expect(await send(both, signed({ key: next }))).toEqual([200, ANSWER]);
    expect(await send(after, signed())).toEqual([401, 'REQUEST_NOT_SIGNED', 'its key is not known here']);
  });

  it('when a token comes with it, then that is checked again', async () => {
    const served = await serveFor();
    const good = await givenBearer();
    const bad = await givenBearer({ claims: EXPIRED });

    expect(await send(served, signed({ authorization: good }))).toEqual([200, ANSWER]);
    expect(await send(served, signed({ authorization: bad }))).toEqual([
      401,
      'TOKEN_INVALID',
      'it has expired',
    ]);
  });

  it('when it is answered, then resolvers know who asks, and nothing of who is refused', async () => {
    const served = await serveFor();
    const bad = await givenBearer({ claims: EXPIRED });
    await send(served, signed({ authorization: bad }));
    await send(served, {});
    await send(served, signed({ authorization: await givenBearer() }));
    await send(served, signed());

    expect(served.principals).toEqual([OFFICER, null]);
  });

  it('when requests are refused, then log and answers tell no secret, token or signature', async () => {
    const served = await serveFor();
    const authorization = await givenBearer({ claims: EXPIRED });
    const headers = signed({ authorization });
    const answers = [await send(served, headers), await send(served, headers), await send(served, {})];

    const told = JSON.stringify([answers, served.logged()]);
    const secrets = [GATEWAY_KEY.secret.export().toString(), ...authorization.split(/[ .]/).slice(1)];
    for (const secret of [...secrets, headers['x-report-signature']]) expect(told).not.toContain(secret);
  });
});

describe('given a subgraph that knows no key of the gateway', () => {
  it('when anyone asks, then it is answered, and a token is checked all the same', async () => {
    const served = await serveFor({ ...IDENTITY, gatewayKeys: [] });
    const [good, bad] = await Promise.all([givenBearer(), givenBearer({ claims: EXPIRED })]);

    expect(await send(served, {})).toEqual([200, ANSWER]);
    expect(await send(served, { authorization: good })).toEqual([200, ANSWER]);
    expect(await send(served, { authorization: bad })).toEqual([401, 'TOKEN_INVALID', 'it has expired']);
  });

  it('when it knows no keys of tokens either, then it takes no token', async () => {
    const served = await serveFor(NO_IDENTITY);

    expect(await send(served, { authorization: await givenBearer() })).toEqual([
      401,
      'TOKEN_INVALID',
      'there are no keys here to check it with',
    ]);
  });

  it('when a token is required and none comes, then 401 and no data', async () => {
    const tokens = { ...IDENTITY.tokens, isRequired: true };

    expect(await send(await serveFor({ tokens, gatewayKeys: [] }), {})).toEqual([
      401,
      'TOKEN_REQUIRED',
      undefined,
    ]);
  });
});
