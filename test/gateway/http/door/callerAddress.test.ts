import type { IncomingMessage } from 'node:http';

import { describe, expect, it } from 'vitest';

import { addressOf, readTrustedProxies } from '../../../../gateway/http/door/callerAddress.ts';
import { createSettingsReader, RefusedSettings } from '../../../../schema/errors/index.ts';

const read = (TRUSTED_PROXIES: string) => {
  const settings = createSettingsReader({ TRUSTED_PROXIES });
  const trusted = readTrustedProxies(settings);
  settings.finish();
  return trusted;
};

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('given no proxies', () => {
  it('when a caller says that somebody else has asked, then it is the caller all the same', () => {
    expect(addressOf(from('203.0.113.9', '198.51.100.1'), read(''))).toBe('203.0.113.9');
  });
});

describe('given proxies of ours', () => {
  const trusted = read('10.0.0.0/8, 192.0.2.7, fd00::/8');

  it.each([
    ['a stranger', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['a proxy', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['a proxy, seen by a server for both kinds', '::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['a proxy, after others', 'fd00::1', '198.51.100.1, 192.0.2.7 ,10.9.9.9', '198.51.100.1'],
    ['a proxy, with what the caller made up', '10.1.2.3', '192.0.2.7, 8.8.8.8, 198.51.100.1', '198.51.100.1'],
    ['a proxy, with nonsense', '10.1.2.3', 'somebody', '10.1.2.3'],
    ['a proxy that tells nobody', '10.1.2.3', undefined, '10.1.2.3'],
    ['one proxy alone', '192.0.2.8', '198.51.100.1', '192.0.2.8'],
    ['nobody knows where', '', '198.51.100.1', ''],
  ])(
    'when a request comes from %s, then its address is told by what they have added',
    (_who, remote, forwarded, expected) => {
      expect(addressOf(from(remote, forwarded), trusted)).toBe(expected);
    },
  );
});

describe('given what names no proxies', () => {
  it.each(['proxy', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '10.0.0.1,', '::/129', '*'])(
    'when it is "%s", then it is refused',
    (text) => {
      expect(() => read(text)).toThrow(RefusedSettings);
    },
  );
});
