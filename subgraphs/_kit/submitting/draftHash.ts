import type { Draft } from '../../../schema/values/index.ts';
import { hashOfJson } from '../publishing/canonicalJson.ts';

/**
 * SHA-256 in hex of what a draft says: its figures in their order, its correction and acknowledgements. Who moved it
 * and how far it has come is not in it. For whoever may read the draft: there is no salt.
 */
export function draftHash({ observations, correction, acknowledgements }: Draft): string {
  return hashOfJson({ observations, correction, acknowledgements });
}
