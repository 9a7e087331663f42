import { fault } from '../../../schema/errors/index.ts';
import { compareTexts, type Dimension, type DimensionCode } from '../../../schema/values/index.ts';
import { PLAIN_CODE, type FileReading } from '../csv/FileReading.ts';
import type { TableRow } from '../csv/readTable.ts';
import type { Catalogue } from './catalogue.ts';
import type { ReadEntry } from './readEntry.ts';
import { circleOf, refuseBadSuccessors } from './successors.ts';

type Codes = Map<string, DimensionCode>;

/** Reads codes of dimensions: a parent is there already, or stands above. */
export function readCodeRows(
  reading: FileReading,
  rows: readonly TableRow[],
  dimensions: ReadonlyMap<string, Dimension>,
  before: Catalogue['codes'],
): readonly ReadEntry[] {
  const known = new Map<string, Codes>([...before].map(([dimension, codes]) => [dimension, new Map(codes)]));
  const named = new Map<string, Codes>();
  const entries = rows.map((row): ReadEntry => {
    const [dimension = ''] = reading.references(row, 'in', 'Dimension', dimensions);
    if (dimension === '')
      reading.refuse(row.row, 'in', fault('CELL_REQUIRED', { expected: 'the code of a dimension' }));
    const siblings = listOf(known, dimension);
    const taken = listOf(named, dimension);
    const code = reading.code(row, taken, PLAIN_CODE);
    const [parent = null] = reading.references(row, 'parent', 'Code', siblings);
    const entry: DimensionCode = {
      ...{ dimension, code, parent, label: reading.text(row, 'label') },
      ...reading.retirement(row),
    };
    const isThere = parent !== null && siblings.has(parent);
    siblings.set(code, entry);
    taken.set(code, entry);
    const circle = circleOf(code, siblings, (one) => one.parent);
    if (isThere && circle !== null) {
      const expected = `a code that is not itself a part of "${code}" (${circle})`;
      reading.refuse(row.row, 'parent', fault('CELL_INVALID', { value: parent, expected }));
      siblings.set(code, { ...entry, parent: null });
    }
    return { kind: 'code', key: `${dimension}=${code}`, entry, row: row.row };
  });
  for (const dimension of [...named.keys()].sort(compareTexts)) {
    const ofDimension = entries
      .filter(({ entry }) => (entry as DimensionCode).dimension === dimension)
      .map((one) => ({ ...one, key: (one.entry as DimensionCode).code }));
    refuseBadSuccessors(reading, ofDimension, listOf(known, dimension), {
      what: `Code of dimension "${dimension}"`,
      misfit: ({ parent }, successor) =>
        successor.parent === parent ? null : 'of the same parent, as only such codes add up',
    });
  }
  return entries;
}

function listOf(lists: Map<string, Codes>, dimension: string): Codes {
  const list = lists.get(dimension) ?? new Map<string, DimensionCode>();
  lists.set(dimension, list);
  return list;
}
