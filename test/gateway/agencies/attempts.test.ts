import { createServer, type IncomingMessage, type RequestListener } from 'node:http';

import { pino } from 'pino';
import { describe, expect, it } from 'vitest';

import { createAgencyClient } from '../../../gateway/agencies/agencyClient.ts';
import { createRequestSigner } from '../../../schema/identity/index.ts';
import { IDENTITY } from '../../support/identity.ts';
import { clientOfHttp, listen, MUTATION, REQUEST } from './stubAgency.ts';

const QUERY = { ...REQUEST, operationKind: 'query' } as const;
const ANSWER = { data: { a: 1 } };

/** Fails so often, then answers; and what it was asked with. */
function failing(times: number, fail: RequestListener): { answer: RequestListener; seen: IncomingMessage[] } {
  const seen: IncomingMessage[] = [];
  const answer: RequestListener = (request, response) => {
    seen.push(request);
    if (seen.length <= times) fail(request, response);
    else response.end(JSON.stringify(ANSWER));
  };
  return { answer, seen };
}

const reset: RequestListener = (request) => void request.socket.resetAndDestroy();
const passing: [string, RequestListener][] = [
  ['breaks the line', reset],
  ['answers 502', (_request, response) => void response.writeHead(502).end()],
  [
    'breaks off',
    (_request, response) => {
      response.writeHead(200, { 'content-length': 99 }).write('{"data"');
      setTimeout(() => response.destroy(), 20);
    },
  ],
];
const lasting: [string, string, RequestListener][] = [
  ['is busy', 'AGENCY_BUSY', (_request, response) => void response.writeHead(503).end()],
  ['sends a page', 'AGENCY_BROKEN', (_request, response) => void response.end('<html>')],
  ['does not answer', 'AGENCY_TIMEOUT', () => undefined],
];

describe('given an agency that fails for a moment', () => {
  it.each(passing)('when it %s twice, then a question is put a third time', async (_what, fail) => {
    const { answer, seen } = failing(2, fail);
    const { client, logged } = await clientOfHttp(answer);

    expect(await client.send(QUERY)).toEqual(ANSWER);
    expect(seen).toHaveLength(3);
    expect(logged()).toBe('');
  });

  it.each(passing)('when it %s, then a mutation is not made a second time', async (_what, fail) => {
    const { answer, seen } = failing(1, fail);
    const { client } = await clientOfHttp(answer);

    expect(await client.send(MUTATION)).toHaveProperty('failure');
    expect(seen).toHaveLength(1);
  });

  it.each(lasting)('when it %s, then it is not asked again: %s', async (_what, code, fail) => {
    const { answer, seen } = failing(1, fail);
    const { client } = await clientOfHttp(answer, { timeoutMs: 200 });

    expect(await client.send(QUERY)).toMatchObject({ failure: { extensions: { code } } });
    expect(seen).toHaveLength(1);
  });

  it('when it fails three times, then that is told', async () => {
    const { answer, seen } = failing(3, reset);
    const { client } = await clientOfHttp(answer);

    expect(await client.send(QUERY)).toMatchObject({
      failure: { extensions: { code: 'AGENCY_UNREACHABLE' } },
    });
    expect(seen).toHaveLength(3);
  });

  it('when requests are signed, then each attempt has its own signature', async () => {
    const { answer, seen } = failing(1, reset);
    const url = `http://127.0.0.1:${await listen(createServer(answer))}/graphql`;
    const sign = createRequestSigner(IDENTITY.gatewayKeys, Date.now);
    const client = createAgencyClient({
      urls: new Map([['inspection', url]]),
      timeoutMs: 2000,
      logger: pino({ level: 'silent' }),
      sign,
    });

    expect(await client.send(QUERY)).toEqual(ANSWER);
    expect(new Set(seen.map(({ headers }) => headers['x-report-nonce'])).size).toBe(2);
    await client.close();
  });
});

describe('given a client that must have its answer soon', () => {
  it('when an agency hangs, then it is told at its deadline, not at the limit of the agency', async () => {
    const { client } = await clientOfHttp(() => undefined, { timeoutMs: 20_000 });

    expect(await client.send(QUERY, { deadline: Date.now() + 200 })).toMatchObject({
      failure: { extensions: { code: 'AGENCY_TIMEOUT', details: { limitMs: expect.any(Number) as number } } },
    });
  });

  it('when its deadline has passed, then no agency is asked', async () => {
    const { answer, seen } = failing(0, reset);
    const { client } = await clientOfHttp(answer);

    expect(await client.send(QUERY, { deadline: Date.now() - 1000 })).toMatchObject({
      failure: { extensions: { code: 'AGENCY_TIMEOUT', details: { limitMs: 0 } } },
    });
    expect(seen).toHaveLength(0);
  });

  it('when it sends a mutation, then that takes the time it takes', async () => {
    const { client } = await clientOfHttp(
      (_request, response) => void setTimeout(() => response.end(JSON.stringify(ANSWER)), 150),
    );

    expect(await client.send(MUTATION, { deadline: Date.now() + 20 })).toEqual(ANSWER);
  });
});

describe('given what agencies are told of the time that is left', () => {
  const leftOf = ({ headers }: IncomingMessage) => Number(headers['x-deadline-ms']);

  it('when the deadline is far away, then it is the limit of the agency', async () => {
    const { answer, seen } = failing(0, reset);
    const { client } = await clientOfHttp(answer, { timeoutMs: 30_000 });

    await client.send(QUERY, { deadline: Date.now() + 100_000 });

    expect(leftOf(seen[0]!)).toBeGreaterThan(29_000);
    expect(leftOf(seen[0]!)).toBeLessThanOrEqual(30_000);
  });

  it('when the deadline is near, then it is what is left, less with each attempt', async () => {
    const { answer, seen } = failing(1, (request) => void setTimeout(() => request.socket.destroy(), 50));
    const { client } = await clientOfHttp(answer, { timeoutMs: 30_000 });

    await client.send(QUERY, { deadline: Date.now() + 20_000 });

    const [first = 0, second = 0] = seen.map(leftOf);
    expect(first).toBeGreaterThan(19_000);
    expect(first).toBeLessThanOrEqual(20_000);
    expect(first - second).toBeGreaterThanOrEqual(40);
  });

  it('when it is a mutation, then nothing is said', async () => {
    const { answer, seen } = failing(0, reset);
    const { client } = await clientOfHttp(answer);

    await client.send(MUTATION);

    expect(seen[0]?.headers).not.toHaveProperty('x-deadline-ms');
  });

  it('when an agency says that its time is over, then it has not answered in time', async () => {
    const { client } = await clientOfHttp(
      (_request, response) =>
        void response
          .writeHead(503)
          .end('{"errors":[{"message":"","extensions":{"code":"DEADLINE_PASSED"}}]}'),
    );

    expect(await client.send(QUERY)).toMatchObject({ failure: { extensions: { code: 'AGENCY_TIMEOUT' } } });
  });
});
