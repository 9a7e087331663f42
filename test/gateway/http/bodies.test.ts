import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BODY_LIMIT_BYTES } from '../../../schema/values/index.ts';
import { givenBearer, IDENTITY } from '../../support/identity.ts';
import { committedSupergraph } from '../committedSupergraph.ts';
import { startStubHouse, type StubHouse } from './stubHouse.ts';

const MEGABYTE = 1024 * 1024;
const QUERY = '{ organisations { code } }';
const ANSWER = { data: { organisations: [{ code: 'ha-tinh' }] } };

let house: StubHouse;
let token: string;
beforeAll(async () => {
  house = await startStubHouse(committedSupergraph, () => ANSWER, IDENTITY);
  token = await givenBearer();
});
afterAll(() => house.stop());

async function post(
  content: object,
  authorization: string | null,
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${house.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(authorization !== null && { authorization }),
    },
    body: JSON.stringify(content),
  });
  return { status: response.status, text: await response.text() };
}

/** A question whose variables take so many bytes. */
const filled = (bytes: number) => ({ query: QUERY, variables: { filler: 'x'.repeat(bytes) } });

/** Sends the head of a request, and pieces of 1 MB until it is answered or broken off. */
async function send(
  headers: Record<string, string | number>,
  pieces: number,
): Promise<{ status: number | string | undefined; sent: number }> {
  const sending = request(`${house.address}/graphql`, { method: 'POST', headers });
  let status: number | string | undefined;
  sending.once('response', ({ statusCode }: IncomingMessage) => (status = statusCode));
  sending.once('error', ({ code }: NodeJS.ErrnoException) => (status ??= code));
  sending.flushHeaders();
  let sent = 0;
  const piece = Buffer.alloc(MEGABYTE, ' ');
  // Where the connection breaks, the handler above has the reason.
  const next = (event: string) =>
    Promise.race([event, 'response', 'close'].map((one) => once(sending, one))).catch(() => null);
  for (; sent < pieces && status === undefined; sent += 1) {
    if (!sending.write(piece)) await next('drain');
  }
  if (status === undefined) await next('response');
  sending.destroy();
  return { status, sent };
}

describe('given a body that is sent to the gateway', () => {
  it.each([
    ['nobody in particular sends nearly a megabyte', false, MEGABYTE - 1000, 200],
    ['nobody in particular sends more', false, MEGABYTE, 413],
    ['an officer sends more than a megabyte', true, 8 * MEGABYTE, 200],
    ['an officer sends nearly what may be sent', true, BODY_LIMIT_BYTES - 1000, 200],
    ['an officer sends more', true, BODY_LIMIT_BYTES, 413],
  ])('when %s, then the status tells whether it may be', async (_who, isOfficer, bytes, status) => {
    expect((await post(filled(bytes), isOfficer ? token : null)).status).toBe(status);
  });

  it('when more than may be sent is announced, then it is refused before any of it has come', async () => {
    const { status, sent } = await send(
      { authorization: token, 'content-type': 'application/json', 'content-length': 1000 * MEGABYTE },
      0,
    );

    expect([status, sent]).toEqual([413, 0]);
  });

  it('when it has no end, then it is refused once it is too long, and not held', async () => {
    const before = process.memoryUsage().rss;

    const { status, sent } = await send({ authorization: token, 'content-type': 'application/json' }, 1000);

    expect([413, 'EPIPE', 'ECONNRESET']).toContain(status);
    // What lies in buffers of the system between us comes on top of the limit.
    expect(sent * MEGABYTE).toBeLessThan(BODY_LIMIT_BYTES + 32 * MEGABYTE);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEGABYTE);
  });

  it('when a text of GraphQL is longer than a megabyte, then it is not parsed, and the way out is told', async () => {
    const figures = `# ${'x'.repeat(MEGABYTE)}\n`;

    const { status, text } = await post({ query: figures + QUERY }, token);

    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message:
            'The text of the operation is 1048605 characters long: at most 1048576 are read. Give figures as the values of variables.',
          extensions: { code: 'OPERATION_TEXT_TOO_LONG', details: { length: 1048605, limit: 1048576 } },
        },
      ],
    });
  });
});

describe('given a client that reads nothing before it has sent all', () => {
  it('when its body is refused at once, then it reads the refusal all the same', async () => {
    const { hostname, port } = new URL(house.address);
    const socket = connect(Number(port), hostname).pause();
    const failures: Error[] = [];
    socket.on('error', (error) => failures.push(error));
    const length = 8 * MEGABYTE;
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n`,
    );
    for (let sent = 0; sent < length && failures.length === 0; sent += MEGABYTE) {
      await new Promise((resolve) => socket.write(Buffer.alloc(MEGABYTE, ' '), resolve));
    }

    const answer = await text(socket).catch(String);
    expect(failures).toEqual([]);
    expect(answer).toMatch(/^HTTP\/1.1 413 [^]*"code":"BODY_TOO_LARGE"/);
  });
});
