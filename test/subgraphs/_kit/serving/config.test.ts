import { inspect } from 'node:util';

import { describe, expect, it } from 'vitest';

import { RefusedSettings } from '../../../../schema/errors/index.ts';
import { readAgencyConfig } from '../../../../subgraphs/_kit/serving/config.ts';
import { NO_IDENTITY } from '../../../support/identity.ts';

describe('given the environment of a subgraph', () => {
  const DEFAULTS = {
    host: '127.0.0.1',
    port: 4003,
    store: { kind: 'sqlite', folder: '.data' },
    releaseCacheBytes: 67_108_864,
    logLevel: 'info',
    drainMs: 30_000,
    tracesEndpoint: null,
    identity: NO_IDENTITY,
  };

  it.each([
    ['nothing', {}, DEFAULTS],
    ['its port', { INSPECTION_PORT: '5000' }, { ...DEFAULTS, port: 5000 }],
    ['the port of another agency', { OFFICE_PORT: '5000' }, DEFAULTS],
    ['the port of the gateway', { GATEWAY_PORT: '6000' }, { ...DEFAULTS, port: 6003 }],
    ['both ports', { GATEWAY_PORT: '6000', INSPECTION_PORT: '5000' }, { ...DEFAULTS, port: 5000 }],
    ['a gateway on any port', { GATEWAY_PORT: '0' }, DEFAULTS],
    ['any port', { INSPECTION_PORT: '0' }, { ...DEFAULTS, port: 0 }],
    [
      'everything else',
      { HOST: '0.0.0.0', DATA_DIR: '/data', RELEASE_CACHE_MB: '0', LOG_LEVEL: 'silent' },
      {
        ...DEFAULTS,
        host: '0.0.0.0',
        store: { kind: 'sqlite', folder: '/data' },
        releaseCacheBytes: 0,
        logLevel: 'silent',
      },
    ],
  ])('when it names %s, then the rest has its default', (_what, environment, expected) => {
    const config = readAgencyConfig('inspection', environment);

    expect(config).toEqual(expected);
  });

  it('when several settings are wrong, then all are told at once', () => {
    const read = () =>
      readAgencyConfig('party-building', {
        PARTY_BUILDING_PORT: 'x',
        LOG_LEVEL: 'trace',
        GATEWAY_PORT: '70000',
      });

    expect(read).toThrow(RefusedSettings);
    expect(read).toThrow(
      [
        'Setting GATEWAY_PORT="70000" is not valid: expected a whole number from 0 to 65535.',
        'Setting PARTY_BUILDING_PORT="x" is not valid: expected a whole number from 0 to 65535.',
        'Setting LOG_LEVEL="trace" is not valid: expected debug, info, warn, error, silent.',
      ].join('\n'),
    );
  });
});

/** Where moves are kept with this address. */
function storeOf(uri: string): unknown {
  return readAgencyConfig('inspection', { MONGODB_URI: uri }).store;
}

describe('given the address of a MongoDB server', () => {
  it.each([
    ['mongodb://127.0.0.1:27017/', 'party_report'],
    ['mongodb://127.0.0.1:27017', 'party_report'],
    ['mongodb://officer:p%40ss@a.example,b.example:27018/?replicaSet=rs0', 'party_report'],
    ['mongodb://a.example/ha-tinh?replicaSet=rs0&authSource=admin', 'ha-tinh'],
    ['mongodb+srv://cluster.example/copy_2', 'copy_2'],
  ])('when it is %s, then databases of that server begin with %s', (uri, prefix) => {
    const store = storeOf(uri) as { uri: () => string };

    expect(store).toMatchObject({ kind: 'mongodb', prefix });
    expect(store.uri()).toBe(uri);
  });

  it('when its settings are logged or printed, then its password is not told', () => {
    const store = storeOf('mongodb://officer:pass-of-the-test@a.example/');

    expect(JSON.stringify(store)).toBe('{"kind":"mongodb","prefix":"party_report"}');
    expect(inspect(store, { depth: 9, showHidden: true })).not.toContain('pass-of-the-test');
  });

  it.each([
    ['another protocol', 'mysql://officer:pass-of-the-test@a.example/'],
    ['no server', 'mongodb://officer:pass-of-the-test@'],
    ['an unknown option', 'mongodb://officer:pass-of-the-test@a.example/?majority=1'],
    ['a path that is no name', 'mongodb://officer:pass-of-the-test@a.example/của%20tôi'],
    ['a path that is too long', `mongodb://officer:pass-of-the-test@a.example/${'a'.repeat(41)}`],
    ['writes without journal', 'mongodb://officer:pass-of-the-test@a.example/?journal=false'],
    ['reads that may be rolled back', 'mongodb://officer:pass-of-the-test@a.example/?readConcernLevel=local'],
  ])('when it has %s, then it is refused without telling it', (_what, uri) => {
    expect(() => storeOf(uri)).toThrow(
      'Setting MONGODB_URI is not valid: expected an address that begins with mongodb:// or mongodb+srv://, ' +
        'whose path is at most 40 letters, digits, "-" and "_", ' +
        'and that asks for no weaker writes or reads than of the majority.',
    );
  });
});
