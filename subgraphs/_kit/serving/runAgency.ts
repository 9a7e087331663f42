import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { pino, type Logger } from 'pino';

import {
  catalogued,
  CataloguedError,
  EXIT_CONFIGURATION,
  RefusedFile,
  RefusedSettings,
  type Environment,
} from '../../../schema/errors/index.ts';
import { upperSnakeCase } from '../../../schema/values/index.ts';
import type { Agency } from '../defineAgency.ts';
import { createContext } from '../graph/context.ts';
import { createKnowledgeClock } from '../publishing/knowledgeClock.ts';
import { publishFigures } from '../publishing/publishFigures.ts';
import { createPresenter } from '../reading/presenter.ts';
import type { MoveStore } from '../storage/moveStore.ts';
import { openSqliteMoveStore } from '../storage/sqliteMoveStore.ts';
import { createAdmission } from './admission.ts';
import { readAgencyConfig, type AgencyConfig } from './config.ts';
import { createApollo } from './createApollo.ts';
import { createAgencyServer, listen } from './httpServer.ts';

/**
 * Runs one agency's subgraph until SIGTERM or SIGINT: publishes what is new in its figures folder, then listens.
 * What it was given and cannot use is printed, fault by fault, and ends the process with {@link EXIT_CONFIGURATION}.
 */
export async function runAgency(
  load: () => Promise<{ agency: Agency }>,
  environment: Environment,
): Promise<void> {
  try {
    const { agency } = await load();
    const config = readAgencyConfig(agency.code, environment);
    await startAgency(agency, config, pino({ name: agency.code, level: config.logLevel }));
  } catch (error) {
    const isExpected = [RefusedFile, RefusedSettings, CataloguedError].some((kind) => error instanceof kind);
    if (!isExpected) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = EXIT_CONFIGURATION;
  }
}

/** @throws SETTING_INVALID when the folder cannot be had or written to. */
async function openStore(value: string, name: string): Promise<MoveStore> {
  try {
    return await openSqliteMoveStore(value, name);
  } catch (cause) {
    throw catalogued(
      'SETTING_INVALID',
      { variable: 'DATA_DIR', value, expected: 'a folder to write to' },
      { cause },
    );
  }
}

async function startAgency(agency: Agency, config: AgencyConfig, logger: Logger): Promise<void> {
  const { code, catalogue, figuresFolder } = agency;
  const admit = await createAdmission(code, config.identity, Date.now);
  if (config.identity.gatewayKeys.length === 0) {
    logger.warn('GATEWAY_KEYS is not set: whoever reaches this port is answered, not the gateway alone');
  }
  const store = await openStore(config.dataDirectory, code);
  const clock = createKnowledgeClock(code, store, Date.now);
  const published = await publishFigures({ agency: code, catalogue, store, clock }, figuresFolder);
  for (const { organisation, period, number, observations } of published) {
    logger.info({ organisation, period, number, observations: observations.length }, 'published');
  }
  const reading = { agency: code, store, clock, presenter: createPresenter(catalogue), now: Date.now };
  const apollo = createApollo(agency.schema, logger);
  apollo.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  const server = createAgencyServer(apollo, (principal) => createContext(reading, principal), admit, logger);
  await listen(server, { ...config, variable: `${upperSnakeCase(code)}_PORT` });
  logger.info({ port: (server.address() as AddressInfo).port }, 'listening');

  const stop = async (signal: string): Promise<void> => {
    logger.info({ signal }, 'stopping');
    server.close();
    server.closeIdleConnections();
    await Promise.race([apollo.stop(), delay(5000, undefined, { ref: false })]);
    server.closeAllConnections();
    await store.close();
  };
  let stopping: Promise<void> | null = null;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => void (stopping ??= stop(signal)));
}
