import { createHash } from 'node:crypto';

import { compareTexts } from '../../../schema/values/index.ts';

/** SHA-256 in hex of {@link canonicalJson}. */
export function hashOfJson(value: unknown, isTold?: (member: unknown) => boolean): string {
  return createHash('sha256').update(canonicalJson(value, isTold)).digest('hex');
}

/** JSON whose object keys are sorted, so that it depends on the content alone. `isTold` may leave members out. */
export function canonicalJson(value: unknown, isTold: (member: unknown) => boolean = () => true): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, member]) => isTold(member))
            .sort(([a], [b]) => compareTexts(a, b)),
        )
      : inner,
  );
}
