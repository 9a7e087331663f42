import { createHash } from 'node:crypto';

/** What a manifest calls itself: the format that Apollo's tools write. */
export const MANIFEST_FORMAT = 'apollo-persisted-query-manifest';
export const MANIFEST_VERSION = 1;

/** Operations that are kept by the SHA-256 of their texts, in hexadecimal digits. */
export type KeptOperations = ReadonlyMap<string, string>;

export const NO_KEPT_OPERATIONS: KeptOperations = new Map();

/** The id that an operation is kept under. */
export function operationId(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads a manifest. Throws Error when it is none, or an id is not that of its text: then one of them was changed. */
export function readManifest(json: string): KeptOperations {
  const { format, version, operations } = JSON.parse(json) as Readonly<Record<string, unknown>>;
  const isManifest = format === MANIFEST_FORMAT && version === MANIFEST_VERSION;
  // eslint-disable-next-line no-restricted-syntax -- whoever reads the setting words the fault
  if (!isManifest || !Array.isArray(operations)) throw new Error(`not an ${MANIFEST_FORMAT}`);
  return new Map((operations as unknown[]).map(readEntry));
}

function readEntry(entry: unknown): [string, string] {
  const { id, body } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id === 'string' && typeof body === 'string' && operationId(body) === id) return [id, body];
  // eslint-disable-next-line no-restricted-syntax -- whoever reads the setting words the fault
  throw new Error(`"${String(id)}" is not the SHA-256 of its operation`);
}
