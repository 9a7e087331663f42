import { fault } from '../../../schema/errors/index.ts';
import { parseNounForms, type NounForms } from '../../../schema/values/index.ts';
import type { FileReading } from '../csv/FileReading.ts';
import type { TableRow } from '../csv/readTable.ts';

/** Label and definition in both languages. */
export const TEXTS = ['label_vi', 'label_en', 'definition_vi', 'definition_en'];

/** What is said after a number. */
export const COUNTED = ['counted_vi', 'counted_en'];

/** Whether a code is retired, and what takes its place. */
export const RETIREMENT = ['retired', 'superseded_by'];

/** What is said after a number; null where the cell is empty. */
export function readCounted(
  reading: FileReading,
  { row, cells }: TableRow,
  column: string,
): NounForms | null {
  const value = cells[column] ?? '';
  const parsed = parseNounForms(value);
  if (value === '' || parsed.ok) return parsed.ok ? parsed.value : null;
  reading.refuse(row, column, fault('CELL_INVALID', { value, expected: parsed.expected }));
  return null;
}
