import {
  lowerInitial,
  UNIT_KINDS,
  type NounForms,
  type Unit,
  type UnitKind,
} from '../../../schema/values/index.ts';
import type { FileReading } from '../csv/FileReading.ts';
import type { TableRow } from '../csv/readTable.ts';
import { COUNTED, readCounted, RETIREMENT, TEXTS } from './columns.ts';
import type { ReadEntry } from './readEntry.ts';
import { refuseBadSuccessors } from './successors.ts';

/** Columns of a list of units. */
export const UNIT_COLUMNS = { required: ['code', 'kind', ...TEXTS], optional: [...COUNTED, ...RETIREMENT] };

/** Reads a list of units that come to those that are there. */
export function readUnitRows(
  reading: FileReading,
  rows: readonly TableRow[],
  before: ReadonlyMap<string, Unit>,
): readonly ReadEntry[] {
  const units = new Map<string, Unit>();
  const entries = rows.map((row): ReadEntry => {
    const code = reading.code(row, units);
    const kind = reading.oneOf<UnitKind>(row, 'kind', UNIT_KINDS);
    const label = reading.text(row, 'label');
    const entry: Unit = {
      code,
      kind,
      label,
      definition: reading.text(row, 'definition'),
      noun: {
        VI: readCounted(reading, row, 'counted_vi') ?? sameForms(label.VI),
        EN: readCounted(reading, row, 'counted_en') ?? sameForms(label.EN),
      },
      ...reading.retirement(row),
    };
    units.set(code, entry);
    return { kind: 'unit', key: code, entry, row: row.row };
  });
  refuseBadSuccessors(reading, entries, new Map([...before, ...units]), { what: 'Unit' });
  return entries;
}

/** What is said after numbers of a unit that says nothing else: its label, once and in every number. */
export function sameForms(label: string): NounForms {
  return { one: lowerInitial(label), other: lowerInitial(label) };
}
