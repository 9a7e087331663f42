import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { Logger } from 'pino';

import {
  readRequestId,
  refusalOf,
  REQUEST_ID_HEADER,
  type TokenReader,
} from '../../schema/identity/index.ts';
import type { AgencyClient } from '../agencies/agencyClient.ts';
import type { AnswerCache } from '../caching/answerCache.ts';
import type { KeptOperations } from '../operations/manifest.ts';
import type { OperationSettings } from '../operations/operationSettings.ts';
import { findPlaygroundFile } from '../playground/playground.ts';
import type { Supergraph } from '../supergraph.ts';
import { createGraphqlRoute } from './answerGraphql.ts';
import { answerPreflight, setAnswerHeaders } from './door/answerHeaders.ts';
import { doorRefusalOf } from './door/doorRefusal.ts';
import type { DoorSettings } from './door/doorSettings.ts';
import { readHealth } from './health.ts';

export interface GatewaySettings {
  readonly supergraph: Supergraph;
  readonly client: AgencyClient;
  /** Refuses a bad token before anything else of the request is looked at. */
  readonly readToken: TokenReader;
  readonly planCacheSize: number;
  readonly answers: AnswerCache;
  /** How long a question may take; left out, as long as it takes. */
  readonly requestTimeoutMs?: number;
  readonly operations: OperationSettings;
  readonly kept: KeptOperations;
  readonly door: DoorSettings;
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

/** The gateway's HTTP server: `/graphql`, `/health/live`, `/health/ready`, `/playground`; `/` leads to the last. */
export function createGateway(settings: GatewaySettings): Server {
  const { door } = settings;
  const routes = createRoutes(settings);
  const limits = {
    maxHeaderSize: door.headerBytes,
    requestTimeout: door.receiveTimeoutMs,
    headersTimeout: door.receiveTimeoutMs,
    connectionsCheckingInterval: Math.min(1000, door.receiveTimeoutMs),
  };
  return createServer(limits, (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    const route = routes.get(path) ?? servePlayground;
    const requestId = readRequestId(request.headers) ?? randomUUID();
    response.setHeader(REQUEST_ID_HEADER, requestId);
    setAnswerHeaders(request, response, door);
    if (answerPreflight(request, response)) return;
    Promise.resolve(route(request, response, { path, requestId })).catch((error: unknown) => {
      const untrusted = refusalOf(error);
      if (untrusted?.isOurs) settings.logger.warn({ requestId, ...untrusted.log }, 'request refused');
      const refusal = untrusted ?? doorRefusalOf(error);
      if (refusal) {
        response.writeHead(refusal.status, refusal.headers).end(refusal.body);
        return;
      }
      settings.logger.error({ requestId, err: error }, 'request failed');
      if (!response.headersSent) response.writeHead(500, { connection: 'close' });
      response.end();
    });
  });
}

function createRoutes(settings: GatewaySettings): ReadonlyMap<string, Route> {
  const answerGraphql = createGraphqlRoute(settings);
  const { agencies } = settings.supergraph;
  return new Map<string, Route>([
    ['/graphql', answerGraphql],
    ['/health/live', (_request, response) => sendJson(response, { status: 'live' })],
    [
      '/health/ready',
      async (_request, response) => sendJson(response, await readHealth(agencies, settings.client)),
    ],
    ['/', (_request, response) => void response.writeHead(302, { location: '/playground' }).end()],
  ]);
}

const servePlayground: Route = async (_request, response, { path }) => {
  const file = await findPlaygroundFile(path);
  if (file) response.writeHead(200, file.headers).end(file.body);
  else response.writeHead(404).end();
};

function sendJson(response: ServerResponse, value: unknown): void {
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}
