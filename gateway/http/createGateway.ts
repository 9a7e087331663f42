import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { Logger } from 'pino';

import {
  catalogued,
  faultOf,
  httpRefusalOf,
  internalRefusal,
  type HttpRefusal,
} from '../../schema/errors/index.ts';
import {
  readRequestId,
  refusalOf,
  REQUEST_ID_HEADER,
  type TokenReader,
} from '../../schema/identity/index.ts';
import { tellRefusal } from '../../schema/running/index.ts';
import type { AgencyClient } from '../agencies/agencyClient.ts';
import type { AnswerCache } from '../caching/answerCache.ts';
import type { ServedGraphs } from '../graphs/servedGraphs.ts';
import type { Observer } from '../observing/requestRecord.ts';
import type { KeptOperations } from '../operations/manifest.ts';
import type { OperationSettings } from '../operations/operationSettings.ts';
import { findPlaygroundFile } from '../playground/playground.ts';
import { createGraphqlRoute } from './answerGraphql.ts';
import { answerPreflight, setAnswerHeaders } from './door/answerHeaders.ts';
import type { DoorSettings } from './door/doorSettings.ts';
import { createHealthReader } from './health.ts';

export interface GatewaySettings {
  readonly graphs: ServedGraphs;
  readonly client: AgencyClient;
  /** Refuses a bad token before anything else of the request is looked at. */
  readonly readToken: TokenReader;
  readonly answers: AnswerCache;
  /** How long a question may take; left out, as long as it takes. */
  readonly requestTimeoutMs?: number;
  readonly operations: OperationSettings;
  readonly kept: KeptOperations;
  readonly door: DoorSettings;
  readonly observer: Observer;
  /** Whether the gateway is about to end: then it is not ready, and asks clients to connect anew elsewhere. */
  readonly isStopping: () => boolean;
  readonly logger: Logger;
}

/** Where a request goes to, and what it is called in all logs. */
export interface Called {
  readonly path: string;
  readonly requestId: string;
}

export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  called: Called,
) => Promise<void> | void;

/**
 * The gateway's HTTP server: `/graphql`, `/health/live`, `/health/ready`, `/metrics`, `/playground`; `/` leads to the
 * last.
 */
export function createGateway(settings: GatewaySettings): Server {
  const { door } = settings;
  const routes = createRoutes(settings);
  const limits = {
    maxHeaderSize: door.headerBytes,
    requestTimeout: door.receiveTimeoutMs,
    headersTimeout: door.receiveTimeoutMs,
    connectionsCheckingInterval: Math.min(1000, door.receiveTimeoutMs),
  };
  const failureOf = (error: unknown, requestId: string): HttpRefusal =>
    internalRefusal(error, randomUUID, (id, err) =>
      settings.logger.error({ id, requestId, err }, 'request failed'),
    );
  return createServer(limits, (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    const route = routes.get(path) ?? servePlayground;
    const requestId = readRequestId(request.headers) ?? randomUUID();
    response.setHeader(REQUEST_ID_HEADER, requestId);
    if (settings.isStopping()) response.setHeader('connection', 'close');
    setAnswerHeaders(request, response, door);
    if (answerPreflight(request, response)) return;
    Promise.resolve(route(request, response, { path, requestId })).catch((error: unknown) => {
      const untrusted = refusalOf(error);
      if (untrusted?.isOurs) settings.logger.warn({ requestId, ...untrusted.log }, 'request refused');
      settings.observer.figures.refused(faultOf(error)?.code ?? 'INTERNAL');
      const refusal = untrusted ?? httpRefusalOf(error) ?? failureOf(error, requestId);
      if (response.headersSent) response.end();
      else tellRefusal(request, response, refusal);
    });
  });
}

function createRoutes(settings: GatewaySettings): ReadonlyMap<string, Route> {
  const answerGraphql = createGraphqlRoute(settings);
  const { graphs, client, observer, isStopping } = settings;
  const readHealth = createHealthReader(graphs, client);
  return new Map<string, Route>([
    ['/graphql', answerGraphql],
    ['/health/live', (_request, response) => sendJson(response, { status: 'live' })],
    [
      '/health/ready',
      async (_request, response) => {
        const health = await readHealth(isStopping());
        sendJson(response, health, health.status === 'ready' ? 200 : 503);
      },
    ],
    [
      '/metrics',
      async (_request, response) => {
        const { contentType } = observer.figures;
        response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' });
        response.end(await observer.figures.text());
      },
    ],
    ['/', (_request, response) => void response.writeHead(302, { location: '/playground' }).end()],
  ]);
}

const servePlayground: Route = async (_request, response, { path }) => {
  const file = await findPlaygroundFile(path);
  if (file) response.writeHead(200, file.headers).end(file.body);
  else throw catalogued('PATH_UNKNOWN', {});
};

function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}
