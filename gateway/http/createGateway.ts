import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { Logger } from 'pino';
import readRawBody, { type RawBodyError } from 'raw-body';

import { refusalOf, type TokenReader } from '../../schema/identity/index.ts';
import type { AgencyClient } from '../agencies/agencyClient.ts';
import { findPlaygroundFile } from '../playground/playground.ts';
import type { Supergraph } from '../supergraph.ts';
import { createGraphqlHandler } from './graphqlHandler.ts';
import { readHealth } from './health.ts';

/** A query and its variables are small; what is larger is refused with 413 before it is read to its end. */
const BODY_LIMIT = '1mb';

export interface GatewaySettings {
  readonly supergraph: Supergraph;
  readonly client: AgencyClient;
  /** Refuses a bad token before anything else of the request is looked at. */
  readonly readToken: TokenReader;
  readonly planCacheSize: number;
  readonly logger: Logger;
}

type Route = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> | void;

/** The gateway's HTTP server: `/graphql`, `/health/live`, `/health/ready`, `/playground`; `/` leads to the last. */
export function createGateway(settings: GatewaySettings): Server {
  const routes = createRoutes(settings);
  return createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    const route = routes.get(path) ?? servePlayground;
    Promise.resolve(route(request, response, path)).catch((error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal) {
        if (refusal.isOurs) settings.logger.warn(refusal.log, 'request refused');
        response.writeHead(refusal.status, refusal.headers).end(refusal.body);
        return;
      }
      // A body that is too large or breaks off is the client's doing; raw-body says which status it is worth.
      const { status = 500 } = error as Partial<RawBodyError>;
      if (status >= 500) settings.logger.error({ err: error }, 'request failed');
      if (!response.headersSent) response.writeHead(status, { connection: 'close' });
      response.end();
    });
  });
}

function createRoutes(settings: GatewaySettings): ReadonlyMap<string, Route> {
  const graphql = createGraphqlHandler(settings);
  const answerGraphql: Route = async (request, response) => {
    const { authorization } = request.headers;
    await settings.readToken(authorization);
    const posted =
      request.method === 'POST' ? await readRawBody(request, { encoding: 'utf8', limit: BODY_LIMIT }) : null;
    const [body, init] = await graphql({
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      headers: request.headers,
      body: posted,
      raw: request,
      context: { authorization },
    });
    // What one person may see must not come out of a cache for the next, on whatever way between us.
    const headers = { ...init.headers, 'cache-control': 'no-store' };
    response.writeHead(init.status, init.statusText, headers).end(body);
  };
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

const servePlayground: Route = async (_request, response, path) => {
  const file = await findPlaygroundFile(path);
  if (file) response.writeHead(200, file.headers).end(file.body);
  else response.writeHead(404).end();
};

function sendJson(response: ServerResponse, value: unknown): void {
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}
