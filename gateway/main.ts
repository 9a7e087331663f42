import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { pino, type Logger } from 'pino';

import { CataloguedError, catalogued, EXIT_CONFIGURATION, RefusedSettings } from '../schema/errors/index.ts';
import { createRequestSigner, createTokenReader } from '../schema/identity/index.ts';
import { drain, startTracing, stopOnSignals } from '../schema/running/index.ts';
import { createAgencyClient, type AgencyClient } from './agencies/agencyClient.ts';
import { createAnswerCache } from './caching/answerCache.ts';
import { createSectionCache } from './caching/sectionCache.ts';
import { readAgencyUrls, readGatewayConfig, readSupergraphFile, type GatewayConfig } from './config.ts';
import { readSupergraphText, serveSupergraphFile } from './graphs/supergraphFile.ts';
import { createGateway } from './http/createGateway.ts';
import { NO_KEPT_OPERATIONS, readManifest, type KeptOperations } from './operations/manifest.ts';
import { createGatewayFigures, readWhenAsked, type GatewayFigures } from './observing/gatewayFigures.ts';
import { createObserver } from './observing/requestRecord.ts';
import { readAgencies } from './supergraph.ts';

async function main(): Promise<void> {
  const file = readSupergraphFile(process.env, join(import.meta.dirname, '../schema/sdl/supergraph.graphql'));
  const sdl = await readSupergraphText(file);
  const config = readGatewayConfig(process.env, readAgencies(sdl));
  const { planCacheSize, requestTimeoutMs, operations, door, slowReportMs } = config;
  const logger = pino({ name: 'gateway', level: config.logLevel });
  const readToken = await createTokenReader(config.identity.tokens, Date.now);
  const kept = await loadManifest(operations.operationsFile);
  const figures = createGatewayFigures();
  const { graphs, client, watch } = await serveSupergraphFile({
    file,
    sdl,
    settings: { planCacheSize, operations, kept },
    assertAddressed: urlsOf,
    openLine: createLineOpener(config, figures, logger),
    logger,
  });
  readWhenAsked(figures, {
    servingSince: () => Date.parse(graphs.state().since),
    plansKept: () => graphs.current().operations.size,
    breakers: () => client.states(),
  });
  graphs.onReplaced((outcome) => figures.replaced(outcome));
  const tracing = await startTracing(config.tracesEndpoint, 'gateway');
  const observer = createObserver({ figures, tracing, logger, slowReportMs });
  const answers = createAnswerCache(config.answerCacheBytes, Date.now);
  let stopping = false;
  const isStopping = (): boolean => stopping;
  const asking = { graphs, client, readToken, requestTimeoutMs, answers, operations, kept, door };
  const server = createGateway({ ...asking, observer, isStopping, logger });

  await listen(server, config);
  logger.info({ port: (server.address() as AddressInfo).port }, 'listening');
  process.on('SIGHUP', () => void watch.look());
  const stop = async (): Promise<boolean> => {
    stopping = true;
    watch.close();
    await delay(config.readinessDelayMs);
    const isWhole = await drain(server, config.drainMs);
    await tracing.stop();
    return isWhole;
  };
  stopOnSignals({ logger, stop });
}

function urlsOf(agencies: readonly string[]): ReadonlyMap<string, string> {
  return readAgencyUrls(process.env, agencies);
}

/** Lines to agencies, which share one cache of sections. */
function createLineOpener(config: GatewayConfig, figures: GatewayFigures, logger: Logger) {
  const { agencyTimeoutMs: timeoutMs, lineLimits: limits, sectionCacheBytes } = config;
  const sections = createSectionCache(sectionCacheBytes, (...what) => figures.section(...what));
  const sign = createRequestSigner(config.identity.gatewayKeys, Date.now);
  return (agency: string): AgencyClient =>
    createAgencyClient({ urls: urlsOf([agency]), timeoutMs, logger, sign, sections, limits });
}

function listen(server: Server, { port, host }: GatewayConfig): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = { port, variable: 'GATEWAY_PORT' };
      reject(cause.code === 'EADDRINUSE' ? catalogued('PORT_TAKEN', taken, { cause }) : cause);
    });
    server.listen(port, host, resolve);
  });
}

async function loadManifest(file: string | null): Promise<KeptOperations> {
  if (file === null) return NO_KEPT_OPERATIONS;
  try {
    return readManifest(await readFile(file, 'utf8'));
  } catch (cause) {
    const expected = `a file that "npm run manifest" has written (${(cause as Error).message})`;
    throw catalogued('SETTING_INVALID', { variable: 'OPERATIONS_FILE', value: file, expected }, { cause });
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CataloguedError || error instanceof RefusedSettings)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT_CONFIGURATION;
}
