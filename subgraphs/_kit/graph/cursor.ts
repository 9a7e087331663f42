import { createHash } from 'node:crypto';

import { catalogued } from '../../../schema/errors/index.ts';
import { parseInstant, type Instant } from '../../../schema/values/index.ts';

/** Where a page ends: at which knowledge time, in which list, after how many entries. */
export interface Cursor {
  readonly asOf: Instant;
  /** Fingerprint of the filter that the list was made with. */
  readonly list: string;
  readonly position: number;
}

/** @throws PAGE_SIZE_INVALID unless at least one entry is asked for and at most so many. */
export function assertPageSize(first: number, maximum: number): void {
  if (first < 1 || first > maximum) throw catalogued('PAGE_SIZE_INVALID', { value: first, maximum });
}

/** A short fingerprint of the arguments that make a list what it is. */
export function listFingerprint(makings: unknown): string {
  return createHash('sha256').update(JSON.stringify(makings)).digest('base64url').slice(0, 12);
}

export function formatCursor({ asOf, list, position }: Cursor): string {
  return Buffer.from([asOf, list, position].join('|')).toString('base64url');
}

/** @throws CURSOR_INVALID when it is not one of ours, or of another list or knowledge time. */
export function readCursor(text: string, list: string, asOf: Instant | null): Cursor {
  const [time = '', ofList, position = ''] = Buffer.from(text, 'base64url').toString().split('|');
  const parsed = parseInstant(time);
  const isOurs =
    parsed.ok && ofList === list && /^\d{1,9}$/.test(position) && (asOf === null || asOf === parsed.value);
  if (!isOurs) throw catalogued('CURSOR_INVALID', { value: text });
  return { asOf: parsed.value, list, position: Number(position) };
}
