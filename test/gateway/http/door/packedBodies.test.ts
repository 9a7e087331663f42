import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { committedSupergraph } from '../../committedSupergraph.ts';
import { startStubHouse, type StubHouse } from '../stubHouse.ts';

const MEGABYTE = 1024 * 1024;
const ANSWER = { data: { organisations: [{ code: 'ha-tinh' }] } };

let house: StubHouse;
beforeAll(async () => {
  house = await startStubHouse(committedSupergraph, () => ANSWER);
});
afterAll(() => house.stop());

/** A question whose variables take so many bytes. */
const filled = (bytes: number): string =>
  JSON.stringify({ query: '{ organisations { code } }', variables: { filler: 'x'.repeat(bytes) } });

async function post(body: Buffer, encoding: string): Promise<[number, string]> {
  const response = await fetch(`${house.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': encoding },
    body: new Uint8Array(body),
  });
  const { errors } = (await response.json()) as { errors?: { extensions?: { code: string } }[] };
  return [response.status, errors?.[0]?.extensions?.code ?? ''];
}

const PACKERS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
];

describe('given a body that is packed', () => {
  it.each(PACKERS)('when it is packed as %s, then it is answered', async (encoding, pack) => {
    expect(await post(pack(filled(1000)), encoding)).toEqual([200, '']);
  });

  it.each(PACKERS)('when it unpacks by %s to more than may be, then 413', async (encoding, pack) => {
    const body = pack(filled(MEGABYTE));

    expect(body.length).toBeLessThan(10_000);
    expect(await post(body, encoding)).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('when 200 KB would unpack to 200 MB, then what is beyond the limit is never unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * MEGABYTE, ' '));
    const before = process.memoryUsage().rss;

    const answers = await Promise.all(Array.from({ length: 10 }, () => post(bomb, 'gzip')));

    expect(answers).toEqual(Array.from({ length: 10 }, () => [413, 'BODY_TOO_LARGE']));
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MEGABYTE);
  });

  it.each(['zstd', 'gzip, gzip', 'compress', '__proto__'])(
    'when it is packed as %s, then 415',
    async (encoding) => {
      expect(await post(Buffer.from(filled(10)), encoding)).toEqual([415, 'ENCODING_UNKNOWN']);
    },
  );

  it.each(PACKERS)('when it only says that it is packed as %s, then 400', async (encoding) => {
    expect(await post(Buffer.from(filled(10)), encoding)).toEqual([400, 'BODY_NOT_READABLE']);
  });

  it('when half of it comes and then its end, then 400', async () => {
    const whole = gzipSync(Buffer.from(filled(100)));

    expect(await post(whole.subarray(0, whole.length / 2), 'gzip')).toEqual([400, 'BODY_NOT_READABLE']);
  });

  it('when half of it comes and then nobody is there any more, then others are answered, and nothing is logged', async () => {
    house.logged();
    const sending = request(`${house.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', 'content-length': 1000 },
    });
    sending.once('error', () => undefined);
    sending.write(gzipSync(Buffer.from(filled(100))).subarray(0, 40));
    await new Promise((resolve) => setTimeout(resolve, 50));
    sending.destroy();

    expect(await post(gzipSync(filled(10)), 'gzip')).toEqual([200, '']);
    expect(house.logged()).not.toContain('request failed');
  });
});

describe('given headers that are too long', () => {
  it('when they have more than 16 KB, then 431', async () => {
    const sending = request(`${house.address}/health/live`, {
      headers: { 'x-long': 'x'.repeat(17_000) },
    }).end();
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    response.resume();

    expect(response.statusCode).toBe(431);
  });

  it('when the address has as much, then 431 too', async () => {
    const sending = request(`${house.address}/graphql?query=${'x'.repeat(17_000)}`).end();
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    response.resume();

    expect(response.statusCode).toBe(431);
  });
});
