import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { Logger } from 'pino';
import readRawBody, { type RawBodyError } from 'raw-body';

import {
  catalogued,
  httpRefusalOf,
  internalRefusal,
  type HttpRefusal,
} from '../../../schema/errors/index.ts';
import { assertJson, readDeadline, readRequestId, refusalOf } from '../../../schema/identity/index.ts';
import { NO_TRACING, tellRefusal } from '../../../schema/running/index.ts';
import {
  BODY_LIMIT_BYTES,
  formatPresent,
  parsePresent,
  PRESENT_HEADER,
  type Present,
  type Principal,
} from '../../../schema/values/index.ts';
import type { AgencyContext } from '../graph/context.ts';
import { createAgencyFigures } from '../observing/agencyFigures.ts';
import { createAgencyObserver } from '../observing/agencyObserver.ts';
import type { PresentReader } from '../reading/present.ts';
import type { Admission } from './admission.ts';

/**
 * What is larger is refused with 413. Twice what the gateway takes from clients: what it makes of their bodies may be
 * longer, with the defaults of inputs told, and it also sends on the facts of several sections at once.
 */
const AGENCY_BODY_LIMIT_BYTES = 2 * BODY_LIMIT_BYTES;

/**
 * Makes the context of a request of who asks; the second is what others call the request, null where they do not say.
 * The signal is aborted when nobody waits for the answer any more: they have left, or the time they gave has passed.
 */
export type ContextOf = (
  principal: Principal | null,
  requestId: string | null,
  signal: AbortSignal,
) => AgencyContext;

/** An HTTP server that answers GraphQL at `/graphql`, how it runs at `/metrics`, and nothing elsewhere. */
export function createAgencyServer(
  apollo: ApolloServer<AgencyContext>,
  context: ContextOf,
  admit: Admission,
  presents: PresentReader,
  logger: Logger,
  observer = createAgencyObserver(createAgencyFigures(), NO_TRACING, logger),
): Server {
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/metrics') {
      const { contentType } = observer.figures;
      response.writeHead(200, { 'content-type': contentType }).end(await observer.figures.text());
      return;
    }
    observer.see(readRequestId(request.headers), request.headers.traceparent, response);
    await inTime(request, response, (signal) =>
      answer(apollo, (...who) => context(...who, signal), admit, presents, request, response, signal),
    );
  };
  const failureOf = (error: unknown): HttpRefusal =>
    internalRefusal(error, randomUUID, (id, err) => logger.error({ id, err }, 'request failed'));
  return createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      const stranger = refusalOf(error);
      // What the operator has to look after: keys or clocks that differ, keys that cannot be had, strangers.
      if (stranger?.isOurs) logger.warn(stranger.log, 'request refused');
      const refusal = stranger ?? httpRefusalOf(error) ?? failureOf(error);
      if (response.headersSent) response.end();
      else tellRefusal(request, response, refusal);
    });
  });
}

/**
 * Answers as long as somebody waits for it. @throws DEADLINE_PASSED as soon as the time that the request gives is over:
 * who has waited so long is told at once, whatever the store is still busy with.
 */
async function inTime(
  { headers }: IncomingMessage,
  response: ServerResponse,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const ending = new AbortController();
  const end = (): void => ending.abort(catalogued('DEADLINE_PASSED', {}));
  const left = readDeadline(headers);
  const timer = left === null ? undefined : setTimeout(end, left);
  response.once('close', end);
  const over = new Promise<never>((_resolve, reject) => {
    ending.signal.addEventListener('abort', () => reject(ending.signal.reason as Error), { once: true });
  });
  try {
    await Promise.race([work(ending.signal), over]);
  } finally {
    clearTimeout(timer);
    response.off('close', end);
  }
}

async function answer(
  apollo: ApolloServer<AgencyContext>,
  context: (principal: Principal | null, requestId: string | null) => AgencyContext,
  admit: Admission,
  presents: PresentReader,
  request: IncomingMessage,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const [path, ...query] = request.url?.split('?') ?? [];
  if (path !== '/graphql') throw catalogued('PATH_UNKNOWN', {});
  if (request.method === 'POST') assertJson(request.headers);
  const body = await readBody(request);
  const principal = await admit(request, body);
  const requestId = readRequestId(request.headers);
  const present = await readPresent(request, presents);
  if (present) response.setHeader(PRESENT_HEADER, formatPresent(present.now));
  if (present?.isUnchanged) {
    response.writeHead(304).end();
    return;
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method?.toUpperCase() ?? 'GET',
      headers,
      search: query.length === 0 ? '' : `?${query.join('?')}`,
      body: parseBody(new TextDecoder().decode(body)),
    },
    context: () => Promise.resolve(context(principal, requestId)),
  });
  // It may have been told already that its time is over.
  signal.throwIfAborted();
  response.writeHead(statusOf(result), Object.fromEntries(result.headers));
  if (result.body.kind === 'complete') {
    response.end(result.body.string);
    return;
  }
  for await (const chunk of result.body.asyncIterator) response.write(chunk);
  response.end();
}

/** @throws BODY_TOO_LARGE before any of it is read where its length is told; BODY_NOT_READABLE. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const limit = AGENCY_BODY_LIMIT_BYTES;
  try {
    return await readRawBody(request, { limit, length: request.headers['content-length'] ?? null });
  } catch (cause) {
    if ((cause as Partial<RawBodyError>).status === 413)
      throw catalogued('BODY_TOO_LARGE', { limit }, { cause });
    throw catalogued('BODY_NOT_READABLE', { reason: 'it breaks off' }, { cause });
  }
}

/** What is wrong with the question, not with the request that brings it. */
const QUESTION_ERROR = /"code":"(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)"/;

/**
 * As GraphQL over HTTP has it: whoever takes `application/json` may know nothing of GraphQL, and is told what is wrong with
 * a question in an answer, 200. Apollo Server says 400.
 */
function statusOf({ status = 200, headers, body }: HTTPGraphQLResponse): number {
  const isPlain = headers.get('content-type')?.startsWith('application/json') ?? false;
  const isQuestion = status === 400 && body.kind === 'complete' && QUESTION_ERROR.test(body.string);
  return isPlain && isQuestion ? 200 : status;
}

/** What the gateway asks of the present: what it is, and whether what it has kept is still true; null where it asks nothing. */
async function readPresent(
  { headers }: IncomingMessage,
  presents: PresentReader,
): Promise<{ readonly now: Present; readonly isUnchanged: boolean } | null> {
  const sent = headers[PRESENT_HEADER];
  const asked = typeof sent === 'string' ? parsePresent(sent) : null;
  const now = asked && (await presents.reaching(asked.until));
  return now && { now, isUnchanged: asked.from === now.from };
}

/** The parsed JSON body; what is not JSON goes on as text, which the GraphQL server refuses with its own words. */
function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** Listens, or throws. @throws PORT_TAKEN when another program has the port. */
export function listen(
  server: Server,
  { port, host, variable }: { port: number; host: string; variable: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? catalogued('PORT_TAKEN', { port, variable }, { cause: error }) : error,
      );
    });
    server.listen(port, host, resolve);
  });
}
