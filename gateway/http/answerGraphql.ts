import type { IncomingMessage, ServerResponse } from 'node:http';

import readRawBody from 'raw-body';

import { BODY_LIMIT_BYTES, type Principal } from '../../schema/values/index.ts';
import type { Caller } from '../agencies/agencyClient.ts';
import { createAnswer, type AnswerPlace, type KeptAnswer } from '../caching/answerCache.ts';
import { printJson } from '../execution/index.ts';
import type { Called, GatewaySettings, Route } from './createGateway.ts';
import { createGraphqlHandler, type Exchange } from './graphqlHandler.ts';

/**
 * Whoever may send figures has a token, and may send {@link BODY_LIMIT_BYTES}; a question and its variables are small.
 * What is larger is refused with 413 before it is read to its end, or at all where its length is told.
 */
const QUESTION_LIMIT_BYTES = 1024 * 1024;

/** Shorter answers are sent as they are: compressed they would hardly be shorter. */
const COMPRESSED_FROM_BYTES = 1024;

/** What has come of a request. */
interface Answered {
  readonly answer: KeptAnswer;
  readonly cache: 'hit' | 'miss' | 'none';
}

/** Answers GraphQL over HTTP, from what is kept where it was asked before. */
export function createGraphqlRoute(settings: GatewaySettings): Route {
  const answer = createAnswerer(settings);
  return async (request, response, { requestId }: Called) => {
    const principal = await settings.readToken(request.headers.authorization);
    const body = request.method === 'POST' ? await readBody(request, principal !== null) : null;
    const { authorization } = request.headers;
    const { requestTimeoutMs = Infinity } = settings;
    const deadline = Date.now() + requestTimeoutMs;
    const caller: Caller = { authorization, requestId, signal: signalOfLeaving(response), deadline };
    const answered = await answer(request, { body, principal, caller });
    await send(request, response, answered, principal);
    settings.logger.debug({ requestId, status: response.statusCode, cache: answered.cache }, 'answered');
  };
}

function createAnswerer(settings: GatewaySettings) {
  const graphql = createGraphqlHandler(settings);
  return async (
    request: IncomingMessage,
    asked: { readonly body: string | null; readonly principal: Principal | null; readonly caller: Caller },
  ): Promise<Answered> => {
    const { method = 'GET', url = '/', headers } = request;
    const { body, principal, caller } = asked;
    const place = placeOf(settings, request, body, principal);
    const kept = place?.find();
    if (kept) return { answer: kept, cache: 'hit' };
    const exchange: Exchange = { caller, whole: null };
    const raw = { method, url, headers, body, raw: request, context: { exchange } };
    const [printed, { status, headers: written }] = await graphql(raw);
    const { whole } = exchange;
    const answer = createAnswer({
      status,
      headers: { ...written },
      text: whole ? `{"data":${printJson(whole.data)}}` : (printed ?? ''),
      isFixed: whole?.isFixed ?? false,
    });
    if (!place || !whole?.isQuery) return { answer, cache: 'none' };
    place.keep(answer);
    return { answer, cache: 'miss' };
  };
}

/** Where the answer to a request may be kept; null for whoever works with figures, and has to see at once what was done. */
function placeOf(
  { answers }: GatewaySettings,
  { method, url, headers }: IncomingMessage,
  body: string | null,
  principal: Principal | null,
): AnswerPlace | null {
  const grants = principal?.grants ?? [];
  if ((method !== 'GET' && method !== 'POST') || grants.some(({ role }) => role !== 'READER')) return null;
  const rights = principal && grants;
  return answers.place(
    JSON.stringify([rights, method, headers.accept, headers['content-type'], body ?? url]),
  );
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
    vary: 'accept, accept-encoding, authorization',
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
  { isFixed, etag }: KeptAnswer,
  cache: Answered['cache'],
  principal: Principal | null,
): { readonly 'cache-control': string; readonly etag?: string } {
  if (method !== 'GET' || cache === 'none') return { 'cache-control': 'no-store' };
  const whose = principal === null ? 'public' : 'private';
  return { 'cache-control': isFixed ? `${whose}, max-age=31536000, immutable` : `${whose}, no-cache`, etag };
}

function isKnown({ headers }: IncomingMessage, etag: string): boolean {
  const known = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known?.some((tag) => tag === etag || tag === '*') ?? false;
}

function takesGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0+)?(,|$))/.test(headers['accept-encoding']?.toString() ?? '');
}

/** Aborted when nobody waits for the response any more: the client has left, or has it. */
function signalOfLeaving(response: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  if (response.closed) leaving.abort();
  response.once('close', () => leaving.abort());
  return leaving.signal;
}

function readBody(request: IncomingMessage, hasToken: boolean): Promise<string> {
  return readRawBody(request, {
    encoding: 'utf8',
    limit: hasToken ? BODY_LIMIT_BYTES : QUESTION_LIMIT_BYTES,
    length: request.headers['content-length'] ?? null,
  });
}
