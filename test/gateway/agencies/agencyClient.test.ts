import { once } from 'node:events';
import { connect, createServer as createTcpServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';

import { describe, expect, it, onTestFinished } from 'vitest';

import { clientOf, clientOfHttp, clientOfTcp, listen, MUTATION, REQUEST } from './stubAgency.ts';

describe('given an agency that answers', () => {
  it('when it is asked, then it gets the question at its address as GraphQL over HTTP', async () => {
    const seen: unknown[] = [];
    const { client } = await clientOfHttp(
      (request, response) => {
        void text(request).then((body) => {
          const { 'content-type': type, accept } = request.headers;
          seen.push({
            method: request.method,
            url: request.url,
            type,
            accept,
            body: JSON.parse(body) as unknown,
          });
          response.end('{"data":{"a":2}}');
        });
      },
      { path: '/cơ-quan/graphql?key=1' },
    );

    expect(await client.send({ ...REQUEST, operationName: 'Q' })).toEqual({ data: { a: 2 } });
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/c%C6%A1-quan/graphql?key=1',
        type: 'application/json',
        accept: 'application/json',
        body: { query: '{ a }', operationName: 'Q', variables: { b: 1 } },
      },
    ]);
  });

  it('when it is probed, then it is there', async () => {
    const { client } = await clientOfHttp((_request, response) =>
      response.end('{"data":{"__typename":"Query"}}'),
    );

    expect(await client.probe('inspection')).toBe(true);
  });
});

describe('given an agency that fails', () => {
  const broken: [string, (socket: Socket) => void][] = [
    ['something that is not HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')],
    ['an answer cut short', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"da')],
    [
      'a chunk cut short',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{'),
    ],
    [
      'a malformed chunk',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'),
    ],
    ['endless headers', (socket) => socket.write(`HTTP/1.1 200 OK\r\na: ${'b'.repeat(100_000)}\r\n\r\n`)],
    ['a page', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>')],
  ];

  it.each(broken)('when it sends %s, then it is broken', async (_what, answer) => {
    const { client, logged } = await clientOfTcp(answer);

    expect(await client.send(REQUEST)).toEqual({
      failure: {
        message: 'Agency "inspection" gave an answer that cannot be used. Its part of the answer is missing.',
        extensions: { code: 'AGENCY_BROKEN', details: { agency: 'inspection' }, agency: 'inspection' },
      },
    });
    expect(JSON.parse(logged())).toMatchObject({
      level: 40,
      agency: 'inspection',
      code: 'AGENCY_BROKEN',
      cause: expect.stringMatching(/\w/) as string,
    });
    expect(await client.probe('inspection')).toBe(false);
  });

  it('when nobody listens, then it cannot be reached, and the log tells the address', async () => {
    const closed = createTcpServer();
    const port = await listen(closed);
    await once(closed.close(), 'close');
    const { client, logged } = clientOf(`http://127.0.0.1:${port}/graphql`);

    expect(await client.send(REQUEST)).toEqual({
      failure: {
        message: 'Agency "inspection" cannot be reached. Its part of the answer is missing.',
        extensions: { code: 'AGENCY_UNREACHABLE', details: { agency: 'inspection' }, agency: 'inspection' },
      },
    });
    expect(logged()).toContain(`connect ECONNREFUSED 127.0.0.1:${port}`);
    expect(await client.probe('inspection')).toBe(false);
  });

  it.each([
    ['it closes the line', (socket: Socket) => socket.end()],
    ['it breaks the line', (socket: Socket) => socket.resetAndDestroy()],
  ])('when %s without a word, then it cannot be reached', async (_what, answer) => {
    const { client } = await clientOfTcp(answer);

    expect(await client.send(REQUEST)).toMatchObject({
      failure: { extensions: { code: 'AGENCY_UNREACHABLE' } },
    });
  });
});

describe('given an agency that is too slow', () => {
  const TIMEOUT = {
    failure: {
      message: 'Agency "inspection" did not answer within 150 ms. Its part of the answer is missing.',
      extensions: {
        code: 'AGENCY_TIMEOUT',
        details: { agency: 'inspection', limitMs: 150 },
        agency: 'inspection',
      },
    },
  };

  it.each([
    ['never answers', () => undefined],
    [
      'begins to answer only',
      (socket: Socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{'),
    ],
  ])('when it %s, then that is said after the limit', async (_what, answer) => {
    const { client } = await clientOfTcp(answer, { timeoutMs: 150 });

    expect(await client.send(REQUEST)).toEqual(TIMEOUT);
    expect(await client.probe('inspection')).toBe(false);
  });

  it('when a mutation takes longer than a question may, then its answer is waited for', async () => {
    const { client } = await clientOfHttp(
      (_request, response) => void setTimeout(() => response.end('{"data":{"made":null}}'), 400),
      { timeoutMs: 150 },
    );

    expect(await client.send(MUTATION)).toEqual({ data: { made: null } });
    expect(await client.send({ ...REQUEST, operationKind: 'query' })).toEqual(TIMEOUT);
  });

  it('when not even a connection comes about, then that is said after the limit too', async () => {
    const port = await listenWithoutAccepting();
    const { client } = clientOf(`http://127.0.0.1:${port}/graphql`, { timeoutMs: 150 });
    const started = Date.now();

    expect(await client.send(REQUEST)).toEqual(TIMEOUT);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});

/** A port whose machine lets further connections wait: its thread sleeps, and its queue is full. */
async function listenWithoutAccepting(): Promise<number> {
  const sleeper = new Worker(
    `const { parentPort } = require('node:worker_threads');
     const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5000);
     });`,
    { eval: true },
  );
  const [port] = (await once(sleeper, 'message')) as [number];
  const fillers = [1, 2, 3, 4].map(() => connect(port, '127.0.0.1').on('error', () => undefined));
  onTestFinished(async () => {
    for (const filler of fillers) filler.destroy();
    await sleeper.terminate();
  });
  await Promise.race(fillers.slice(0, 2).map((filler) => once(filler, 'connect')));
  return port;
}
