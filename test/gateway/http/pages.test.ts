import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { committedSupergraph } from '../committedSupergraph.ts';
import { startStubHouse, type StubHouse } from './stubHouse.ts';

/** SHA-256 of the empty text, which stands for this house's supergraph. */
const HASH_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

let house: StubHouse;
beforeAll(async () => {
  house = await startStubHouse(committedSupergraph, (agency) => (agency === 'office' ? {} : { data: {} }));
});
afterAll(() => house.stop());

function get(path: string): Promise<Response> {
  return fetch(house.address + path, { redirect: 'manual' });
}

describe('given the addresses for machines', () => {
  it('when it is asked whether the gateway lives, then it does', async () => {
    const response = await get('/health/live');

    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
      200,
      'application/json',
      { status: 'live' },
    ]);
  });

  it('when it is asked whether it is ready, then agencies that do not answer GraphQL are down', async () => {
    const response = await get('/health/ready');

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      status: 'ready',
      agencies: {
        inspection: 'up',
        'mass-organisations': 'up',
        office: 'down',
        'party-building': 'up',
        'socio-economic': 'up',
      },
      supergraph: { hash: HASH_OF_NOTHING, since: '2024-04-20T12:00:00.000Z', refused: null },
    });
  });
});

describe('given the addresses for browsers', () => {
  it('when the root is asked for, then it leads to the Playground', async () => {
    const response = await get('/');

    expect([response.status, response.headers.get('location')]).toEqual([302, '/playground']);
  });

  it('when the Playground is asked for, then it is a page that may load from nobody else', async () => {
    const response = await get('/playground');
    const page = await response.text();

    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; frame-ancestors 'none'",
    );
    expect(page).toContain('query FullReport(');
    expect(page).not.toContain('<!-- tabs -->');
    expect(page.match(/<script(?![^>]*(?:src=|application\/json))/g)).toBe(null);
  });

  it('when all that the page names is asked for, then each is there with its type', async () => {
    const page = await (await get('/playground')).text();
    const named = [...page.matchAll(/\s(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    const ours = named.filter((address) => address !== 'data:,');

    const served = await Promise.all(
      ours.map(async (address) => {
        const response = await get(address);
        return [
          address,
          response.status,
          response.headers.get('content-type'),
          (await response.text()) !== '',
        ];
      }),
    );

    expect(served).toEqual([
      ['/playground/graphiql.css', 200, 'text/css; charset=utf-8', true],
      ['/playground/react.js', 200, 'text/javascript; charset=utf-8', true],
      ['/playground/react-dom.js', 200, 'text/javascript; charset=utf-8', true],
      ['/playground/graphiql.js', 200, 'text/javascript; charset=utf-8', true],
      ['/playground/start.js', 200, 'text/javascript; charset=utf-8', true],
    ]);
  });
});

describe('given an address that there is not', () => {
  it.each([
    '/nothing',
    '/playground/',
    '/playground/../main.ts',
    '/playground/%2e%2e/main.ts',
    '/playground/page.html',
    '/graphql/',
    '/constructor',
  ])('when "%s" is asked for, then 404', async (path) => {
    expect(await statusOf(path)).toBe('404');
  });

  it.each(['//', '//[', 'http://[', '*'])('when "%s" is asked for, then it is refused', async (path) => {
    expect(await statusOf(path)).toMatch(/^40[04]$/);
    expect((await get('/health/live')).status).toBe(200);
  });
});

/** The status for a path that is sent just as it is, which no HTTP client does. */
async function statusOf(path: string): Promise<string | undefined> {
  const { hostname, port } = new URL(house.address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.end(`GET ${path} HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n`);
  return /^HTTP\/1.1 (\d+)/.exec(await text(socket))?.[1];
}
