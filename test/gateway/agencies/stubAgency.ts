import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { pino } from 'pino';
import { onTestFinished } from 'vitest';

import { createAgencyClient, type AgencyClient } from '../../../gateway/agencies/agencyClient.ts';
import type { LineLimits } from '../../../gateway/agencies/lineLimits.ts';

export const REQUEST = { agency: 'inspection', query: '{ a }', variables: { b: 1 } };
export const MUTATION = { ...REQUEST, operationKind: 'mutation' } as const;

/** A client of one agency, and what it logs. */
export interface StubClient {
  readonly client: AgencyClient;
  /** All lines so far, one JSON object each. */
  readonly logged: () => string;
}

interface HowToAsk {
  readonly timeoutMs?: number;
  readonly limits?: Partial<LineLimits>;
  readonly now?: () => number;
}

/** Listens on a free port until the test has finished. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

export function clientOf(
  url: string,
  { timeoutMs = 2000, limits = {}, now = Date.now }: HowToAsk = {},
): StubClient {
  let lines = '';
  const logger = pino({ base: null, timestamp: false }, { write: (line) => (lines += line) });
  const urls = new Map([['inspection', url]]);
  const client = createAgencyClient({ urls, timeoutMs, logger, sign: null, limits, now });
  onTestFinished(() => void client.close());
  return { client, logged: () => lines };
}

/** The same for an agency that answers so. */
export async function clientOfHttp(
  answer: RequestListener,
  { path = '/graphql', ...how }: HowToAsk & { readonly path?: string } = {},
): Promise<StubClient> {
  const server = createServer(answer);
  onTestFinished(() => server.closeAllConnections());
  return clientOf(`http://127.0.0.1:${await listen(server)}${path}`, how);
}

/** The same for a program that does so with each connection as soon as something has come. */
export async function clientOfTcp(answer: (socket: Socket) => void, how?: HowToAsk): Promise<StubClient> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('data', () => answer(socket));
  });
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  return clientOf(`http://127.0.0.1:${await listen(server)}/graphql`, how);
}
