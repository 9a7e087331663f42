import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  createFolder,
  findFreePorts,
  startProgram,
  waitUntil,
  waitUntilListening,
  type Program,
} from '../../support/processes.ts';

/** As a client sends it whose own trace is sampled. */
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CLIENT_SPAN = 'b7ad6b7169203331';

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
}

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { key: string; value: { stringValue?: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}

/** What the collector has got: the service before each span. */
const spans: (SentSpan & { readonly service: string | undefined })[] = [];
const paths = new Set<string | undefined>();
let collector: Server;
const programs: Program[] = [];
let remove: () => Promise<void>;
let gateway: string;

beforeAll(async () => {
  collector = createServer((request, response) => {
    paths.add(request.url);
    void text(request).then((body) => {
      for (const { resource, scopeSpans } of (JSON.parse(body) as Export).resourceSpans) {
        const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue;
        spans.push(...scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, service }))));
      }
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port: collectorPort } = collector.address() as AddressInfo;
  const port = await findFreePorts(2);
  const created = await createFolder();
  ({ remove } = created);
  const settings = {
    GATEWAY_PORT: String(port),
    DATA_DIR: created.folder,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collectorPort}`,
    OTEL_BSP_SCHEDULE_DELAY: '50',
  };
  programs.push(
    ...['subgraphs/office/main.ts', 'gateway/main.ts'].map((file) => startProgram(file, { settings })),
  );
  await Promise.all(programs.map(waitUntilListening));
  gateway = `http://127.0.0.1:${port}/graphql`;
});
afterAll(async () => {
  await Promise.all(programs.map((program) => program.stop()));
  collector.closeAllConnections();
  await once(collector.close(), 'close');
  await remove();
});

describe('given a house that sends its traces to a collector', () => {
  it('when a client asks within a trace of its own, then gateway and agency are parts of it, each below who asked', async () => {
    const response = await fetch(gateway, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${TRACE}-${CLIENT_SPAN}-01` },
      body: '{"query":"{ organisations { code } }"}',
    });
    expect(response.status).toBe(200);
    await waitUntil('all spans have come', () => spans.length >= 4, { seen: () => JSON.stringify(spans) });

    const named = (name: string): (typeof spans)[number] => spans.find((span) => span.name === name)!;
    expect(spans.map(({ service, name, traceId }) => [service, name, traceId]).sort()).toEqual([
      ['gateway', 'agency office', TRACE],
      ['gateway', 'plan', TRACE],
      ['gateway', 'request', TRACE],
      ['office', 'operation', TRACE],
    ]);
    expect(named('request').parentSpanId).toBe(CLIENT_SPAN);
    expect(named('plan').parentSpanId).toBe(named('request').spanId);
    expect(named('agency office').parentSpanId).toBe(named('request').spanId);
    expect(named('operation').parentSpanId).toBe(named('agency office').spanId);
    expect([...paths]).toEqual(['/v1/traces']);
  });
});
