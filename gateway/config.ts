import {
  createSettingsReader,
  LOG_LEVELS,
  type Environment,
  type LogLevel,
  type SettingsReader,
} from '../schema/errors/index.ts';
import { readIdentitySettings, type IdentitySettings } from '../schema/identity/index.ts';
import { DEFAULT_GATEWAY_PORT, defaultAgencyPort, upperSnakeCase } from '../schema/values/index.ts';
import { DEFAULT_LINE_LIMITS, type LineLimits } from './agencies/lineLimits.ts';

import { readDoorSettings, type DoorSettings } from './http/door/doorSettings.ts';
import { readOperationSettings, type OperationSettings } from './operations/operationSettings.ts';

/** How the gateway runs. This file is its only reader of the environment. */
export interface GatewayConfig {
  /** Address to listen on: HOST, 127.0.0.1 where left out. */
  readonly host: string;
  /** GATEWAY_PORT, 4000 where left out. */
  readonly port: number;
  /** Where each agency answers: `<AGENCY>_URL`, else this machine at `<AGENCY>_PORT`. */
  readonly agencyUrls: ReadonlyMap<string, string>;
  /** AGENCY_TIMEOUT_MS: how long one question to an agency may take, 3000 where left out; a mutation ten times that. */
  readonly agencyTimeoutMs: number;
  /** REQUEST_TIMEOUT_MS: how long a whole question may take, all agencies together; 10,000 where left out. */
  readonly requestTimeoutMs: number;
  /** AGENCY_CONNECTIONS, AGENCY_WAITING, AGENCY_BREAKER_FAILURES, AGENCY_BREAKER_SECONDS. */
  readonly lineLimits: LineLimits;
  /** PLAN_CACHE_SIZE: how many operations are kept planned, 1000 where left out. */
  readonly planCacheSize: number;
  /** CACHE_ANSWERS_MB: how much room whole answers have, 64 where left out, 0 for none. */
  readonly answerCacheBytes: number;
  /** CACHE_SECTIONS_MB: how much room sections have as agencies have answered them, 64 where left out, 0 for none. */
  readonly sectionCacheBytes: number;
  /** LOG_LEVEL, info where left out. */
  readonly logLevel: LogLevel;
  /** Whose tokens are accepted, and what requests to agencies are signed with. */
  readonly identity: IdentitySettings;
  /** What is answered, and to whom. */
  readonly operations: OperationSettings;
  /** What may come in. */
  readonly door: DoorSettings;
}

/** Reads the settings for the agencies that the supergraph names. @throws RefusedSettings with all faults. */
export function readGatewayConfig(environment: Environment, agencies: readonly string[]): GatewayConfig {
  const settings = createSettingsReader(environment);
  const port = settings.port('GATEWAY_PORT', DEFAULT_GATEWAY_PORT);
  const host = settings.text('HOST', '127.0.0.1');
  // An address that means "all of this machine" is listened on, not called.
  const agencyHost = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const agencyUrls = agencies.map((code): [string, string] => {
    const prefix = upperSnakeCase(code);
    const agencyPort = settings.port(`${prefix}_PORT`, defaultAgencyPort(code, port || DEFAULT_GATEWAY_PORT));
    return [code, settings.url(`${prefix}_URL`, `http://${agencyHost}:${agencyPort}/graphql`)];
  });
  const config = {
    host,
    port,
    agencyUrls: new Map(agencyUrls),
    agencyTimeoutMs: settings.integer('AGENCY_TIMEOUT_MS', 3000, 1, 600_000),
    requestTimeoutMs: settings.integer('REQUEST_TIMEOUT_MS', 10_000, 1, 600_000),
    lineLimits: readLineLimits(settings),
    planCacheSize: settings.integer('PLAN_CACHE_SIZE', 1000, 1, 1_000_000),
    answerCacheBytes: settings.integer('CACHE_ANSWERS_MB', 64, 0, 65_536) * 2 ** 20,
    sectionCacheBytes: settings.integer('CACHE_SECTIONS_MB', 64, 0, 65_536) * 2 ** 20,
    logLevel: settings.oneOf('LOG_LEVEL', 'info', LOG_LEVELS),
    identity: readIdentitySettings(settings),
    operations: readOperationSettings(settings),
    door: readDoorSettings(settings),
  };
  settings.finish();
  return config;
}

function readLineLimits(settings: SettingsReader): LineLimits {
  const { connections, waiting, breakerFailures, breakerSeconds } = DEFAULT_LINE_LIMITS;
  return {
    connections: settings.integer('AGENCY_CONNECTIONS', connections, 1, 10_000),
    waiting: settings.integer('AGENCY_WAITING', waiting, 0, 1_000_000),
    breakerFailures: settings.integer('AGENCY_BREAKER_FAILURES', breakerFailures, 1, 1_000_000),
    breakerSeconds: settings.integer('AGENCY_BREAKER_SECONDS', breakerSeconds, 1, 3600),
  };
}

/** SUPERGRAPH_FILE, where the composed schema is; the committed one where left out. */
export function readSupergraphFile(environment: Environment, absent: string): string {
  return createSettingsReader(environment).text('SUPERGRAPH_FILE', absent);
}
