import { request } from 'node:http';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { committedSupergraph } from '../../committedSupergraph.ts';
import { startStubHouse, type StubHouse } from '../stubHouse.ts';

const OURS = 'https://reports.example';
const QUERY = '{ organisations { code } }';
const SEARCH = `/graphql?query=${encodeURIComponent(QUERY)}`;
const BODY = JSON.stringify({ query: QUERY });
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

let house: StubHouse;
let open: StubHouse;
let asked = 0;
beforeAll(async () => {
  const answer = (): unknown => {
    asked += 1;
    return { data: { organisations: [] } };
  };
  house = await startStubHouse(committedSupergraph, answer);
  open = await startStubHouse(committedSupergraph, answer, undefined, {
    door: { corsOrigins: new Set([OURS]), hstsSeconds: 600 },
  });
});
afterAll(() => Promise.all([house.stop(), open.stop()]));
beforeEach(() => {
  asked = 0;
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** With just these headers: `fetch` adds some of its own, and does not let others be set. */
function send(
  { address }: StubHouse,
  method: string,
  headers: Record<string, string>,
  path = method === 'GET' ? SEARCH : '/graphql',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = request(address + path, { method, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve({ status: response.statusCode, headers: response.headers }));
    });
    sending.once('error', reject);
    sending.end(method === 'POST' ? BODY : undefined);
  });
}

describe('given a page of another site that is looked at in the house', () => {
  it.each([
    [
      'an image',
      'GET',
      { 'user-agent': FIREFOX, referer: 'https://evil.example/', 'sec-fetch-site': 'cross-site' },
    ],
    ['an image, and says nothing of itself', 'GET', { 'user-agent': FIREFOX }],
    ['a link', 'GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['a page of a neighbour', 'GET', { 'sec-fetch-site': 'same-site' }],
    ['a script', 'GET', { origin: 'https://evil.example', accept: 'application/json' }],
    ['a script in a frame', 'GET', { origin: 'null' }],
    [
      'a form',
      'POST',
      { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['a form of JSON', 'POST', { 'user-agent': FIREFOX, 'content-type': 'text/plain; a=application/json' }],
    [
      'a beacon',
      'POST',
      { referer: 'https://evil.example/', 'content-type': 'multipart/form-data; boundary=x' },
    ],
    ['a beacon without a type', 'POST', { origin: 'https://evil.example' }],
  ])(
    'when it sends %s without asking first, then it is refused and nobody is asked',
    async (_what, method, headers) => {
      expect([(await send(house, method, headers)).status, asked]).toEqual([403, 0]);
    },
  );

  it.each([
    ['GET', { 'x-request-id': 'a' }],
    ['GET', { 'apollo-require-preflight': '1' }],
    ['POST', { 'content-type': 'application/json' }],
  ])('when it asks first whether it may %s with %j, then it may not', async (method, headers) => {
    const asking = {
      origin: 'https://evil.example',
      'access-control-request-method': method,
      'access-control-request-headers': Object.keys(headers).join(','),
    };

    const answers = [await send(house, 'OPTIONS', asking), await send(open, 'OPTIONS', asking)];

    for (const { status, headers: given } of answers) {
      expect([status, given['access-control-allow-origin'], given['access-control-allow-methods']]).toEqual([
        403,
        undefined,
        undefined,
      ]);
    }
  });

  it('when it sends what needed asking all the same, then it may not read the answer', async () => {
    const { status, headers } = await send(open, 'POST', {
      origin: 'https://evil.example',
      'content-type': 'application/json',
    });

    expect([status, headers['access-control-allow-origin'], headers.vary]).toEqual([
      200,
      undefined,
      'origin, accept, accept-encoding, authorization',
    ]);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('given who may ask', () => {
  it.each([
    ['a program by GET', 'GET', {}],
    ['a program that names what it takes', 'GET', { accept: 'application/json', 'user-agent': 'curl/8.5.0' }],
    [
      'a page of ours by POST',
      'POST',
      { 'user-agent': FIREFOX, 'content-type': 'application/json', origin: 'http://here' },
    ],
    ['a page of ours by GET', 'GET', { 'user-agent': FIREFOX, 'sec-fetch-site': 'same-origin' }],
    ['a person who has entered the address', 'GET', { 'user-agent': FIREFOX, 'sec-fetch-site': 'none' }],
    ['a page that says what it calls its request', 'GET', { 'user-agent': FIREFOX, 'x-request-id': 'a' }],
  ])('when it is %s, then it is answered', async (_who, method, headers) => {
    expect((await send(house, method, headers)).status).toBe(200);
  });

  it('when it is a page of a site that is named, then it may ask, read, and is told by whom else', async () => {
    const preflight = await send(open, 'OPTIONS', { origin: OURS, 'access-control-request-method': 'POST' });
    const answer = await send(open, 'POST', { origin: OURS, 'content-type': 'application/json' });

    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': OURS,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, if-none-match, x-request-id',
    });
    expect(preflight.headers['access-control-allow-credentials']).toBe(undefined);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': OURS,
      vary: 'origin, accept, accept-encoding, authorization',
    });
  });

  it.each([
    'https://reports.example.evil.example',
    'https://evil-reports.example',
    'http://reports.example',
    'https://REPORTS.example',
    'null',
  ])(
    'when the site is "%s", which only looks like one that is named, then it may not read',
    async (origin) => {
      const { headers } = await send(open, 'POST', { origin, 'content-type': 'application/json' });

      expect(headers['access-control-allow-origin']).toBe(undefined);
    },
  );

  it('when no site is named, then not even asking makes one', async () => {
    const { status } = await send(house, 'OPTIONS', {
      origin: OURS,
      'access-control-request-method': 'POST',
    });

    expect(status).toBe(403);
  });
});

describe('given any answer', () => {
  it.each(['/graphql', '/health/live', '/nothing', '/playground/react.js'])(
    'when it is of %s, then no browser takes it for something else, frames it, or tells on it',
    async (path) => {
      const { headers } = await send(house, 'GET', {}, path);

      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      });
      expect(headers['strict-transport-security']).toBe(undefined);
    },
  );

  it('when https is asked for, then browsers are told so', async () => {
    const { headers } = await send(open, 'GET', {}, '/health/live');

    expect(headers['strict-transport-security']).toBe('max-age=600');
  });
});
