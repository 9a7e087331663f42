import { describe, expect, it } from 'vitest';

import { RefusedSettings } from '../../../../schema/errors/index.ts';
import { readAgencyConfig } from '../../../../subgraphs/_kit/serving/config.ts';
import { NO_IDENTITY } from '../../../support/identity.ts';

describe('given the environment of a subgraph', () => {
  const DEFAULTS = {
    host: '127.0.0.1',
    port: 4003,
    dataDirectory: '.data',
    logLevel: 'info',
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
      { HOST: '0.0.0.0', DATA_DIR: '/data', LOG_LEVEL: 'silent' },
      { ...DEFAULTS, host: '0.0.0.0', dataDirectory: '/data', logLevel: 'silent' },
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
