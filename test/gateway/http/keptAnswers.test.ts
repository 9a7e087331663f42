import { gunzipSync } from 'node:zlib';

import { request } from 'undici';

import { describe, expect, it, onTestFinished } from 'vitest';

import { givenBearer, IDENTITY } from '../../support/identity.ts';
import { committedSupergraph } from '../committedSupergraph.ts';
import { startStubHouse } from './stubHouse.ts';

const ORGANISATIONS = '{ organisations { code } }';
const REPORT = (asOf: string) => `{ report(organisation: "x", period: "2024-Q1", asOf: ${asOf}) { title } }`;

/** A gateway that keeps answers; office counts in each answer how often it was asked. */
async function givenHouse(answerOf: (count: number) => object = (count) => organisations(`asked-${count}`)) {
  let count = 0;
  const answer = () => answerOf((count += 1));
  const house = await startStubHouse(committedSupergraph, answer, IDENTITY, { cacheBytes: 1_000_000 });
  onTestFinished(() => house.stop());
  const send = async (query: string, headers: Record<string, string> = {}, method = 'POST') => {
    const search = method === 'GET' ? `?${new URLSearchParams({ query }).toString()}` : '';
    const response = await fetch(`${house.address}/graphql${search}`, {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      ...(method === 'POST' && { body: JSON.stringify({ query }) }),
    });
    const told = ['x-cache', 'cache-control', 'etag', 'vary'].map((name) => [
      name,
      response.headers.get(name),
    ]);
    return { status: response.status, body: await response.text(), ...(Object.fromEntries(told) as Told) };
  };
  const caches = async (...asked: Parameters<typeof send>[]) => {
    const outcomes = [];
    for (const one of asked) outcomes.push((await send(...one))['x-cache']);
    return outcomes;
  };
  return { house, send, caches, count: () => count };
}

interface Told {
  readonly 'x-cache': string | null;
  readonly 'cache-control': string | null;
  readonly etag: string | null;
  readonly vary: string | null;
}

const organisations = (code: string) => ({ data: { organisations: [{ code }] } });
const title = (count: number) => ({ data: { report: { title: `asked ${count}` } } });
const reader = () => givenBearer({ claims: { roles: [{ role: 'reader' }] } });

describe('given a gateway that keeps whole answers', () => {
  it('when the same is asked twice in a second, then agencies are asked once; in the next second again', async () => {
    const { house, send, count } = await givenHouse();

    const [first, second] = [await send(ORGANISATIONS), await send(ORGANISATIONS)];
    house.clock.now += 1000;
    const third = await send(ORGANISATIONS);

    expect([first, second, third].map(({ body }) => body)).toEqual(
      [1, 1, 2].map((n) => JSON.stringify(organisations(`asked-${n}`))),
    );
    expect([first, second, third].map((one) => one['x-cache'])).toEqual(['miss', 'hit', 'miss']);
    expect(count()).toBe(2);
  });

  it('when a moment is named, then the answer is kept for ever', async () => {
    const { house, caches } = await givenHouse(title);
    const query = REPORT('"2024-04-01T00:00:00Z"');

    const first = await caches([query]);
    house.clock.now += 1_000_000_000;

    expect([...first, ...(await caches([query]))]).toEqual(['miss', 'hit']);
  });

  it.each([REPORT('null'), '{ ...R } fragment R on Query { organisations { code } }'])(
    'when %s is asked, then it is kept for its second',
    async (query) => {
      const { house, caches } = await givenHouse((n) => ({
        data: { ...title(n).data, a: [], organisations: [] },
      }));

      const first = await caches([query], [query]);
      house.clock.now += 1000;

      expect([...first, ...(await caches([query]))]).toEqual(['miss', 'hit', 'miss']);
    },
  );

  it('when others ask, ask otherwise, or for something else, then nothing is shared', async () => {
    const { caches } = await givenHouse();
    const bearer = await reader();

    expect(
      await caches(
        [ORGANISATIONS],
        [ORGANISATIONS, { authorization: bearer }],
        [ORGANISATIONS, { accept: 'application/graphql-response+json' }],
        [ORGANISATIONS, {}, 'GET'],
        ['{ organisations { code code } }'],
        [ORGANISATIONS, { authorization: bearer }],
      ),
    ).toEqual(['miss', 'miss', 'miss', 'miss', 'miss', 'hit']);
  });

  it.each(['analyst', 'officer', 'approver', 'administrator'])(
    'when an %s asks, then nothing is kept: what they have just done is seen at once',
    async (role) => {
      const { caches } = await givenHouse();
      const authorization = await givenBearer({ claims: { roles: [{ role, agency: 'inspection' }] } });

      const asked = [ORGANISATIONS, { authorization }] as [string, Record<string, string>];
      expect(await caches(asked, asked)).toEqual(['none', 'none']);
    },
  );

  it.each([
    ['has errors', { data: null, errors: [{ message: 'x', extensions: { code: 'CODE_UNKNOWN' } }] }],
    ['is no answer', { nonsense: true }],
  ])('when the answer %s, then it is not kept', async (_what, answered) => {
    const { caches } = await givenHouse(() => answered);

    expect(await caches([ORGANISATIONS], [ORGANISATIONS])).toEqual(['none', 'none']);
  });

  it('when a mutation comes twice, then it is carried out twice', async () => {
    const { caches, count } = await givenHouse(() => ({ data: { issueReport: null } }));
    const mutation = 'mutation { issueReport(seal: "", number: "1", signedBy: "x") { number } }';

    expect(await caches([mutation], [mutation])).toEqual(['none', 'none']);
    expect(count()).toBe(2);
  });
});

