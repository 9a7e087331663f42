import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { text } from 'node:stream/consumers';

import { pino } from 'pino';

import { createAgencyClient } from '../../../gateway/agencies/agencyClient.ts';
import { createAnswerCache } from '../../../gateway/caching/answerCache.ts';
import { createGateway } from '../../../gateway/http/createGateway.ts';
import { DEFAULT_DOOR, type DoorSettings } from '../../../gateway/http/door/doorSettings.ts';
import { NO_KEPT_OPERATIONS, type KeptOperations } from '../../../gateway/operations/manifest.ts';
import {
  DEFAULT_OPERATION_SETTINGS,
  type OperationSettings,
} from '../../../gateway/operations/operationSettings.ts';
import type { Supergraph } from '../../../gateway/supergraph.ts';
import { createRequestSigner, createTokenReader } from '../../../schema/identity/index.ts';
import { NO_IDENTITY, NOW } from '../../support/identity.ts';
import { servedGraph } from './servedGraph.ts';

export interface StubHouse {
  /** Where the gateway answers, such as `http://127.0.0.1:40001`. */
  readonly address: string;
  /** The clock by which the gateway keeps answers, in milliseconds; it stands still. */
  readonly clock: { now: number };
  /** What the gateway has logged since it was asked the last time. */
  logged(): string;
  stop(): Promise<void>;
}

/** How a house is set up otherwise than where nothing is set. */
interface Setup {
  readonly operations?: Partial<OperationSettings>;
  readonly door?: Partial<DoorSettings>;
  readonly kept?: KeptOperations;
  /** Room for whole answers; none where left out. */
  readonly cacheBytes?: number;
  /** What takes longer is logged as slow; 1000 where left out. */
  readonly slowReportMs?: number;
  /** What is logged; from info on where left out. */
  readonly level?: string;
}

interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The request that a question came with, as the agency has got it. */
interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** A gateway in this process, and one HTTP server that answers for all of its agencies. */
export async function startStubHouse(
  supergraph: Supergraph,
  answer: (agency: string, question: Question, received: Received) => unknown,
  { tokens, gatewayKeys } = NO_IDENTITY,
  {
    operations = {},
    door,
    kept = NO_KEPT_OPERATIONS,
    cacheBytes = 0,
    slowReportMs = 1000,
    level = 'info',
  }: Setup = {},
): Promise<StubHouse> {
  const clock = { now: NOW };
  const agencies = createServer((request, response) => {
    void text(request).then(async (body) => {
      const { headers, method = '', url: path = '' } = request;
      const question = JSON.parse(body) as Question;
      const said = await answer(agencyOf(request), question, { headers, method, path, body });
      response.end(JSON.stringify(said));
    });
  });
  const agenciesAddress = await listen(agencies);
  let lines = '';
  const logger = pino({ base: null, level }, { write: (line) => (lines += line) });
  const urls = new Map(supergraph.agencies.map((code) => [code, `${agenciesAddress}/${code}`]));
  const client = createAgencyClient({
    urls,
    timeoutMs: 2000,
    logger,
    sign: createRequestSigner(gatewayKeys, () => NOW),
  });
  const readToken = await createTokenReader(tokens, () => NOW);
  const answers = createAnswerCache(cacheBytes, () => clock.now);
  const asking = { operations: { ...DEFAULT_OPERATION_SETTINGS, ...operations }, kept };
  const gateway = createGateway({
    ...servedGraph(supergraph, asking, logger, slowReportMs),
    ...asking,
    client,
    readToken,
    door: { ...DEFAULT_DOOR, ...door },
    answers,
    logger,
  });
  return {
    clock,
    address: await listen(gateway),
    logged() {
      const now = lines;
      lines = '';
      return now;
    },
    async stop() {
      gateway.closeAllConnections();
      await once(gateway.close(), 'close');
      await client.close();
      agencies.closeAllConnections();
      await once(agencies.close(), 'close');
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function agencyOf(request: IncomingMessage): string {
  return (request.url ?? '').slice(1);
}
