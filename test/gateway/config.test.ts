import { describe, expect, it } from 'vitest';

import { readAgencyUrls, readGatewayConfig, readSupergraphFile } from '../../gateway/config.ts';
import { RefusedSettings } from '../../schema/errors/index.ts';
import { NO_IDENTITY } from '../support/identity.ts';

const AGENCIES = ['inspection', 'office'];

describe('given an empty environment', () => {
  it.each([{}, { GATEWAY_PORT: '', OFFICE_URL: '', LOG_LEVEL: '' }])(
    'when %j is read, then all is default',
    (env) => {
      expect(readGatewayConfig(env, AGENCIES)).toEqual({
        host: '127.0.0.1',
        port: 4000,
        agencyUrls: new Map([
          ['inspection', 'http://127.0.0.1:4003/graphql'],
          ['office', 'http://127.0.0.1:4001/graphql'],
        ]),
        agencyTimeoutMs: 3000,
        requestTimeoutMs: 10_000,
        lineLimits: { connections: 64, waiting: 256, breakerFailures: 5, breakerSeconds: 5 },
        planCacheSize: 1000,
        answerCacheBytes: 64 * 1024 * 1024,
        sectionCacheBytes: 64 * 1024 * 1024,
        drainMs: 30_000,
        readinessDelayMs: 0,
        slowReportMs: 1000,
        tracesEndpoint: null,
        logLevel: 'info',
        identity: NO_IDENTITY,
        operations: {
          limits: {
            tokens: 20_000,
            operations: 50,
            fragments: 200,
            fields: 20_000,
            depth: 30,
            rootFields: 100,
            aliases: 500,
            directives: 500,
            directivesAtOnePlace: 10,
            repeats: 50,
          },
          costLimit: 1_000_000,
          costMode: 'measure',
          planTimeoutMs: 5000,
          introspection: 'everybody',
          operationsFile: null,
          operationsOnly: false,
        },
        door: {
          corsOrigins: new Set(),
          hstsSeconds: 0,
          headerBytes: 16_384,
          bodyBytes: 1_048_576,
          receiveTimeoutMs: 30_000,
          requestsAtWork: 256,
          requestsWaiting: 1024,
          requestsPerPerson: 512,
          trustedProxies: { has: expect.any(Function) as unknown },
        },
      });
    },
  );
});

describe('given one setting', () => {
  it.each([
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ GATEWAY_PORT: '0' }, { port: 0 }],
    [{ AGENCY_TIMEOUT_MS: '1' }, { agencyTimeoutMs: 1 }],
    [{ AGENCY_TIMEOUT_MS: '600000' }, { agencyTimeoutMs: 600_000 }],
    [{ REQUEST_TIMEOUT_MS: '1' }, { requestTimeoutMs: 1 }],
    [
      {
        AGENCY_CONNECTIONS: '1',
        AGENCY_WAITING: '0',
        AGENCY_BREAKER_FAILURES: '2',
        AGENCY_BREAKER_SECONDS: '3600',
      },
      { lineLimits: { connections: 1, waiting: 0, breakerFailures: 2, breakerSeconds: 3600 } },
    ],
    [{ PLAN_CACHE_SIZE: '7' }, { planCacheSize: 7 }],
    [{ DRAIN_SECONDS: '5' }, { drainMs: 5000 }],
    [{ READINESS_DELAY_MS: '2000' }, { readinessDelayMs: 2000 }],
    [{ SLOW_REPORT_MS: '250' }, { slowReportMs: 250 }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, { tracesEndpoint: 'http://collector:4318' }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    [{ MAX_ROOT_FIELDS: '7' }, { operations: { limits: { rootFields: 7 } } }],
    [{ MAX_DIRECTIVES_AT_ONE_PLACE: '7' }, { operations: { limits: { directivesAtOnePlace: 7 } } }],
    [{ COST_MODE: 'enforce', COST_LIMIT: '7' }, { operations: { costMode: 'enforce', costLimit: 7 } }],
    [{ INTROSPECTION: 'nobody' }, { operations: { introspection: 'nobody' } }],
    [
      { OPERATIONS_FILE: 'a.json', OPERATIONS_ONLY: 'true' },
      { operations: { operationsFile: 'a.json', operationsOnly: true } },
    ],
    [
      { CORS_ORIGINS: 'https://a.example, http://b.example:8080' },
      { door: { corsOrigins: new Set(['https://a.example', 'http://b.example:8080']) } },
    ],
  ])('when %j is read, then it is %j', (environment, expected) => {
    expect(readGatewayConfig(environment, AGENCIES)).toMatchObject(expected);
  });

  it.each([
    ['the gateway has another port', { GATEWAY_PORT: '5000' }, 'http://127.0.0.1:5001/graphql'],
    ['the gateway lets the system choose', { GATEWAY_PORT: '0' }, 'http://127.0.0.1:4001/graphql'],
    ['office has its own port', { OFFICE_PORT: '6001' }, 'http://127.0.0.1:6001/graphql'],
    [
      'office is elsewhere',
      { OFFICE_URL: 'https://vp.example/gql', OFFICE_PORT: '6001' },
      'https://vp.example/gql',
    ],
  ])('when %s, then that is where it is asked', (_what, environment, url) => {
    expect(readGatewayConfig(environment, AGENCIES).agencyUrls.get('office')).toBe(url);
  });

  it.each([
    [{ AUDIT_PORT: '4006' }, 'http://127.0.0.1:4006/graphql'],
    [{ AUDIT_URL: 'http://audit.example/graphql' }, 'http://audit.example/graphql'],
  ])('when an agency is none of the house and has %j, then that is where it is asked', (environment, url) => {
    expect(readAgencyUrls(environment, ['audit'])).toEqual(new Map([['audit', url]]));
  });
});

