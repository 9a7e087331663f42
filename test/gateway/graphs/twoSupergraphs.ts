import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@inaccessible"])';

/** Office's report, and the one other agency that says its second figure. `note` makes the text another one. */
export function supergraphWith(other: string, note = ''): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries({
      office: `${LINK}
        type Query { "${note}" report: Report }
        type Report @key(fields: "id") { id: ID! first: Int }`,
      [other]: `${LINK}
        type Report @key(fields: "id") { id: ID! second: Int }`,
    }).map(([name, typeDefs]) => ({ name, typeDefs: parse(typeDefs), url: `http://${name}` })),
  );
  if (supergraphSdl === undefined) throw new Error(JSON.stringify(errors));
  return supergraphSdl;
}

export const QUERY = 'query Report { report { id first second } }';

export function hashOf(sdl: string): string {
  return createHash('sha256').update(sdl).digest('hex');
}

export interface StubAgencies {
  /** Address of an agency. */
  url(agency: string): string;
  /** Who was asked, in order. */
  readonly asked: { readonly agency: string; readonly headers: IncomingHttpHeaders }[];
  /** Connections that are open to the agency now. */
  connections(agency: string): number;
  stop(): Promise<void>;
}

/** Agencies that answer {@link QUERY}, each on a port of its own; `pauseMs` of each before its answer. */
export async function startAgencies(pauses: Readonly<Record<string, number>>): Promise<StubAgencies> {
  const asked: StubAgencies['asked'] = [];
  const counts = new Map<string, number>();
  const servers = new Map<string, Server>();
  for (const [agency, pauseMs] of Object.entries(pauses)) {
    const server = createServer((request, response) => {
      asked.push({ agency, headers: request.headers });
      void text(request).then(async (body) => {
        await delay(pauseMs);
        response.setHeader('content-type', 'application/json');
        response.end(body.includes('_entities') ? SECOND : FIRST);
      });
    });
    server.on('connection', (socket) => {
      counts.set(agency, (counts.get(agency) ?? 0) + 1);
      socket.once('close', () => counts.set(agency, (counts.get(agency) ?? 0) - 1));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.set(agency, server);
  }
  return {
    asked,
    url: (agency) => `http://127.0.0.1:${(servers.get(agency)!.address() as AddressInfo).port}/graphql`,
    connections: (agency) => counts.get(agency) ?? 0,
    async stop() {
      for (const server of servers.values()) {
        server.closeAllConnections();
        await once(server.close(), 'close');
      }
    },
  };
}

const FIRST = '{"data":{"__typename":"Query","report":{"__typename":"Report","id":"1","first":1}}}';
const SECOND = '{"data":{"_entities":[{"__typename":"Report","second":2}]}}';
