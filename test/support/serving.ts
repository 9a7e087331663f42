import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';

import { pino } from 'pino';
import { onTestFinished } from 'vitest';

import type { Principal } from '../../schema/values/index.ts';
import { createContext } from '../../subgraphs/_kit/graph/context.ts';
import { createPresentReader } from '../../subgraphs/_kit/reading/present.ts';
import { createAdmission } from '../../subgraphs/_kit/serving/admission.ts';
import { createApollo } from '../../subgraphs/_kit/serving/createApollo.ts';
import { createAgencyServer, listen, type ContextOf } from '../../subgraphs/_kit/serving/httpServer.ts';
import { NO_IDENTITY, NOW } from './identity.ts';
import { inventedAgency, type RunningAgency } from './testAgency.ts';

export interface ServedAgency {
  /** `http://127.0.0.1:<port>`, without a path. */
  readonly url: string;
  readonly port: number;
  /** What was logged so far, one object per line. */
  readonly logged: () => Record<string, unknown>[];
  /** Who has asked, as resolvers have seen it. */
  readonly principals: readonly (Principal | null)[];
  /** What others have called these requests. */
  readonly requestIds: readonly (string | null)[];
  readonly post: (body: string) => Promise<Response>;
}

/** Serves the invented agency over HTTP on a port of its own until the test has finished; to anyone, if not told whom. */
export async function serve({ reading }: RunningAgency, identity = NO_IDENTITY): Promise<ServedAgency> {
  const stream = new PassThrough();
  const chunks: string[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const logger = pino({ base: null }, stream);
  const apollo = createApollo(inventedAgency().schema, logger);
  await apollo.start();
  const admit = await createAdmission('invented', identity, () => NOW);
  const principals: (Principal | null)[] = [];
  const requestIds: (string | null)[] = [];
  const contextFor: ContextOf = (principal, requestId, signal) => {
    const context = createContext(reading, principal, requestId, signal);
    principals.push(context.principal);
    requestIds.push(context.requestId);
    return context;
  };
  const presents = createPresentReader('invented', reading.store, reading.clock, reading.now);
  const server = createAgencyServer(apollo, contextFor, admit, presents, logger);
  await listen(server, { port: 0, host: '127.0.0.1', variable: 'INVENTED_PORT' });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await apollo.stop();
  });
  return {
    url,
    port,
    principals,
    requestIds,
    logged: () =>
      chunks
        .join('')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    post: (body) =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }),
  };
}
