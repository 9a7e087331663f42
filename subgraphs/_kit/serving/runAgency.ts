import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { pino, type Logger } from 'pino';

import {
  catalogued,
  CataloguedError,
  EXIT_CONFIGURATION,
  RefusedFile,
  RefusedSettings,
  type Environment,
} from '../../../schema/errors/index.ts';
import { drain, startTracing, stopOnSignals } from '../../../schema/running/index.ts';
import { upperSnakeCase } from '../../../schema/values/index.ts';
import type { Agency } from '../defineAgency.ts';
import { createContext } from '../graph/context.ts';
import { createAgencyFigures } from '../observing/agencyFigures.ts';
import { createAgencyObserver, type AgencyObserver } from '../observing/agencyObserver.ts';
import { observeStore } from '../observing/observeStore.ts';
import { createKnowledgeClock } from '../publishing/knowledgeClock.ts';
import { publishFigures, type SkippedFigures } from '../publishing/publishFigures.ts';
import { createPresentReader } from '../reading/present.ts';
import { createPresenters } from '../reading/presenters.ts';
import type { MoveStore } from '../storage/moveStore.ts';
import { openMoveStore } from '../storage/openMoveStore.ts';
import { createReleaseStore, type ReleaseStore } from '../storage/releaseStore.ts';
import { createAdmission } from './admission.ts';
import { readAgencyConfig, type AgencyConfig } from './config.ts';
import { createApollo } from './createApollo.ts';
import { createAgencyServer, listen, type ContextOf } from './httpServer.ts';

/**
 * Runs one agency's subgraph until SIGTERM or SIGINT: publishes what is new in its figures folder, then listens.
 * What it was given and cannot use is printed, fault by fault, and ends the process with {@link EXIT_CONFIGURATION};
 * a store that cannot be used at the moment ends it with 1: whoever has started it should try again.
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
    const isPassing = error instanceof CataloguedError && error.fault.code === 'STORE_UNAVAILABLE';
    process.exitCode = isPassing ? 1 : EXIT_CONFIGURATION;
  }
}

/** @throws SETTING_INVALID when the embedded store's folder cannot be had or written to. */
async function openStore({ store: settings }: AgencyConfig, agency: string): Promise<MoveStore> {
  try {
    return await openMoveStore(settings, agency);
  } catch (cause) {
    if (settings.kind !== 'sqlite') throw cause;
    const { folder: value } = settings;
    throw catalogued(
      'SETTING_INVALID',
      { variable: 'DATA_DIR', value, expected: 'a folder to write to' },
      { cause },
    );
  }
}

async function startAgency(agency: Agency, config: AgencyConfig, logger: Logger): Promise<void> {
  const figures = createAgencyFigures();
  const store = createReleaseStore(observeStore(await openStore(config, agency.code), figures), {
    bytes: config.releaseCacheBytes,
    onRead: (from, count) => figures.releasesRead(from, count),
  });
  try {
    const tracing = await startTracing(config.tracesEndpoint, agency.code);
    const observer = createAgencyObserver(figures, tracing, logger);
    const server = await serve(agency, store, config, logger, observer);
    const stop = async (): Promise<boolean> => {
      const isWhole = await drain(server, config.drainMs);
      await tracing.stop();
      await store.close();
      return isWhole;
    };
    stopOnSignals({ logger, stop });
  } catch (error) {
    // An open connection to a database server would keep a process that has failed from ending.
    await store.close();
    throw error;
  }
}

async function serve(
  agency: Agency,
  store: ReleaseStore,
  config: AgencyConfig,
  logger: Logger,
  observer: AgencyObserver,
): Promise<Server> {
  const { code, catalogue, rules, figuresFolder } = agency;
  const admit = await createAdmission(code, config.identity, Date.now);
  if (config.identity.gatewayKeys.length === 0) {
    logger.warn('GATEWAY_KEYS is not set: whoever reaches this port is answered, not the gateway alone');
  }
  const clock = createKnowledgeClock(code, store, Date.now);
  const presenters = createPresenters(code, store, { catalogue, rules });
  const { catalogue: current } = await presenters.latest();
  const skipped: SkippedFigures[] = [];
  const onSkipped = (figures: SkippedFigures): void => void skipped.push(figures);
  const publisher = { agency: code, catalogue: current, store, clock, onSkipped };
  const published = await publishFigures(publisher, figuresFolder);
  if (skipped.length > 0) {
    logger.info(
      { skipped },
      'rows of figures files are not read: people have moved there, and theirs is the last word',
    );
  }
  for (const { organisation, period, number, observations } of published) {
    logger.info({ organisation, period, number, observations: observations.length }, 'published');
  }
  const reading = {
    ...{ agency: code, store, clock, presenters, now: Date.now },
    secrets: config.identity.gatewayKeys.map(({ secret }) => secret),
  };
  const apollo = createApollo(agency.schema, logger);
  apollo.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  const contextOf: ContextOf = (...who) => createContext(reading, ...who);
  const presents = createPresentReader(code, store, clock, Date.now);
  const server = createAgencyServer(apollo, contextOf, admit, presents, logger, observer);
  await listen(server, { ...config, variable: `${upperSnakeCase(code)}_PORT` });
  logger.info({ port: (server.address() as AddressInfo).port }, 'listening');
  return server;
}