describe('given settings that are wrong', () => {
  it('when they are read, then all faults are told at once', () => {
    const environment = {
      GATEWAY_PORT: '70000',
      INSPECTION_PORT: 'abc',
      INSPECTION_URL: 'ftp://inspection.example/',
      OFFICE_URL: 'office:4001',
      AGENCY_TIMEOUT_MS: '0',
      REQUEST_TIMEOUT_MS: '600001',
      AGENCY_CONNECTIONS: '0',
      AGENCY_WAITING: '-1',
      AGENCY_BREAKER_FAILURES: '0',
      AGENCY_BREAKER_SECONDS: '0.5',
      PLAN_CACHE_SIZE: '-1',
      LOG_LEVEL: 'loud',
    };

    expect(messagesOf(environment)).toEqual([
      'Setting GATEWAY_PORT="70000" is not valid: expected a whole number from 0 to 65535.',
      'Setting INSPECTION_PORT="abc" is not valid: expected a whole number from 0 to 65535.',
      'Setting INSPECTION_URL="ftp://inspection.example/" is not valid: expected an address that begins with http:// or https://.',
      'Setting OFFICE_URL="office:4001" is not valid: expected an address that begins with http:// or https://.',
      'Setting AGENCY_TIMEOUT_MS="0" is not valid: expected a whole number from 1 to 600000.',
      'Setting REQUEST_TIMEOUT_MS="600001" is not valid: expected a whole number from 1 to 600000.',
      'Setting AGENCY_CONNECTIONS="0" is not valid: expected a whole number from 1 to 10000.',
      'Setting AGENCY_WAITING="-1" is not valid: expected a whole number from 0 to 1000000.',
      'Setting AGENCY_BREAKER_FAILURES="0" is not valid: expected a whole number from 1 to 1000000.',
      'Setting AGENCY_BREAKER_SECONDS="0.5" is not valid: expected a whole number from 1 to 3600.',
      'Setting PLAN_CACHE_SIZE="-1" is not valid: expected a whole number from 1 to 1000000.',
      'Setting LOG_LEVEL="loud" is not valid: expected debug, info, warn, error, silent.',
    ]);
  });

  it('when an agency that is none of the house has no address, then that is told', () => {
    expect(() => readAgencyUrls({}, ['office', 'audit'])).toThrow(
      'Setting AUDIT_URL="" is not valid: expected the address of agency "audit", which the supergraph names.',
    );
  });

  it('when the collector of traces is no address, then that is told', () => {
    expect(messagesOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' })).toEqual([
      'Setting OTEL_EXPORTER_OTLP_ENDPOINT="collector:4318" is not valid: expected an address that begins with http:// or https://.',
    ]);
  });

  it.each(['4000.5', '1e3', '0x10', ' 4000', '٤٠٠٠', '-1', '65536', '99999999999'])(
    'when the port is "%s", then it is refused',
    (port) => {
      expect(messagesOf({ GATEWAY_PORT: port })).toEqual([
        `Setting GATEWAY_PORT="${port}" is not valid: expected a whole number from 0 to 65535.`,
      ]);
    },
  );
});

describe('given settings of the door that are wrong', () => {
  it.each(['*', 'https://a.example/', 'https://*.example', 'a.example', 'null', 'https://a.example,'])(
    'when the origins are "%s", then they are refused: only exact ones are taken',
    (origins) => {
      expect(messagesOf({ CORS_ORIGINS: origins })).toEqual([
        `Setting CORS_ORIGINS="${origins}" is not valid: expected origins such as https://reports.example, separated by commas.`,
      ]);
    },
  );

  it('when only listed operations are to be answered and there is no list, then that is refused', () => {
    expect(messagesOf({ OPERATIONS_ONLY: 'true' })).toEqual([
      'Setting OPERATIONS_ONLY="true" is not valid: expected false, or OPERATIONS_FILE set to a manifest of what may be asked.',
    ]);
  });

  it('when it is production, then what there is to ask is told to analysts only', () => {
    const environment = {
      NODE_ENV: 'production',
      JWT_SECRET: 's'.repeat(32),
      GATEWAY_KEYS: `now:${'k'.repeat(32)}`,
    };

    expect(readGatewayConfig(environment, AGENCIES).operations.introspection).toBe('analysts');
  });
});

describe('given the supergraph file', () => {
  it.each([
    [{}, 'committed.graphql'],
    [{ SUPERGRAPH_FILE: '' }, 'committed.graphql'],
    [{ SUPERGRAPH_FILE: 'mine.graphql' }, 'mine.graphql'],
  ])('when the environment is %j, then it is %s', (environment, file) => {
    expect(readSupergraphFile(environment, 'committed.graphql')).toBe(file);
  });
});

function messagesOf(environment: Readonly<Record<string, string>>): string[] {
  try {
    readGatewayConfig(environment, AGENCIES);
  } catch (error) {
    if (error instanceof RefusedSettings) return error.faults.map(({ message }) => message);
    throw error;
  }
  return [];
}
