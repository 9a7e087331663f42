import { createServer, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';

import { describe, expect, it } from 'vitest';

import { faultOf } from '../../../../schema/errors/index.ts';
import { listen } from '../../../../subgraphs/_kit/serving/httpServer.ts';
import { givenRelease } from '../../../support/given.ts';
import { serve } from '../../../support/serving.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const QUERY = '{ invented { observations { totalCount } } }';
const ANSWER = { data: { invented: { observations: { totalCount: 1 } } } };
const TOO_LARGE = 32 * 1024 * 1024 + 1;

/** Sends a body in pieces without saying how long it is; gives the status, or what broke the connection. */
async function statusOfStream(port: number, bytes: number): Promise<number | string | undefined> {
  const sending = request({
    port,
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  const outcome = Promise.race([
    once(sending, 'response').then(([response]) => (response as { statusCode?: number }).statusCode),
    once(sending, 'error').then(([error]) => (error as { code?: string }).code),
  ]);
  const piece = Buffer.alloc(1024 * 1024, ' ');
  for (let sent = 0; sent < bytes && !sending.destroyed; sent += piece.length) sending.write(piece);
  sending.end();
  return outcome;
}

describe('given a served agency', () => {
  it('when a question is posted, then it is answered', async () => {
    const { post } = await serve(await givenAgency([givenRelease()]));

    const response = await post(JSON.stringify({ query: QUERY }));

    expect([response.status, await response.json()]).toEqual([200, ANSWER]);
  });

  it('when a question has variables, then they are read', async () => {
    const { post } = await serve(await givenAgency([givenRelease()]));
    const query = 'query ($asOf: DateTime) { invented { observations(asOf: $asOf) { totalCount } } }';

    const response = await post(JSON.stringify({ query, variables: { asOf: '2024-04-02T00:00:00Z' } }));

    expect(await response.json()).toEqual(ANSWER);
  });

  it.each([
    ['', '{ invented { observations { totalCount } } }'],
    [
      ' with a question mark in it',
      '{ invented { observations(filter: { documents: ["bao-cao", "?"] }) { totalCount } } }',
    ],
  ])('when a question%s comes by GET, then it is answered', async (_what, query) => {
    const { url } = await serve(await givenAgency([givenRelease()]));

    const response = await fetch(`${url}/graphql?query=${encodeURI(query).replaceAll('&', '%26')}`);

    expect([response.status, await response.json()]).toEqual([200, ANSWER]);
  });

  it.each(['/', '/graphql/', '/graphql/x', '/Graphql', '//', '/x?/graphql', '/favicon.ico'])(
    'when %s is asked for, then there is nothing',
    async (path) => {
      const { port } = await serve(await givenAgency());
      const asking = request({ port, path }).end();

      const [response] = (await once(asking, 'response')) as [IncomingMessage];

      expect(await refusalIn(response)).toEqual([404, ['PATH_UNKNOWN']]);
    },
  );

  it.each([
    ['without a word on what it is', undefined],
    ['as a text', 'text/plain'],
    ['as JSON in other letters', 'application/json; charset=utf-16'],
    ['as JSON of a kind', 'application/json-seq'],
  ])('when a question comes %s, then it is not read', async (_how, type) => {
    const { port } = await serve(await givenAgency());
    const headers = type === undefined ? {} : { 'content-type': type };
    const asking = request({ port, path: '/graphql', method: 'POST', headers });
    asking.end(JSON.stringify({ query: '{ __typename }' }));

    const [response] = (await once(asking, 'response')) as [IncomingMessage];

    expect(await refusalIn(response)).toEqual([415, ['CONTENT_TYPE_UNKNOWN']]);
  });

  it('when a question says in which letters it comes, then it is read', async () => {
    const { url } = await serve(await givenAgency());
    const headers = { 'content-type': 'Application/JSON;charset=UTF-8' };

    const response = await fetch(`${url}/graphql`, {
      ...{ method: 'POST', headers },
      body: JSON.stringify({ query: '{ __typename }' }),
    });

    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it.each([
    ['malformed JSON', 400, '{"query": '],
    ['no JSON at all', 400, 'query=x'],
    ['nothing', 400, ''],
    ['JSON that is no object', 400, '"x"'],
    ['a null', 400, 'null'],
    ['a list', 400, '[]'],
    ['no query', 400, '{"variables": {}}'],
    ['a query that does not parse', 200, '{"query": "{"}'],
    ['a field that does not exist', 200, '{"query": "{ x }"}'],
    [
      'a variable of another kind',
      200,
      '{"query": "query ($x: Int!) { __typename @skip(if: false) }", "variables": {"x": "a"}}',
    ],
  ])(
    'when %s is posted, then %d and the words of GraphQL come back, and nothing is logged',
    async (_what, status, body) => {
      const { post, logged } = await serve(await givenAgency());

      const response = await post(body);

      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect(response.status).toBe(status);
      expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL');
      expect(logged()).toEqual([]);
    },
  );

  it.each([
    ['exactly as large as may be', TOO_LARGE - 1, 200],
    ['a byte larger', TOO_LARGE, 413],
  ])('when a body is %s, then the status is told by its length', async (_what, length, status) => {
    const { post } = await serve(await givenAgency());
    const body = JSON.stringify({ query: '{ __typename }' });

    const response = await post(body.padEnd(length));

    expect(response.status).toBe(status);
  });

  it.each([
    ['lists', '[', ']', 400],
    ['objects', '{"a":', '}', 200],
  ])(
    'when a body has a hundred thousand %s in each other, then it is no harm',
    async (_what, open, close, status) => {
      const { post, logged } = await serve(await givenAgency());
      const deep = `${open.repeat(100_000)}${open === '[' ? '' : '0'}${close.repeat(100_000)}`;

      const response = await post(`{"query":"{ __typename }","variables":${deep}}`);

      expect(response.status).toBe(status);
      expect(logged()).toEqual([]);
    },
  );

  it('when a body is announced that is too large, then it is refused before any of it has come', async () => {
    const { port } = await serve(await givenAgency());
    const headers = { 'content-type': 'application/json', 'content-length': TOO_LARGE };
    const sending = request({ port, path: '/graphql', method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.flushHeaders();

    const [response] = (await once(sending, 'response')) as [IncomingMessage];

    expect(await refusalIn(response)).toEqual([413, ['BODY_TOO_LARGE']]);
    sending.destroy();
  });

  it('when a body comes in pieces and never ends, then it is not taken in whole', async () => {
    const { port } = await serve(await givenAgency());

    const status = await statusOfStream(port, 4 * TOO_LARGE);

    expect([413, 'EPIPE', 'ECONNRESET']).toContain(status);
  });

  it('when a caller goes away in the middle, then the next is answered', async () => {
    const { port, post } = await serve(await givenAgency([givenRelease()]));
    const leaving = request({ port, path: '/graphql', method: 'POST', headers: { 'content-length': 1000 } });
    leaving.on('error', () => undefined);
    leaving.write('{"query"');
    await once(leaving, 'socket');
    leaving.destroy();

    const response = await post(JSON.stringify({ query: QUERY }));

    expect(await response.json()).toEqual(ANSWER);
  });
});

describe('given a port that another program has', () => {
  it('when a server is to listen on it, then it is told which setting to change', async () => {
    const { port } = await serve(await givenAgency());

    const refusal: unknown = await listen(createServer(), {
      port,
      host: '127.0.0.1',
      variable: 'OFFICE_PORT',
    }).catch((error: unknown) => error);

    expect(faultOf(refusal)).toMatchObject({
      code: 'PORT_TAKEN',
      details: { port, variable: 'OFFICE_PORT' },
    });
  });

  it('when a server is to listen on an address that is not ours, then the system says so', async () => {
    const listening = listen(createServer(), { port: 0, host: '192.0.2.1', variable: 'OFFICE_PORT' });

    await expect(listening).rejects.toThrow('EADDRNOTAVAIL');
  });
});

describe('given a request that others have called something', () => {
  it.each([
    ['gw-17:a.b', 'gw-17:a.b'],
    ['a b', null],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['x'.repeat(101), null],
    ['', null],
  ])('when its header says %j, then resolvers are told %j', async (sent, told) => {
    const agency = await serve(await givenAgency());

    await fetch(`${agency.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': sent },
      body: JSON.stringify({ query: '{ __typename }' }),
    });

    expect(agency.requestIds).toEqual([told]);
  });
});

/** The status of a refusal, and the codes that it tells. */
async function refusalIn(response: IncomingMessage): Promise<[number | undefined, unknown[]]> {
  const { errors } = (await json(response)) as { errors: { extensions: { code: string } }[] };
  return [response.statusCode, errors.map(({ extensions }) => extensions.code)];
}
