import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Principal } from '../../schema/values/index.ts';
import type { Caller } from '../agencies/agencyClient.ts';
import { createAnswer, type AnswerPlace, type KeptAnswer } from '../caching/answerCache.ts';
import { printData } from '../execution/index.ts';
import type { Graph } from '../graphs/readGraph.ts';
import { readOccupancyWhenAsked, type CacheUse } from '../observing/gatewayFigures.ts';
import { createAdmission } from './door/admission.ts';
import { createDoor } from './door/createDoor.ts';
import type { Called, GatewaySettings, Route } from './createGateway.ts';
import { createGraphqlHandler, type Exchange } from './graphqlHandler.ts';

/** Shorter answers are sent as they are: compressed they would hardly be shorter. */
const COMPRESSED_FROM_BYTES = 1024;

/** What has come of a request. */
interface Answered {
  readonly answer: KeptAnswer;
  readonly cache: CacheUse;
}

/** Answers GraphQL over HTTP, from what is kept where it was asked before. */
export function createGraphqlRoute(settings: GatewaySettings): Route {
  const answer = createAnswerer(settings);
  const admission = createAdmission(settings.door);
  readOccupancyWhenAsked(settings.observer.figures, admission.occupancy);
  const letIn = createDoor(settings.door, settings.readToken, admission);
  return async (request, response, { requestId }: Called) => {
    const record = settings.observer.begin(requestId, request.headers.traceparent?.toString());
    response.once('close', () => record.answered(response.writableFinished ? response.statusCode : null));
    const guest = await letIn(request, response);
    if (!guest) return;
    const { body, principal } = guest;
    const { authorization } = request.headers;
    const { requestTimeoutMs = Infinity } = settings;
    const deadline = Date.now() + requestTimeoutMs;
    let leaving: AbortSignal | null = null;
    const caller: Caller = {
      authorization,
      requestId,
      deadline,
      // Made when an agency is asked: an answer that is kept has been sent before anybody can leave.
      get signal() {
        return (leaving ??= signalOfLeaving(response));
      },
    };
    const tell = (header: string, value: string): void => void response.setHeader(header, value);
    const answered = await answer(request, { body, principal, caller, tell, record });
    record.from(answered.cache);
    await send(request, response, answered, principal);
    guest.done();
  };
}

/** A request that was let in. */
type Asked = Pick<Exchange, 'principal' | 'caller' | 'tell' | 'record'> & { readonly body: string | null };

function createAnswerer(settings: GatewaySettings) {
  const handlers = new WeakMap<Graph, ReturnType<typeof createGraphqlHandler>>();
  const handlerOf = (graph: Graph): ReturnType<typeof createGraphqlHandler> => {
    const handler = handlers.get(graph) ?? createGraphqlHandler({ ...settings, graph });
    handlers.set(graph, handler);
    return handler;
  };
  const answer = async (
    request: IncomingMessage,
    { body, ...asked }: Asked,
    graph: Graph,
  ): Promise<Answered> => {
    const { method = 'GET', url = '/', headers } = request;
    const place = placeOf(settings, request, body, asked.principal, graph);
    const kept = place?.find();
    if (kept) return { answer: kept, cache: 'hit' };
    const exchange: Exchange = { ...asked, whole: null };
    const raw = { method, url, headers, body, raw: request, context: { exchange } };
    const [printed, { status, headers: written }] = await handlerOf(graph)(raw);
    const { whole } = exchange;
    const made = createAnswer({
      status,
      headers: { ...written },
      body: whole ? printData(whole.data) : Buffer.from(printed ?? ''),
      isFixed: whole?.isFixed ?? false,
    });
    if (!place || !whole?.isQuery) return { answer: made, cache: 'none' };
    place.keep(made);
    return { answer: made, cache: 'miss' };
  };
  return (request: IncomingMessage, asked: Asked): Promise<Answered> =>
    settings.graphs.use((graph) => answer(request, asked, graph));
}

/** Where the answer to a request may be kept; null for whoever works with figures, and has to see at once what was done. */
function placeOf(
  { answers }: GatewaySettings,
  { method, url, headers }: IncomingMessage,
  body: string | null,
  principal: Principal | null,
  { hash }: Graph,
): AnswerPlace | null {
  const grants = principal?.grants ?? [];
  if ((method !== 'GET' && method !== 'POST') || grants.some(({ role }) => role !== 'READER')) return null;
  const rights = principal && grants;
  // Another graph may answer the same question otherwise. No header holds a line break, so the body needs no quotes.
  const { accept, 'content-type': type } = headers;
  return answers.place([hash, JSON.stringify(rights), method, accept, type, body ?? url].join('\n'));
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { answer, cache }: Answered,
  principal: Principal | null,
): Promise<void> {
  const headers = {
    ...answer.headers,
    ...freshness(request, answer, cache, principal),
    vary: [response.getHeader('vary'), 'accept, accept-encoding, authorization'].filter(Boolean).join(', '),
    'x-cache': cache,
  };
  if (headers.etag !== undefined && isKnown(request, headers.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const isCompressed = answer.body.length >= COMPRESSED_FROM_BYTES && takesGzip(request);
  const sent = isCompressed ? await answer.gzipped() : answer.body;
  const encoding = isCompressed && { 'content-encoding': 'gzip' };
  response.writeHead(answer.status, { ...headers, ...encoding, 'content-length': sent.length }).end(sent);
}

/**
 * What caches on the way may do with an answer. Only whole answers to GET may be kept at all, by everybody where nobody in
 * particular has asked, and unasked where they are true for ever.
 */
function freshness(
  { method }: IncomingMessage,
  answer: KeptAnswer,
  cache: Answered['cache'],
  principal: Principal | null,
): { readonly 'cache-control': string; readonly etag?: string } {
  if (method !== 'GET' || cache === 'none') return { 'cache-control': 'no-store' };
  const whose = principal === null ? 'public' : 'private';
  const howLong = answer.isFixed ? 'max-age=31536000, immutable' : 'no-cache';
  // Made here, where it is told: it takes a look at the whole body.
  return { 'cache-control': `${whose}, ${howLong}`, etag: answer.etag };
}

function isKnown({ headers }: IncomingMessage, etag: string): boolean {
  const known = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known?.some((tag) => tag === etag || tag === '*') ?? false;
}

function takesGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0+)?(,|$))/.test(headers['accept-encoding']?.toString() ?? '');
}

/** One for all: every response closes, and an error of its own, with its stack, would be the dearest part of a short one. */
const NOBODY_WAITS = new DOMException('Nobody waits for the answer any more.', 'AbortError');

/** Aborted when nobody waits for the response any more: the client has left, or has it. */
function signalOfLeaving(response: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  if (response.closed) leaving.abort(NOBODY_WAITS);
  response.once('close', () => leaving.abort(NOBODY_WAITS));
  return leaving.signal;
}
