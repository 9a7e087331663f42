import {
  createSettingsReader,
  LOG_LEVELS,
  type Environment,
  type LogLevel,
} from '../../../schema/errors/index.ts';
import { readIdentitySettings, type IdentitySettings } from '../../../schema/identity/index.ts';
import { DEFAULT_GATEWAY_PORT, defaultAgencyPort, upperSnakeCase } from '../../../schema/values/index.ts';

/** How one subgraph runs. */
export interface AgencyConfig {
  /** Address to listen on: HOST, 127.0.0.1 where left out. */
  readonly host: string;
  /** `<AGENCY>_PORT`; GATEWAY_PORT + the agency's place where left out. */
  readonly port: number;
  /** DATA_DIR, where the embedded store keeps its files; `.data` where left out. */
  readonly dataDirectory: string;
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
    dataDirectory: settings.text('DATA_DIR', '.data'),
    logLevel: settings.oneOf('LOG_LEVEL', 'info', LOG_LEVELS),
    identity: readIdentitySettings(settings),
  };
  settings.finish();
  return config;
}
