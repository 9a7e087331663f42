import { fault } from '../../../schema/errors/index.ts';
import {
  BASES,
  type Basis,
  type Dimension,
  type Indicator,
  type IndicatorGroup,
} from '../../../schema/values/index.ts';
import { PLAIN_CODE, type FileReading } from '../csv/FileReading.ts';
import type { TableRow } from '../csv/readTable.ts';
import type { Catalogue } from './catalogue.ts';
import { COUNTED, readCounted, RETIREMENT, TEXTS } from './columns.ts';
import { readCodeRows } from './readCodeRows.ts';
import type { ReadEntry } from './readEntry.ts';
import { refuseBadSuccessors } from './successors.ts';

/** Columns of an agency's `catalogue.csv`. */
export const CATALOGUE_COLUMNS = {
  required: ['kind', 'code', 'in', 'parent', ...TEXTS, 'units', 'basis', 'dimensions'],
  optional: [...COUNTED, ...RETIREMENT],
};

const ROW_KINDS = ['group', 'indicator', 'dimension', 'code'] as const;
type RowKind = (typeof ROW_KINDS)[number];

/** Reads groups, indicators, dimensions and their codes that come to those that are there; in the order of the rows. */
export function readCatalogueRows(
  reading: FileReading,
  rows: readonly TableRow[],
  before: Catalogue,
): readonly ReadEntry[] {
  for (const row of rows) reading.oneOf(row, 'kind', ROW_KINDS);
  const ofKind = (kind: RowKind) => rows.filter(({ cells }) => cells.kind === kind);
  const groups = readHeadings(reading, 'group', ofKind('group'));
  const dimensions = readHeadings(reading, 'dimension', ofKind('dimension'));
  const known = {
    groups: withRead<IndicatorGroup>(before.groups, groups),
    dimensions: withRead<Dimension>(before.dimensions, dimensions),
    units: before.units,
  };
  const codes = readCodeRows(reading, ofKind('code'), known.dimensions, before.codes);
  const indicators = readIndicatorRows(reading, ofKind('indicator'), known);
  refuseBadSuccessors(reading, indicators, withRead<Indicator>(before.indicators, indicators), {
    what: 'Indicator',
    misfit: ({ units: [unit] }, { units }) =>
      units.includes(unit) ? null : `whose units have "${unit}", as this one has`,
  });
  return [...groups, ...dimensions, ...codes, ...indicators].sort((a, b) => a.row - b.row);
}

function withRead<Entry>(
  before: ReadonlyMap<string, Entry>,
  read: readonly ReadEntry[],
): ReadonlyMap<string, Entry> {
  return new Map([...before, ...read.map(({ key, entry }) => [key, entry as Entry] as const)]);
}

function readHeadings(
  reading: FileReading,
  kind: 'group' | 'dimension',
  rows: readonly TableRow[],
): readonly ReadEntry[] {
  const found = new Map<string, unknown>();
  return rows.map((row) => {
    const key = kind === 'dimension' ? reading.code(row, found, PLAIN_CODE) : reading.code(row, found);
    found.set(key, row);
    refuseCells(reading, row, RETIREMENT, `a ${kind} is not retired: retire what stands in it`);
    const entry = {
      code: key,
      label: reading.text(row, 'label'),
      definition: reading.text(row, 'definition'),
    };
    return { kind, key, entry, row: row.row };
  });
}

function readIndicatorRows(
  reading: FileReading,
  rows: readonly TableRow[],
  { groups, dimensions, units }: Pick<Catalogue, 'groups' | 'dimensions' | 'units'>,
): readonly ReadEntry[] {
  const found = new Map<string, unknown>();
  return rows.map((row): ReadEntry => {
    const key = reading.code(row, found);
    found.set(key, row);
    const [group = ''] = reading.references(row, 'in', 'Group', groups);
    if (group === '')
      reading.refuse(row.row, 'in', fault('CELL_REQUIRED', { expected: 'the code of a group' }));
    const [firstUnit, ...otherUnits] = reading.references(row, 'units', 'Unit', units);
    if (firstUnit === undefined)
      reading.refuse(row.row, 'units', fault('CELL_REQUIRED', { expected: 'at least one unit' }));
    const entry: Indicator = {
      code: key,
      group,
      label: reading.text(row, 'label'),
      definition: reading.text(row, 'definition'),
      units: [firstUnit ?? '', ...otherUnits],
      basis: reading.oneOf<Basis>(row, 'basis', BASES),
      dimensions: reading.references(row, 'dimensions', 'Dimension', dimensions),
      counted: {
        VI: readCounted(reading, row, 'counted_vi'),
        EN: readCounted(reading, row, 'counted_en'),
      },
      ...reading.retirement(row),
    };
    return { kind: 'indicator', key, entry, row: row.row };
  });
}

/** Refuses cells that say something where nothing is to be said. */
function refuseCells(
  reading: FileReading,
  { row, cells }: TableRow,
  columns: readonly string[],
  reason: string,
): void {
  for (const column of columns) {
    const value = cells[column] ?? '';
    if (value !== '') reading.refuse(row, column, fault('CELL_NOT_EMPTY', { value, reason }));
  }
}
