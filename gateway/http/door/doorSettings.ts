import { createSettingsReader, fault, type SettingsReader } from '../../../schema/errors/index.ts';
import { BODY_LIMIT_BYTES } from '../../../schema/values/index.ts';
import { readTrustedProxies, type TrustedProxies } from './callerAddress.ts';

/** What may come in, and how much of it at once. */
export interface DoorSettings {
  /** CORS_ORIGINS: sites whose pages may read answers, separated by commas; none where left out. */
  readonly corsOrigins: ReadonlySet<string>;
  /** HSTS_SECONDS: how long browsers come by https only; 0 says nothing of it. */
  readonly hstsSeconds: number;
  /** MAX_HEADER_BYTES: all headers of a request with its address; else 431. */
  readonly headerBytes: number;
  /** MAX_BODY_BYTES: a body of somebody without a token, unpacked. Who has a token may send figures. */
  readonly bodyBytes: number;
  /** RECEIVE_TIMEOUT_MS: within which a whole request must have come; else 408. Nobody reads an answer more slowly either. */
  readonly receiveTimeoutMs: number;
  /** MAX_REQUESTS_AT_WORK: requests that are answered at once. */
  readonly requestsAtWork: number;
  /** MAX_REQUESTS_WAITING: requests that wait for that, or whose bodies are coming; else 503. */
  readonly requestsWaiting: number;
  /** MAX_REQUESTS_PER_PERSON: of these, those of one person: of a token, else of an address; else 429. */
  readonly requestsPerPerson: number;
  /** TRUSTED_PROXIES: whose `x-forwarded-for` tells the address; nobody's where left out. */
  readonly trustedProxies: TrustedProxies;
}

export function readDoorSettings(settings: SettingsReader): DoorSettings {
  return {
    corsOrigins: readOrigins(settings),
    hstsSeconds: settings.integer('HSTS_SECONDS', 0, 0, 100_000_000),
    headerBytes: settings.integer('MAX_HEADER_BYTES', 16 * 1024, 1024, 1024 * 1024),
    bodyBytes: settings.integer('MAX_BODY_BYTES', 1024 * 1024, 1024, BODY_LIMIT_BYTES),
    receiveTimeoutMs: settings.integer('RECEIVE_TIMEOUT_MS', 30_000, 10, 600_000),
    requestsAtWork: settings.integer('MAX_REQUESTS_AT_WORK', 256, 1, 100_000),
    requestsWaiting: settings.integer('MAX_REQUESTS_WAITING', 1024, 0, 100_000),
    requestsPerPerson: settings.integer('MAX_REQUESTS_PER_PERSON', 512, 1, 100_000),
    trustedProxies: readTrustedProxies(settings),
  };
}

/** Exact origins: a pattern would let in whoever registers a name that fits. */
function readOrigins(settings: SettingsReader): ReadonlySet<string> {
  const text = settings.text('CORS_ORIGINS', '');
  const origins = text === '' ? [] : text.split(',').map((one) => one.trim());
  if (!origins.every(isOrigin)) {
    settings.refuse(
      fault('SETTING_INVALID', {
        variable: 'CORS_ORIGINS',
        value: text,
        expected: 'origins such as https://reports.example, separated by commas',
      }),
    );
  }
  return new Set(origins);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && !text.includes('*');
}

/** As where nothing is set. */
export const DEFAULT_DOOR: DoorSettings = readDoorSettings(createSettingsReader({}));
