import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { pino } from 'pino';

import { CataloguedError, catalogued, EXIT_CONFIGURATION, RefusedSettings } from '../schema/errors/index.ts';
import { createRequestSigner, createTokenReader } from '../schema/identity/index.ts';
import { createAgencyClient } from './agencies/agencyClient.ts';
import { createAnswerCache } from './caching/answerCache.ts';
import { createSectionCache } from './caching/sectionCache.ts';
import { readGatewayConfig, readSupergraphFile } from './config.ts';
import { createGateway } from './http/createGateway.ts';
import { NO_KEPT_OPERATIONS, readManifest, type KeptOperations } from './operations/manifest.ts';
import { readSupergraph, type Supergraph } from './supergraph.ts';

async function main(): Promise<void> {
  const file = readSupergraphFile(process.env, join(import.meta.dirname, '../schema/sdl/supergraph.graphql'));
  const supergraph = await loadSupergraph(file);
  const config = readGatewayConfig(process.env, supergraph.agencies);
  const logger = pino({ name: 'gateway', level: config.logLevel });
  const { tokens, gatewayKeys } = config.identity;
  const readToken = await createTokenReader(tokens, Date.now);
  const sign = createRequestSigner(gatewayKeys, Date.now);
  const { agencyUrls: urls, agencyTimeoutMs: timeoutMs, lineLimits: limits } = config;
  const sections = createSectionCache(config.sectionCacheBytes);
  const client = createAgencyClient({ urls, timeoutMs, logger, sign, sections, limits });
  const answers = createAnswerCache(config.answerCacheBytes, Date.now);
  const { planCacheSize, requestTimeoutMs, operations, door } = config;
  const kept = await loadManifest(operations.operationsFile);
  const server = createGateway({
    ...{
      supergraph,
      client,
      readToken,
      planCacheSize,
      requestTimeoutMs,
      answers,
      operations,
      kept,
      door,
      logger,
    },
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = { port: config.port, variable: 'GATEWAY_PORT' };
      reject(cause.code === 'EADDRINUSE' ? catalogued('PORT_TAKEN', taken, { cause }) : cause);
    });
    server.listen(config.port, config.host, resolve);
  });
  logger.info({ port: (server.address() as AddressInfo).port }, 'listening');

  let isStopping = false;
  const stop = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'stopping');
    // Connections that still wait for an answer become idle later: clients keep them open for more.
    const closing = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearInterval(closing);
      void client.close();
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
}

async function loadSupergraph(file: string): Promise<Supergraph> {
  try {
    return readSupergraph(await readFile(file, 'utf8'));
  } catch (cause) {
    const expected = `a file that holds a composed supergraph (${(cause as Error).message})`;
    throw catalogued('SETTING_INVALID', { variable: 'SUPERGRAPH_FILE', value: file, expected }, { cause });
  }
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
