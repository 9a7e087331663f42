import { fault, type FileFault } from '../../../schema/errors/index.ts';
import {
  comparisonKey,
  groupBy,
  observationKey,
  type Comparison,
  type Observation,
  type Source,
} from '../../../schema/values/index.ts';
import type { Circumstances, FigureRow } from './readRow.ts';

/** Joins the rows of one release into its observations, in the order of their first rows. */
export function assemble(rows: readonly FigureRow[]): { observations: Observation[]; faults: FileFault[] } {
  const faults: FileFault[] = [];
  const groups = groupBy(rows, ({ identity }) => observationKey(identity));
  return { observations: [...groups.values()].map((group) => joinRows(group, faults)), faults };
}

function joinRows(group: readonly [FigureRow, ...FigureRow[]], faults: FileFault[]): Observation {
  const values = group.filter((row) => row.comparison === null);
  const head = values[0] ?? group[0];
  for (const row of group) {
    checkContent(
      head,
      row,
      row.comparison ? told(row.circumstances) : row.circumstances,
      head.circumstances,
      faults,
    );
  }
  const comparisons = groupBy(
    group.flatMap((row) => (row.comparison ? [{ row, comparison: asComparison(row) }] : [])),
    ({ comparison }) => comparisonKey(comparison),
  );
  return {
    ...head.identity,
    ...head.circumstances,
    ...(values[0]?.number ?? { value: null, unitMultiplier: 0, qualifier: null }),
    sources: joinSources(values, faults),
    comparisons: [...comparisons.values()].map((same) => ({
      ...same[0].comparison,
      sources: joinSources(
        same.map(({ row }) => row),
        faults,
      ),
    })),
  };
}

function asComparison({ comparison, number }: FigureRow): Comparison {
  return { ...comparison, ...number, sources: [] } as unknown as Comparison;
}

/** The places of a number that is printed several times; another number, or the same place again, is a fault. */
function joinSources(rows: readonly FigureRow[], faults: FileFault[]): Source[] {
  const places = new Map<string, FigureRow>();
  for (const row of rows) {
    const { document, section, footnote } = row.source;
    const place = JSON.stringify([document, section, footnote]);
    const earlier = places.get(place);
    const first = rows[0] ?? row;
    if (!checkContent(first, row, row.number, first.number, faults)) continue;
    if (earlier) {
      faults.push({ ...placeOf(row), fault: fault('OBSERVATION_REPEATED', asFirst(earlier)) });
    }
    places.set(place, earlier ?? row);
  }
  return rows.map(({ source }) => source);
}

/** Whether what a row says is what the first row of the same fact says; adds a fault where not. */
function checkContent(
  first: FigureRow,
  row: FigureRow,
  said: object,
  held: object,
  faults: FileFault[],
): boolean {
  const other = new Map<string, unknown>(Object.entries(held));
  const columns = Object.entries(said)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(other.get(key)))
    .map(([key]) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  if (columns.length === 0) return true;
  const details = { ...asFirst(first), columns };
  faults.push({ ...placeOf(row), fault: fault('OBSERVATION_CONTRADICTED', details) });
  return false;
}

function placeOf({ file, sheet, row }: FigureRow): Omit<FileFault, 'fault'> {
  return { file, ...(sheet !== undefined && { sheet }), row };
}

function asFirst({ file, sheet, row }: FigureRow) {
  return { firstFile: file, ...(sheet !== undefined && { firstSheet: sheet }), firstRow: row };
}

/** What a comparison row repeats of its observation; it may leave all but the stage empty. */
function told(circumstances: Circumstances): object {
  return Object.fromEntries(
    Object.entries(circumstances).filter(([, value]) => value !== null && JSON.stringify(value) !== '[]'),
  );
}