describe('given caches on the way to the gateway', () => {
  it.each([
    ['POST', ORGANISATIONS, {}, 'no-store'],
    ['GET', ORGANISATIONS, {}, 'public, no-cache'],
    ['GET', REPORT('"2024-04-01T00:00:00Z"'), {}, 'public, max-age=31536000, immutable'],
    ['GET', '{ broken', {}, 'no-store'],
  ] as const)(
    'when %s %s is answered, then they are told what they may do',
    async (method, query, headers, expected) => {
      const { send } = await givenHouse((n) => ({ data: { ...organisations('x').data, ...title(n).data } }));

      const answer = await send(query, headers, method);

      expect(answer['cache-control']).toBe(expected);
      expect(answer.vary).toBe('accept, accept-encoding, authorization');
    },
  );

  it('when a person has asked, then the answer is theirs alone', async () => {
    const { send } = await givenHouse();

    const answer = await send(ORGANISATIONS, { authorization: await reader() }, 'GET');

    expect(answer['cache-control']).toBe('private, no-cache');
  });

  it('when they know the answer, then they are told that it is the same', async () => {
    const { house, send } = await givenHouse(() => organisations('x'));
    const { etag } = await send(ORGANISATIONS, {}, 'GET');
    house.clock.now += 1000;

    const again = await send(ORGANISATIONS, { 'if-none-match': `"other", ${etag}` }, 'GET');
    const other = await send(ORGANISATIONS, { 'if-none-match': '"other"' }, 'GET');

    expect([again.status, again.body, again.etag]).toEqual([304, '', etag]);
    expect(other.status).toBe(200);
  });

  it.each([
    ['gzip, br', true],
    ['br;q=1, gzip;q=0.5', true],
    ['gzip;q=0', false],
    ['br', false],
  ])('when they take %s, then a long answer comes compressed: %s', async (encodings, expected) => {
    const { house } = await givenHouse(() => organisations('x'.repeat(5000)));

    for (let i = 0; i < 2; i += 1) {
      const { status, headers, body } = await raw(house.address, encodings);
      expect([status, headers.get('content-encoding')]).toEqual([200, expected ? 'gzip' : null]);
      const text = (expected ? gunzipSync(body) : body).toString();
      expect(JSON.parse(text)).toEqual(organisations('x'.repeat(5000)));
    }
  });
});

/** As it comes over the wire; `fetch` would take it out of its compression. */
async function raw(address: string, encodings: string) {
  const { statusCode, headers, body } = await request(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-encoding': encodings },
    body: JSON.stringify({ query: ORGANISATIONS }),
  });
  const told = new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return { status: statusCode, headers: told, body: Buffer.from(await body.arrayBuffer()) };
}
