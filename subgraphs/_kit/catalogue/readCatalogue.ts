import { fault } from '../../../schema/errors/index.ts';
import {
  BASES,
  lowerInitial,
  parseNounForms,
  UNIT_KINDS,
  type Basis,
  type Dimension,
  type DimensionCode,
  type Indicator,
  type IndicatorGroup,
  type NounForms,
  type Unit,
  type UnitKind,
} from '../../../schema/values/index.ts';
import { FileReading } from '../csv/FileReading.ts';
import type { TableRow } from '../csv/readTable.ts';
import type { Catalogue } from './catalogue.ts';

const TEXTS = ['label_vi', 'label_en', 'definition_vi', 'definition_en'];
const COUNTED = ['counted_vi', 'counted_en'];
const UNIT_COLUMNS = { required: ['code', 'kind', ...TEXTS], optional: COUNTED };
const CATALOGUE_COLUMNS = {
  required: ['kind', 'code', 'in', 'parent', ...TEXTS, 'units', 'basis', 'dimensions'],
  optional: COUNTED,
};
const ROW_KINDS = ['group', 'indicator', 'dimension', 'code'] as const;

/** Reads the unit list that all agencies share. @throws RefusedFile with all its faults. */
export function readUnits(path: string): ReadonlyMap<string, Unit> {
  const reading = new FileReading(path);
  const units = new Map<string, Unit>();
  for (const row of reading.rows(path, UNIT_COLUMNS)) {
    const code = reading.code(row, units);
    const kind = reading.oneOf<UnitKind>(row, 'kind', UNIT_KINDS);
    const label = reading.text(row, 'label');
    units.set(code, {
      code,
      kind,
      label,
      definition: reading.text(row, 'definition'),
      noun: {
        VI: readCounted(reading, row, 'counted_vi') ?? sameForms(label.VI),
        EN: readCounted(reading, row, 'counted_en') ?? sameForms(label.EN),
      },
    });
  }
  reading.finish();
  return units;
}

/** Reads an agency's catalogue. @throws RefusedFile with all its faults. */
export function readCatalogue(path: string, units: ReadonlyMap<string, Unit>): Catalogue {
  const reading = new FileReading(path);
  const rows = reading.rows(path, CATALOGUE_COLUMNS);
  for (const row of rows) reading.oneOf(row, 'kind', ROW_KINDS);
  const ofKind = (kind: (typeof ROW_KINDS)[number]) => rows.filter(({ cells }) => cells.kind === kind);

  const headings = (kind: 'group' | 'dimension'): ReadonlyMap<string, IndicatorGroup & Dimension> => {
    const found = new Map<string, IndicatorGroup & Dimension>();
    for (const row of ofKind(kind)) {
      const code = reading.code(row, found);
      found.set(code, {
        code,
        label: reading.text(row, 'label'),
        definition: reading.text(row, 'definition'),
      });
    }
    return found;
  };
  const groups = headings('group');
  const dimensions = headings('dimension');
  const codes = new Map<string, Map<string, DimensionCode>>(
    [...dimensions.keys()].map((code) => [code, new Map()]),
  );
  for (const row of ofKind('code')) {
    const [dimension = ''] = reading.references(row, 'in', 'Dimension', dimensions);
    if (dimension === '')
      reading.refuse(row.row, 'in', fault('CELL_REQUIRED', { expected: 'the code of a dimension' }));
    const siblings = codes.get(dimension) ?? new Map<string, DimensionCode>();
    const code = reading.code(row, siblings);
    const [parent = null] = reading.references(row, 'parent', 'Code', siblings);
    siblings.set(code, { dimension, code, parent, label: reading.text(row, 'label') });
  }
  const indicators = new Map<string, Indicator>();
  for (const row of ofKind('indicator')) {
    const code = reading.code(row, indicators);
    const [group] = reading.references(row, 'in', 'Group', groups);
    if (group === undefined)
      reading.refuse(row.row, 'in', fault('CELL_REQUIRED', { expected: 'the code of a group' }));
    const [firstUnit, ...otherUnits] = reading.references(row, 'units', 'Unit', units);
    if (firstUnit === undefined)
      reading.refuse(row.row, 'units', fault('CELL_REQUIRED', { expected: 'at least one unit' }));
    indicators.set(code, {
      code,
      group: group ?? '',
      label: reading.text(row, 'label'),
      definition: reading.text(row, 'definition'),
      units: [firstUnit ?? '', ...otherUnits],
      basis: reading.oneOf<Basis>(row, 'basis', BASES),
      dimensions: reading.references(row, 'dimensions', 'Dimension', dimensions),
      counted: {
        VI: readCounted(reading, row, 'counted_vi'),
        EN: readCounted(reading, row, 'counted_en'),
      },
    });
  }
  reading.finish();
  return { units, groups, indicators, dimensions, codes };
}

/** What is said after a number; null where the cell is empty. */
function readCounted(reading: FileReading, { row, cells }: TableRow, column: string): NounForms | null {
  const value = cells[column] ?? '';
  const parsed = parseNounForms(value);
  if (value === '' || parsed.ok) return parsed.ok ? parsed.value : null;
  reading.refuse(row, column, fault('CELL_INVALID', { value, expected: parsed.expected }));
  return null;
}

function sameForms(label: string): NounForms {
  return { one: lowerInitial(label), other: lowerInitial(label) };
}
