import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { Logger } from 'pino';
import type { RawBodyError } from 'raw-body';

import {
  readRequestId,
  refusalOf,
  REQUEST_ID_HEADER,
  type TokenReader,
} from '../../schema/identity/index.ts';
import type { AgencyClient } from '../agencies/agencyClient.ts';
import type { AnswerCache } from '../caching/answerCache.ts';
import { findPlaygroundFile } from '../playground/playground.ts';
import type { Supergraph } from '../supergraph.ts';
import { createGraphqlRoute } from './answerGraphql.ts';
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
  const routes = createRoutes(settings);
  return createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    const route = routes.get(path) ?? servePlayground;
    const requestId = readRequestId(request.headers) ?? randomUUID();
    response.setHeader(REQUEST_ID_HEADER, requestId);
    Promise.resolve(route(request, response, { path, requestId })).catch((error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal) {
        if (refusal.isOurs) settings.logger.warn({ requestId, ...refusal.log }, 'request refused');
        response.writeHead(refusal.status, refusal.headers).end(refusal.body);
        return;
      }
      // A body that is too large or breaks off is the client's doing; raw-body says which status it is worth.
      const { status = 500 } = error as Partial<RawBodyError>;
      if (status >= 500) settings.logger.error({ requestId, err: error }, 'request failed');
      if (!response.headersSent) response.writeHead(status, { connection: 'close' });
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
