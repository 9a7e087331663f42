import type { IncomingHttpHeaders } from 'node:http';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createRequestVerifier, type IdentitySettings } from '../../../schema/identity/index.ts';
import { GATEWAY_KEY, givenBearer, IDENTITY, NO_IDENTITY, NOW } from '../../support/identity.ts';
import { committedSupergraph } from '../committedSupergraph.ts';
import { startStubHouse, type StubHouse } from './stubHouse.ts';

const ORGANISATIONS = '{ organisations { code } }';
const ANSWER = { data: { organisations: [{ code: 'ha-tinh' }] } };
const EXPIRED = { exp: NOW / 1000 - 60 };

interface Seen {
  readonly agency: string;
  readonly headers: IncomingHttpHeaders;
  readonly verified: boolean;
}

/** What the agencies have got since the test began. */
let seen: Seen[] = [];

function startHouse(identity: IdentitySettings): Promise<StubHouse> {
  const verifiers = new Map(
    committedSupergraph.agencies.map((agency) => [
      agency,
      createRequestVerifier({ agency, keys: [GATEWAY_KEY], now: () => NOW }),
    ]),
  );
  return startStubHouse(
    committedSupergraph,
    (agency, _question, { headers, ...parts }) => {
      const authorization = headers.authorization ?? '';
      const verify = (): boolean => {
        try {
          verifiers.get(agency)?.({ ...parts, authorization }, headers);
          return true;
        } catch {
          return false;
        }
      };
      seen.push({ agency, headers, verified: verify() });
      return agency === 'office' ? ANSWER : { data: {} };
    },
    identity,
  );
}

let house: StubHouse;
let closed: StubHouse;
let unset: StubHouse;
beforeAll(async () => {
  const tokens = { ...IDENTITY.tokens, isRequired: true };
  [house, closed, unset] = (await Promise.all(
    [IDENTITY, { ...IDENTITY, tokens }, NO_IDENTITY].map(startHouse),
  )) as [StubHouse, StubHouse, StubHouse];
});
afterAll(() => Promise.all([house, closed, unset].map((one) => one.stop())));
beforeEach(() => {
  seen = [];
  house.logged();
});

function post(
  { address }: StubHouse,
  headers: Record<string, string> = {},
  query = ORGANISATIONS,
): Promise<Response> {
  return fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}

describe('given a question without a token', () => {
  it('when none is required, then it is answered, and agencies get none', async () => {
    const response = await post(house);

    expect([response.status, await response.json()]).toEqual([200, ANSWER]);
    expect(seen.map(({ agency, headers, verified }) => [agency, headers.authorization, verified])).toEqual([
      ['office', undefined, true],
    ]);
  });

  it.each([
    ['a question', ORGANISATIONS],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['what is no GraphQL', '{'],
  ])('when one is required and %s comes, then 401, no data, and no agency is asked', async (_what, query) => {
    const response = await post(closed, {}, query);

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toEqual({
      errors: [
        {
          message:
            'Nothing is shown here without a token. Send one in the header "authorization", after "Bearer".',
          extensions: { code: 'TOKEN_REQUIRED', details: {} },
        },
      ],
    });
    expect(seen).toEqual([]);
  });

  it('when one is required and it comes by GET, then 401 too', async () => {
    const response = await fetch(`${closed.address}/graphql?query=${encodeURIComponent(ORGANISATIONS)}`);

    expect(response.status).toBe(401);
    expect(seen).toEqual([]);
  });

  it.each(['/health/live', '/health/ready', '/playground'])(
    'when one is required, then %s still answers',
    async (path) => {
      expect((await fetch(closed.address + path)).status).toBe(200);
    },
  );
});

describe('given a question with a token', () => {
  it('when it is good, then agencies get it as it is, and nothing else of the headers', async () => {
    const authorization = await givenBearer();

    const response = await post(closed, {
      authorization,
      cookie: 'a=b',
      'x-forwarded-for': '10.0.0.1',
      'x-report-key': 'mine',
      'x-anything': 'else',
    });

    expect(await response.json()).toEqual(ANSWER);
    const { headers, verified } = seen[0]!;
    expect([verified, headers.authorization, headers['x-report-key']]).toEqual([true, authorization, 'now']);
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-deadline-ms',
      'x-report-key',
      'x-report-nonce',
      'x-report-signature',
      'x-report-time',
      'x-request-id',
    ]);
  });

  it('when it is bad, then 401 with its reason, no data, and no agency is asked', async () => {
    const authorization = await givenBearer({ claims: EXPIRED });

    const response = await post(house, { authorization });

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({
      errors: [
        {
          message:
            'The token is not accepted: it has expired. Send a good one, or leave the header "authorization" out.',
          extensions: { code: 'TOKEN_INVALID', details: { reason: 'it has expired' } },
        },
      ],
    });
    expect(seen).toEqual([]);
    expect(house.logged()).toBe('');
  });

  it('when it is bad and the body is large, then 401 before the body is read', async () => {
    const response = await post(house, { authorization: 'Bearer x' }, 'x'.repeat(5 * 1024 * 1024));

    expect(response.status).toBe(401);
  });

  it('when no keys are configured, then it is refused, whatever it is', async () => {
    const response = await post(unset, { authorization: await givenBearer() });

    expect([response.status, seen]).toEqual([401, []]);
    expect(await response.text()).toContain('there are no keys here to check it with');
  });

  it('when two people ask the same at once, then agencies are asked for each in his name', async () => {
    const bearers = await Promise.all(['an', 'binh'].map((sub) => givenBearer({ claims: { sub } })));

    await Promise.all([...bearers, ...bearers].map((authorization) => post(house, { authorization })));

    expect([...new Set(seen.map(({ headers }) => headers.authorization))].sort()).toEqual(
      [...bearers].sort(),
    );
    expect(seen.every(({ verified }) => verified)).toBe(true);
  });
});

describe('given agencies that are asked whether they are there', () => {
  it('when a token is required, then they are asked with a signature and without one', async () => {
    // What others have just asked stands for a second.
    const askedNow = async (): Promise<number> => {
      await fetch(`${closed.address}/health/ready`);
      return seen.length;
    };
    await expect.poll(askedNow, { timeout: 5000 }).toBe(5);

    expect(seen.map(({ headers, verified }) => [headers.authorization, verified])).toEqual(
      Array.from({ length: 5 }, () => [undefined, true]),
    );
  });

  it('when no keys are configured, then they are asked without a signature', async () => {
    await post(unset);

    expect(Object.keys(seen[0]?.headers ?? {}).filter((name) => name.startsWith('x-report'))).toEqual([]);
  });
});
