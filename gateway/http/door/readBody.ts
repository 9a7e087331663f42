import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

import readRawBody, { type RawBodyError } from 'raw-body';

import { catalogued } from '../../../schema/errors/index.ts';

const UNPACKERS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
]);

/**
 * The body of a request, unpacked. What is longer than the limit is cut off there: a small body may unpack to
 * gigabytes. @throws BODY_TOO_LARGE, BODY_NOT_READABLE or ENCODING_UNKNOWN.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const packer = UNPACKERS.get(encoding);
  if (!packer && encoding !== 'identity') throw catalogued('ENCODING_UNKNOWN', { value: encoding });
  const length = request.headers['content-length'] ?? null;
  if (length !== null && Number(length) > limit) throw catalogued('BODY_TOO_LARGE', { limit });
  const unpacker = packer?.();
  try {
    const body: Readable = unpacker ? unpack(request, unpacker) : request;
    return await readRawBody(body, { encoding: 'utf8', limit, length: unpacker ? null : length });
  } catch (error) {
    const { status } = error as Partial<RawBodyError>;
    if (status === 413) throw catalogued('BODY_TOO_LARGE', { limit }, { cause: error });
    const reason = unpacker ? `it breaks off, or is no ${encoding}` : 'it breaks off';
    throw catalogued('BODY_NOT_READABLE', { reason }, { cause: error });
  } finally {
    if (unpacker) request.unpipe(unpacker);
    unpacker?.destroy();
  }
}

/** As `pipeline`, but leaves the request's connection open for the answer. */
function unpack(request: IncomingMessage, unpacker: Transform): Transform {
  request.once('close', () => {
    // Where all has come this changes nothing: it has been handed on by then.
    if (!request.complete) unpacker.destroy(catalogued('BODY_NOT_READABLE', { reason: 'it breaks off' }));
  });
  return request.pipe(unpacker);
}
