import type { IncomingMessage, ServerResponse } from 'node:http';

import type { DoorSettings } from './doorSettings.ts';

const PREFLIGHT_SECONDS = '600';

/** Sets what every answer has: what a browser may make of it, and whose pages may read it. */
export function setAnswerHeaders(
  { headers: { origin } }: IncomingMessage,
  response: ServerResponse,
  { corsOrigins, hstsSeconds }: DoorSettings,
): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  // The Playground, which is a page, says otherwise of itself.
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  if (hstsSeconds > 0) response.setHeader('strict-transport-security', `max-age=${hstsSeconds}`);
  if (corsOrigins.size === 0) return;
  response.setHeader('vary', 'origin');
  if (origin === undefined || !corsOrigins.has(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'etag, retry-after, x-operation-cost, x-request-id');
}

/** Whether a request only asks what may be asked; then it is answered. */
export function answerPreflight({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
  if (!isPreflight) return false;
  if (!response.hasHeader('access-control-allow-origin')) {
    response.writeHead(403).end();
    return true;
  }
  response
    .writeHead(204, {
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, if-none-match, x-request-id',
      'access-control-max-age': PREFLIGHT_SECONDS,
    })
    .end();
  return true;
}
