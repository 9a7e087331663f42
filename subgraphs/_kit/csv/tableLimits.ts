import { fault, type Fault } from '../../../schema/errors/index.ts';
import type { Separator } from './separator.ts';

/** How large a table may be that is read at once. */
export const TABLE_LIMITS = {
  /** Headings and empty ones among them. */
  rows: 150_000,
  /** Twice as many as the widest of our tables has. */
  columns: 60,
} as const;

/**
 * What is too large about a CSV file, or null: looked at before it is taken apart, as eleven million line breaks in as
 * many bytes take minutes and gigabytes. Counts also what stands between quotes, for which there is room.
 */
export function oversizeOf(bytes: Uint8Array, separator: Separator): Fault | null {
  const ending = separator.charCodeAt(0);
  const counts = { '\n': 0, '\r': 0, separators: 0 };
  for (const byte of bytes) {
    if (byte === 0x0a) counts['\n'] += 1;
    else if (byte === 0x0d) counts['\r'] += 1;
    else if (byte === ending) counts.separators += 1;
  }
  const lines = Math.max(counts['\n'], counts['\r']) + 1;
  if (lines > 2 * TABLE_LIMITS.rows) {
    return fault('FILE_TOO_LARGE', { what: `${lines} lines`, limit: `${TABLE_LIMITS.rows} rows` });
  }
  if (counts.separators <= TABLE_LIMITS.columns * lines) return null;
  return tooWide(`${counts.separators} times "${separator}" in ${lines} lines`);
}

/** That a table has more columns than any list has. */
export function tooWide(what: string): Fault {
  const remedy = 'Delete the columns that have no heading of ours.';
  return fault('FILE_TOO_LARGE', { what, limit: `${TABLE_LIMITS.columns} columns`, remedy });
}
