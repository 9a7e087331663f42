import {
  createSettingsReader,
  fault,
  LOG_LEVELS,
  type Environment,
  type LogLevel,
  type SettingsReader,
} from '../../../schema/errors/index.ts';
import { readIdentitySettings, type IdentitySettings } from '../../../schema/identity/index.ts';
import { readRunningSettings, type RunningSettings } from '../../../schema/running/index.ts';
import { DEFAULT_GATEWAY_PORT, defaultAgencyPort, upperSnakeCase } from '../../../schema/values/index.ts';
import { MONGO_ADDRESS_EXPECTED, readMongoAddress } from '../storage/mongoAddress.ts';
import type { StoreSettings } from '../storage/openMoveStore.ts';

/** How one subgraph runs. */
export interface AgencyConfig extends RunningSettings {
  /** Address to listen on: HOST, 127.0.0.1 where left out. */
  readonly host: string;
  /** `<AGENCY>_PORT`; GATEWAY_PORT + the agency's place where left out. */
  readonly port: number;
  /** MONGODB_URI; where left out the embedded store in DATA_DIR, `.data` where that is left out. */
  readonly store: StoreSettings;
  /** RELEASE_CACHE_MB: how much text of releases is kept as read, 64 where left out, 0 for none. */
  readonly releaseCacheBytes: number;
  /** LOG_LEVEL; info where left out. */
  readonly logLevel: LogLevel;
  /** Whose tokens are accepted, and which keys the gateway signs with. */
  readonly identity: IdentitySettings;
}

/** Reads the environment of a subgraph. @throws RefusedSettings with all faults. */
export function readAgencyConfig(code: string, environment: Environment): AgencyConfig {
  const settings = createSettingsReader(environment);
  const gatewayPort = settings.port('GATEWAY_PORT', DEFAULT_GATEWAY_PORT);
  const config = {
    host: settings.text('HOST', '127.0.0.1'),
    port: settings.port(
      `${upperSnakeCase(code)}_PORT`,
      defaultAgencyPort(code, gatewayPort || DEFAULT_GATEWAY_PORT),
    ),
    store: readStoreSettings(settings),
    releaseCacheBytes: settings.integer('RELEASE_CACHE_MB', 64, 0, 65_536) * 2 ** 20,
    ...readRunningSettings(settings),
    logLevel: settings.oneOf('LOG_LEVEL', 'info', LOG_LEVELS),
    identity: readIdentitySettings(settings),
  };
  settings.finish();
  return config;
}

/** Reads where moves are kept. A faulty address is kept in the reader without its value: it may hold a password. */
export function readStoreSettings(settings: SettingsReader): StoreSettings {
  const embedded: StoreSettings = { kind: 'sqlite', folder: settings.text('DATA_DIR', '.data') };
  const uri = settings.text('MONGODB_URI', '');
  if (uri === '') return embedded;
  const address = readMongoAddress(uri);
  if (address) return { kind: 'mongodb', ...address };
  settings.refuse(fault('SECRET_INVALID', { variable: 'MONGODB_URI', expected: MONGO_ADDRESS_EXPECTED }));
  return embedded;
}
