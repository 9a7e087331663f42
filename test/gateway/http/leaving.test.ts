import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { text } from 'node:stream/consumers';

import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';

import { createAgencyClient } from '../../../gateway/agencies/agencyClient.ts';
import { createAnswerCache } from '../../../gateway/caching/answerCache.ts';
import { DEFAULT_DOOR } from '../../../gateway/http/door/doorSettings.ts';
import { NO_KEPT_OPERATIONS } from '../../../gateway/operations/manifest.ts';
import { DEFAULT_OPERATION_SETTINGS } from '../../../gateway/operations/operationSettings.ts';
import { createGateway } from '../../../gateway/http/createGateway.ts';
import { createTokenReader } from '../../../schema/identity/index.ts';
import { NO_IDENTITY, NOW } from '../../support/identity.ts';
import { committedSupergraph as supergraph } from '../committedSupergraph.ts';
import { servedGraph } from './servedGraph.ts';

interface SilentHouse {
  readonly port: number;
  /** What agencies were asked. */
  readonly asked: { readonly request: IncomingMessage; readonly body: string }[];
  readonly logged: () => string;
}

/** A gateway whose agencies do not answer. */
async function givenSilentHouse(requestTimeoutMs = 60_000): Promise<SilentHouse> {
  const asked: { request: IncomingMessage; body: string }[] = [];
  const agencies = createServer((incoming) => {
    void text(incoming).then((body) => asked.push({ request: incoming, body }));
  });
  const agenciesPort = await listen(agencies);
  const urls = new Map(supergraph.agencies.map((code) => [code, `http://127.0.0.1:${agenciesPort}/${code}`]));
  let lines = '';
  const logger = pino({ base: null }, { write: (line) => (lines += line) });
  const client = createAgencyClient({ urls, timeoutMs: 30_000, logger, sign: null });
  const readToken = await createTokenReader(NO_IDENTITY.tokens, () => NOW);
  const asking = { operations: DEFAULT_OPERATION_SETTINGS, kept: NO_KEPT_OPERATIONS };
  const gateway = createGateway({
    ...servedGraph(supergraph, asking, logger),
    ...asking,
    client,
    readToken,
    requestTimeoutMs,
    answers: createAnswerCache(0, Date.now),
    door: DEFAULT_DOOR,
    logger,
  });
  const port = await listen(gateway);
  onTestFinished(async () => {
    gateway.closeAllConnections();
    agencies.closeAllConnections();
    gateway.close();
    agencies.close();
    await client.close();
  });
  return { port, asked, logged: () => lines };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Asks as a client that can go away. */
function post({ port }: SilentHouse, query: string) {
  const headers = { 'content-type': 'application/json' };
  const sending = request({ port, path: '/graphql', method: 'POST', headers });
  sending.on('error', () => undefined);
  sending.end(JSON.stringify({ query }));
  return sending;
}

describe('given a client that leaves before its answer', () => {
  it('when it has asked a question, then no agency works on it any more, and nothing is logged', async () => {
    const house = await givenSilentHouse();
    const leaving = post(
      house,
      '{ office { indicators { code } } inspection { indicators { code } } organisations { code } }',
    );
    await expect.poll(() => house.asked.length).toBe(2);

    leaving.destroy();

    await expect.poll(() => house.asked.map((one) => one.request.socket.destroyed)).toEqual([true, true]);
    expect(house.logged()).toBe('');
  });

  it('when it has sent a mutation, then that is made to its end', async () => {
    const house = await givenSilentHouse();
    const leaving = post(
      house,
      'mutation { submitInspectionFigures(key: "k", organisation: "ha-tinh-khoi", period: "2024-Q1") { submission { state } } }',
    );
    await expect.poll(() => house.asked.length).toBe(1);

    leaving.destroy();
    await once(post(house, '{ __typename }'), 'response');

    expect(house.asked[0]?.request.socket.destroyed).toBe(false);
  });
});

describe('given a limit for whole requests', () => {
  it('when agencies take longer together, then the answer comes without them', async () => {
    const house = await givenSilentHouse(300);

    const [response] = (await once(post(house, '{ office { indicators { code } } }'), 'response')) as [
      IncomingMessage,
    ];

    expect(JSON.parse(await text(response))).toMatchObject({
      data: { office: null },
      errors: [{ path: ['office'], extensions: { code: 'AGENCY_TIMEOUT', agency: 'office' } }],
    });
    expect(Number(house.asked[0]?.request.headers['x-deadline-ms'])).toBeLessThanOrEqual(300);
  });
});
