import type { IncomingMessage, ServerResponse } from 'node:http';

import type { HttpRefusal } from '../errors/index.ts';

/** How long what is still to come of a refused request is read, and thrown away. */
const LINGER_MS = 5000;

/**
 * Answers a request that is not let in. The connection stays open as long as its body comes: one that is closed with
 * something unread is reset, and the client may then never see the answer.
 */
export function tellRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: HttpRefusal,
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  if (request.complete) {
    response.end(body);
    return;
  }
  response.write(body);
  const end = (): void => {
    clearTimeout(lingering);
    response.end();
  };
  const lingering = setTimeout(end, LINGER_MS);
  request.once('end', end).once('close', end).resume();
}
