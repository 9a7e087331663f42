import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { readTrustedProxies } from '../../../../gateway/http/door/callerAddress.ts';
import type { DoorSettings } from '../../../../gateway/http/door/doorSettings.ts';
import { createSettingsReader } from '../../../../schema/errors/index.ts';
import { givenBearer, IDENTITY } from '../../../support/identity.ts';
import { committedSupergraph } from '../../committedSupergraph.ts';
import type { Flood } from './floodMain.ts';
import { startStubHouse, type StubHouse } from '../stubHouse.ts';

const MEGABYTE = 1024 * 1024;
const QUERY = '{ organisations { code } }';
const BODY = JSON.stringify({ query: QUERY });

let house: StubHouse | undefined;
afterEach(async () => {
  await house?.stop();
  house = undefined;
});

async function startHouse(door: Partial<DoorSettings>, answer: () => unknown): Promise<StubHouse> {
  house = await startStubHouse(committedSupergraph, answer, IDENTITY, { door });
  return house;
}

const ANSWER = { data: { organisations: [] } };

interface Answered {
  readonly status: number | undefined;
  readonly retryAfter: string | undefined;
}

function post({ address }: StubHouse, body: string, agent: Agent, authorization?: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      ...(authorization && { authorization }),
    };
    const sending = request(`${address}/graphql`, { method: 'POST', agent, headers });
    sending.once('response', (response: IncomingMessage) => {
      response.resume();
      response.once('end', () =>
        resolve({ status: response.statusCode, retryAfter: response.headers['retry-after'] }),
      );
    });
    sending.once('error', reject);
    sending.end(body);
  });
}

function countBy(answers: readonly Answered[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, retryAfter } of answers) {
    const key = `${status} ${retryAfter}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** How much more memory there was at most while something went on. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  const used = (): number => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, used())), 10);
  await work();
  clearInterval(sampling);
  return peak - before;
}

describe('given ten times as many requests as there is room for', () => {
  it('when 2,000 connections each send 150 KB at once, then all are answered, what is too much shall come later, and memory stays small', async () => {
    const gateway = await startHouse(
      { requestsAtWork: 50, requestsWaiting: 150, requestsPerPerson: 100_000 },
      () => new Promise((resolve) => setTimeout(() => resolve(ANSWER), 1000)),
    );
    const body = JSON.stringify({ query: QUERY, variables: { filler: 'x'.repeat(150 * 1024) } });
    const file = join(import.meta.dirname, 'floodMain.ts');
    const flood = fork(file, { execArgv: ['--import', 'tsx'] });
    const asked = { url: `${gateway.address}/graphql`, body, connections: 2000 } satisfies Flood;
    let counts: Readonly<Record<string, number>> = {};

    const grown = await peakOf(async () => {
      flood.send(asked);
      [counts] = (await once(flood, 'message')) as [Record<string, number>];
    });

    const { '200': answered = 0, '503 1': refused = 0, ...others } = counts;
    expect([others, answered + refused]).toEqual([{}, 2000]);
    expect(answered).toBeGreaterThanOrEqual(200);
    // Unbounded it would be 700 MB: all bodies together have 300, those that are let in 30.
    expect(grown).toBeLessThan(250 * MEGABYTE);
    const agent = new Agent();
    expect((await post(gateway, BODY, agent)).status).toBe(200);
    agent.destroy();
  }, 60_000);
});

describe('given two requests at once for each person', () => {
  it('when somebody sends five, then three are refused, and others are answered', async () => {
    let release: () => void = () => undefined;
    const held = new Promise((resolve) => (release = () => resolve(ANSWER)));
    const gateway = await startHouse({ requestsPerPerson: 2 }, () => held);
    const agent = new Agent({ maxSockets: Infinity });
    const [an, binh] = await Promise.all(['an', 'binh'].map((sub) => givenBearer({ claims: { sub } })));

    const ofAn = Array.from({ length: 5 }, () => post(gateway, BODY, agent, an));
    await expect.poll(() => countSettled(ofAn)).toBe(3);
    const metrics = await (await fetch(`${gateway.address}/metrics`)).text();
    const others = [post(gateway, BODY, agent, binh), post(gateway, BODY, agent)];
    release();

    expect(countBy(await Promise.all(ofAn))).toEqual({ '200 undefined': 2, '429 1': 3 });
    expect(countBy(await Promise.all(others))).toEqual({ '200 undefined': 2 });
    expect(metrics.split('\n')).toEqual(
      expect.arrayContaining([
        'party_report_refusals_total{code="TOO_MANY_REQUESTS"} 3',
        'party_report_refusals_total{code="GATEWAY_BUSY"} 0',
        'party_report_requests_let_in{where="at work"} 2',
        'party_report_requests_let_in{where="waiting"} 0',
      ]),
    );
    agent.destroy();
  });

  it.each([
    ['of ours', '127.0.0.1,::1', { 200: 5 }],
    ['that nobody knows', '', { 200: 2, 429: 3 }],
  ])(
    'when five come from five addresses by a proxy %s, then that decides who they are',
    async (_whose, proxies, expected) => {
      let release: () => void = () => undefined;
      const held = new Promise((resolve) => (release = () => resolve(ANSWER)));
      const trustedProxies = readTrustedProxies(createSettingsReader({ TRUSTED_PROXIES: proxies }));
      const gateway = await startHouse({ requestsPerPerson: 2, trustedProxies }, () => held);
      const answers = [1, 2, 3, 4, 5].map((number) =>
        fetch(`${gateway.address}/graphql`, {
          ...{ method: 'POST', body: BODY },
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${number}` },
        }),
      );
      setTimeout(release, 300);

      const counts: Record<string, number> = {};
      for (const { status } of await Promise.all(answers)) counts[status] = (counts[status] ?? 0) + 1;
      expect(counts).toEqual(expected);
    },
  );
});

