import type { IncomingMessage } from 'node:http';

import { catalogued } from '../../../schema/errors/index.ts';

/** Types that a page may send anywhere without asking first. */
const SIMPLE_TYPES = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];

/** With one of these a browser asks first, and is told no. */
const ASKED_FOR = ['authorization', 'x-request-id', 'x-apollo-operation-name', 'apollo-require-preflight'];

/**
 * Passes what no page of another site can have sent in the name of who looks at it. Programs are not asked for a
 * header: nobody can forge a request through them.
 * @throws REQUEST_MAY_BE_FORGED otherwise.
 */
export function assertNotForged({ method, headers }: IncomingMessage, trusted: ReadonlySet<string>): void {
  if (method === 'OPTIONS' || ASKED_FOR.some((name) => headers[name] !== undefined)) return;
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  const isSimple = type === '' || SIMPLE_TYPES.includes(type.trim().toLowerCase());
  if (!isSimple || !isOfBrowser(headers)) return;
  if (headers.origin !== undefined && trusted.has(headers.origin)) return;
  // A page of ours, or a person who has entered the address; pages cannot set this header.
  if (['same-origin', 'none'].includes(String(headers['sec-fetch-site']))) return;
  throw catalogued('REQUEST_MAY_BE_FORGED', {});
}

/** All browsers call themselves so. Most also say where the page comes from, but not all, and not to all addresses. */
function isOfBrowser({ 'user-agent': agent = '', ...headers }: IncomingMessage['headers']): boolean {
  const says = ['origin', 'referer', 'sec-fetch-site'].some((name) => headers[name] !== undefined);
  return says || agent.startsWith('Mozilla/');
}
