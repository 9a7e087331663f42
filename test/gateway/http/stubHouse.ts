import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { json } from 'node:stream/consumers';

import { pino } from 'pino';

import { createAgencyClient } from '../../../gateway/agencies/agencyClient.ts';
import { createGateway } from '../../../gateway/http/createGateway.ts';
import type { Supergraph } from '../../../gateway/supergraph.ts';

export interface StubHouse {
  /** Where the gateway answers, such as `http://127.0.0.1:40001`. */
  readonly address: string;
  /** What the gateway has logged since it was asked the last time. */
  logged(): string;
  stop(): Promise<void>;
}

interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A gateway in this process, and one HTTP server that answers for all of its agencies. */
export async function startStubHouse(
  supergraph: Supergraph,
  answer: (agency: string, question: Question) => unknown,
): Promise<StubHouse> {
  const agencies = createServer((request, response) => {
    void (json(request) as Promise<Question>).then((question) => {
      response.end(JSON.stringify(answer(agencyOf(request), question)));
    });
  });
  const agenciesAddress = await listen(agencies);
  let lines = '';
  const logger = pino({ base: null }, { write: (line) => (lines += line) });
  const urls = new Map(supergraph.agencies.map((code) => [code, `${agenciesAddress}/${code}`]));
  const client = createAgencyClient({ urls, timeoutMs: 2000, logger });
  const gateway = createGateway({ supergraph, client, planCacheSize: 100, logger });
  return {
    address: await listen(gateway),
    logged() {
      const now = lines;
      lines = '';
      return now;
    },
    async stop() {
      gateway.closeAllConnections();
      await once(gateway.close(), 'close');
      await client.close();
      agencies.closeAllConnections();
      await once(agencies.close(), 'close');
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function agencyOf(request: IncomingMessage): string {
  return (request.url ?? '').slice(1);
}
