import { fault, type Fault } from '../../../schema/errors/index.ts';
import { FIGURE_COLUMNS, type FigureColumn } from '../figures/columns.ts';
import { cellText, columnLetter, NO_ROW, type Grid, type GridRow } from './grid.ts';
import { columnOf, HEADINGS, type TemplateColumn } from './headings.ts';

/** How far down the header row is looked for: what stands above it is a title. */
const TITLE_ROWS = 20;

/** Without these a file says nothing of figures. */
const REQUIRED: readonly FigureColumn[] = ['indicator', 'value', 'unit', 'stage'];

/** Columns as they may be called; those of the template alone are not proposed to other files. */
const KNOWN: readonly string[] = [...FIGURE_COLUMNS, ...Object.values(HEADINGS)];

/** So many headings are looked at one by one: where there are more, the file is of another kind. */
const UNKNOWN_ONE_BY_ONE = 10;

/** Which column stands where. */
export interface Header {
  readonly row: number;
  /** How many cells the header row has, empty ones at its end left out. */
  readonly width: number;
  readonly positions: ReadonlyMap<FigureColumn | TemplateColumn, number>;
  /** What the file calls a column: its letter in a sheet, else its heading. */
  readonly names: Readonly<Partial<Record<FigureColumn, string>>>;
  /** The rows below it. */
  readonly body: readonly GridRow[];
}

/** The header row of a grid; `mustHave` are columns that nothing else tells. Its faults lie in its row. */
export function readHeader(
  { sheet, rows }: Grid,
  mustHave: readonly FigureColumn[],
): { header: Header | null; row: number; faults: readonly Fault[] } {
  const at = Math.max(
    0,
    rows
      .slice(0, TITLE_ROWS)
      .findIndex(({ cells }) => cells.some((cell) => columnOf(cellText(cell)) === 'indicator')),
  );
  const line = rows[at];
  if (!line) return { header: null, row: 1, faults: [fault('FILE_EMPTY', { what: 'header row' })] };
  const headings = line.cells.map((cell) => cellText(cell).trim());
  const columns = headings.map((heading) => (heading === '' ? null : columnOf(heading)));
  const faults = [
    ...unknownColumns(headings.filter((heading, position) => heading !== '' && columns[position] === null)),
    ...headings
      .filter((_heading, position) => {
        const column = columns[position];
        return column != null && columns.indexOf(column) !== position;
      })
      .map((column) => fault('COLUMN_REPEATED', { column })),
    ...[...REQUIRED, ...mustHave]
      .filter((column) => !columns.includes(column))
      .map((column) => fault('COLUMN_MISSING', { column, inEntries: line.row === NO_ROW })),
  ];
  const body = rows.slice(at + 1);
  if (faults.length === 0 && body.length === 0)
    faults.push(fault('FILE_EMPTY', { what: 'rows below the header' }));
  if (faults.length > 0) return { header: null, row: line.row, faults };
  const placed = columns.flatMap((column, position) => (column ? [[column, position] as const] : []));
  const names = Object.fromEntries(
    placed.map(([column, position]) => [
      column,
      sheet === undefined ? (headings[position] ?? '') : columnLetter(position),
    ]),
  );
  const width = headings.findLastIndex((heading) => heading !== '') + 1;
  return { header: { row: line.row, width, positions: new Map(placed), names, body }, row: line.row, faults };
}

function unknownColumns(headings: readonly string[]): readonly Fault[] {
  if (headings.length <= UNKNOWN_ONE_BY_ONE)
    return headings.map((value) => fault('COLUMN_UNKNOWN', { value, known: KNOWN }));
  return [
    fault('COLUMNS_UNKNOWN', { columns: headings.slice(0, UNKNOWN_ONE_BY_ONE), count: headings.length }),
  ];
}
