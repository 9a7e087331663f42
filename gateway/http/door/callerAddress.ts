import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

import { fault, type SettingsReader } from '../../../schema/errors/index.ts';

/** Which addresses are proxies of ours, whose word on where a request comes from is taken. */
export interface TrustedProxies {
  has(address: string): boolean;
}

/** TRUSTED_PROXIES: addresses and networks (`10.0.0.0/8`), separated by commas; nobody where left out. */
export function readTrustedProxies(settings: SettingsReader): TrustedProxies {
  const text = settings.text('TRUSTED_PROXIES', '');
  const list = new BlockList();
  const isWhole = text === '' || text.split(',').every((one) => add(list, one.trim()));
  if (!isWhole) {
    const expected = 'addresses or networks such as 10.0.0.7 or 10.0.0.0/8, separated by commas';
    settings.refuse(fault('SETTING_INVALID', { variable: 'TRUSTED_PROXIES', value: text, expected }));
  }
  if (text === '') return { has: () => false };
  return { has: (address) => isIP(address) !== 0 && list.check(address, familyOf(address)) };
}

function add(list: BlockList, text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const longest = isIP(address) === 6 ? 128 : 32;
  if (isIP(address) === 0 || more.length > 0) return false;
  if (prefix === undefined) list.addAddress(address, familyOf(address));
  else if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > longest) return false;
  else list.addSubnet(address, Number(prefix), familyOf(address));
  return true;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/**
 * The address that a request comes from. Each proxy adds to the end of `x-forwarded-for` whom it has the request from: it
 * is read from there, and as far as proxies of ours have written it; what stands before, anybody can have made up.
 */
export function addressOf({ socket, headers }: IncomingMessage, trusted: TrustedProxies): string {
  const told = headers['x-forwarded-for']?.toString().split(',') ?? [];
  let address = plain(socket.remoteAddress ?? '');
  while (trusted.has(address)) {
    const before = plain(told.pop()?.trim() ?? '');
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** An IPv4 address as servers that listen for both kinds see it is the same address; so is one of another interface. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}