async function countSettled(promises: readonly Promise<unknown>[]): Promise<number> {
  const pending = Symbol('pending');
  const states = await Promise.all(promises.map((one) => Promise.race([one, Promise.resolve(pending)])));
  return states.filter((state) => state !== pending).length;
}

describe('given clients that take their time', () => {
  const SLOW = { receiveTimeoutMs: 300 };
  const HEAD =
    'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n';

  it.each([
    ['half of its head', 'GET /health/live HTTP/1.1\r\nhost:'],
    ['its head and half of its body', `${HEAD}{"query":`],
    ['its head and nothing of its body', HEAD],
  ])('when one sends %s and no more, then it is sent away', async (_what, text) => {
    const gateway = await startHouse(SLOW, () => ANSWER);
    const socket = connect(Number(new URL(gateway.address).port), '127.0.0.1');
    socket.setEncoding('utf8');
    let said = '';
    socket.on('data', (chunk: string) => (said += chunk));
    socket.write(text);

    await once(socket, 'close');

    expect(said).toMatch(/^HTTP\/1.1 408 /);
  });

  it('when all places are taken by such, then they are free again after that time', async () => {
    const gateway = await startHouse({ ...SLOW, requestsAtWork: 1, requestsWaiting: 2 }, () => ANSWER);
    const sockets = Array.from({ length: 3 }, () =>
      connect(Number(new URL(gateway.address).port), '127.0.0.1'),
    );
    for (const socket of sockets) socket.resume().write(HEAD);
    const agent = new Agent();

    await expect.poll(async () => (await post(gateway, BODY, agent)).status).toBe(503);
    await expect.poll(async () => (await post(gateway, BODY, agent)).status, { timeout: 5000 }).toBe(200);
    agent.destroy();
  });

  it('when one takes nothing of a long answer, then the rest of it is given up', async () => {
    const code = 'x'.repeat(40 * MEGABYTE);
    const gateway = await startHouse(SLOW, () => ({ data: { organisations: [{ code }] } }));
    const socket = connect(Number(new URL(gateway.address).port), '127.0.0.1');
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`,
    );
    const inside = async (): Promise<string | undefined> =>
      /requests_let_in\{where="inside"\} (\d+)/.exec(
        await (await fetch(`${gateway.address}/metrics`)).text(),
      )?.[1];
    await expect.poll(inside, { timeout: 5000 }).toBe('1');
    await expect.poll(inside, { timeout: 15_000 }).toBe('0');
    let taken = 0;
    socket.on('data', (chunk: Buffer) => (taken += chunk.length));
    socket.on('error', () => undefined);
    await once(socket, 'close');

    expect(taken).toBeLessThan(code.length);
  }, 30_000);
});
