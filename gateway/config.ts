import {
  createSettingsReader,
  fault,
  LOG_LEVELS,
  type Environment,
  type LogLevel,
  type SettingsReader,
} from '../schema/errors/index.ts';
import { readIdentitySettings, type IdentitySettings } from '../schema/identity/index.ts';
import { readRunningSettings, type RunningSettings } from '../schema/running/index.ts';
import {
  AGENCY_CODES,
  DEFAULT_GATEWAY_PORT,
  defaultAgencyPort,
  upperSnakeCase,
} from '../schema/values/index.ts';
import { DEFAULT_LINE_LIMITS, type LineLimits } from './agencies/lineLimits.ts';
import { readDoorSettings, type DoorSettings } from './http/door/doorSettings.ts';
import { readOperationSettings, type OperationSettings } from './operations/operationSettings.ts';

/** How the gateway runs. This file is its only reader of the environment. */
export interface GatewayConfig extends RunningSettings {
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
  /** READINESS_DELAY_MS: how long it says that it is not ready before it takes no more connections; 0 where left out. */
  readonly readinessDelayMs: number;
  /** SLOW_REPORT_MS: an answer that takes longer is logged as slow, 1000 where left out. */
  readonly slowReportMs: number;
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
  const config = {
    ...readAddresses(settings, agencies),
    agencyTimeoutMs: settings.integer('AGENCY_TIMEOUT_MS', 3000, 1, 600_000),
    requestTimeoutMs: settings.integer('REQUEST_TIMEOUT_MS', 10_000, 1, 600_000),
    lineLimits: readLineLimits(settings),
    planCacheSize: settings.integer('PLAN_CACHE_SIZE', 1000, 1, 1_000_000),
    answerCacheBytes: settings.integer('CACHE_ANSWERS_MB', 64, 0, 65_536) * 2 ** 20,
    sectionCacheBytes: settings.integer('CACHE_SECTIONS_MB', 64, 0, 65_536) * 2 ** 20,
    ...readRunningSettings(settings),
    readinessDelayMs: settings.integer('READINESS_DELAY_MS', 0, 0, 600_000),
    slowReportMs: settings.integer('SLOW_REPORT_MS', 1000, 1, 600_000),
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

/**
 * Where the agencies of a supergraph answer that replaces the first. @throws RefusedSettings with all faults, agencies
 * without address among them.
 */
export function readAgencyUrls(
  environment: Environment,
  agencies: readonly string[],
): ReadonlyMap<string, string> {
  const settings = createSettingsReader(environment);
  const { agencyUrls } = readAddresses(settings, agencies);
  settings.finish();
  return agencyUrls;
}

function readAddresses(
  settings: SettingsReader,
  agencies: readonly string[],
): Pick<GatewayConfig, 'host' | 'port' | 'agencyUrls'> {
  const port = settings.port('GATEWAY_PORT', DEFAULT_GATEWAY_PORT);
  const host = settings.text('HOST', '127.0.0.1');
  // An address that means "all of this machine" is listened on, not called.
  const agencyHost = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const urlOf = (code: string): string => {
    const prefix = upperSnakeCase(code);
    const isOfTheHouse = AGENCY_CODES.some((known) => known === code);
    if (!isOfTheHouse && settings.text(`${prefix}_URL`, settings.text(`${prefix}_PORT`, '')) === '') {
      const expected = `the address of agency "${code}", which the supergraph names`;
      settings.refuse(fault('SETTING_INVALID', { variable: `${prefix}_URL`, value: '', expected }));
      return '';
    }
    const agencyPort = settings.port(`${prefix}_PORT`, defaultAgencyPort(code, port || DEFAULT_GATEWAY_PORT));
    return settings.url(`${prefix}_URL`, `http://${agencyHost}:${agencyPort}/graphql`);
  };
  return { host, port, agencyUrls: new Map(agencies.map((code) => [code, urlOf(code)])) };
}

/** SUPERGRAPH_FILE, where the composed schema is; the committed one where left out. */
export function readSupergraphFile(environment: Environment, absent: string): string {
  return createSettingsReader(environment).text('SUPERGRAPH_FILE', absent);
}
