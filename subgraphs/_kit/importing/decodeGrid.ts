import { fault, type Fault, type FileFault } from '../../../schema/errors/index.ts';
import { FIGURE_COLUMNS, type FigureColumn } from '../figures/columns.ts';
import type { PlacedRow } from '../figures/figureTable.ts';
import { cellText, columnLetter, NO_ROW, type Grid, type GridCell, type GridRow } from './grid.ts';
import { readHeader, type Header } from './header.ts';
import { TEMPLATE_HEADINGS, type TemplateColumn } from './headings.ts';
import type { ReadForm } from './numberText.ts';
import { readCell, type NumberReading } from './readCell.ts';
import { markOf } from './settings.ts';

/** What an import says about all rows of a file; null where each row says it, empty where nothing does and that is told. */
export interface ImportLine {
  readonly organisation: string | null;
  readonly period: string | null;
  readonly document: string | null;
}

/** A grid, and how it is to be read. */
export interface GridReading {
  readonly file: string;
  readonly grid: Grid;
  readonly form: ReadForm;
  /** What a row says that leaves it open. */
  readonly line: ImportLine;
  /** The form with its rows laid out, free rows of a template, or a file of no template. */
  readonly kind: 'FORM' | 'FREE' | 'FIGURES';
  /** Whether every row has as many cells as the header, as in a CSV file. */
  readonly isStrict: boolean;
}

/** Rows of figures as far as they could be decoded, in the order of the grid. */
export interface DecodedGrid {
  readonly rows: readonly PlacedRow[];
  readonly faults: readonly FileFault[];
}

/** Decodes one grid into rows in the columns of the figures CSV, with all that is wrong with its cells. */
export function decodeGrid(reading: GridReading): DecodedGrid {
  const { file, grid, line, kind } = reading;
  const faults: FileFault[] = [];
  const refuse = (what: Fault, row?: number, column?: string): void => {
    const sheet = grid.sheet !== undefined && { sheet: grid.sheet };
    faults.push({
      file,
      ...sheet,
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
      fault: what,
    });
  };
  if (grid.isHidden) {
    refuse(fault('HIDDEN_CONTENT', { what: 'The sheet' }));
    return { rows: [], faults };
  }
  const open = (['organisation', 'period', 'document'] as const).filter((name) => line[name] === null);
  const { header, row, faults: ofHeader } = readHeader(grid, open);
  for (const what of ofHeader) refuse(what, what.code === 'FILE_EMPTY' || row === NO_ROW ? undefined : row);
  if (header === null) return { rows: [], faults };
  const isOfTemplate = Object.keys(TEMPLATE_HEADINGS).some((name) =>
    header.positions.has(name as TemplateColumn),
  );
  if (kind === 'FIGURES' && isOfTemplate)
    refuse(fault('TEMPLATE_CHANGED', { what: 'The part with the settings' }));
  refuseUnseen(grid, header, refuse);
  const rows = header.body
    .filter((one) => isTold(one, header, kind))
    .map((one) => decodeRow(one, header, reading, refuse))
    .filter((one): one is PlacedRow => one !== null);
  return { rows, faults };
}

/** Notes a fault of a sheet, or of a row and column of it. */
export type Refuse = (what: Fault, row?: number, column?: string) => void;

/** Refuses what people do not see, or cannot tell the row of, in columns and merged cells from the header on. */
export function refuseUnseen(
  { hiddenColumns, merges }: Grid,
  { row, body }: Pick<Header, 'row' | 'body'>,
  refuse: Refuse,
): void {
  for (const position of hiddenColumns) {
    if (body.some(({ cells }) => cellText(cells[position]).trim() !== ''))
      refuse(fault('HIDDEN_CONTENT', { what: `Column ${columnLetter(position)}` }));
  }
  for (const range of merges) {
    const last = Number(/\d+$/.exec(range)?.[0] ?? 0);
    if (last >= row) refuse(fault('CELLS_MERGED', { range }), Number(/\d+/.exec(range)?.[0] ?? last));
  }
}

/** Columns of the form that its reader fills in: where none of them is filled, nothing is reported. */
const FILLED_IN: readonly FigureColumn[] = ['value', 'missing', 'qualifier', 'as_at', 'note'];

function isTold({ cells }: GridRow, { positions }: Header, kind: GridReading['kind']): boolean {
  if (kind !== 'FORM') return cells.some((cell) => cellText(cell).trim() !== '');
  return FILLED_IN.some((column) => cellText(cells[positions.get(column) ?? -1]).trim() !== '');
}

function decodeRow(
  { row, isHidden, cells }: GridRow,
  header: Header,
  { grid, form, line, kind, isStrict }: GridReading,
  refuse: Refuse,
): PlacedRow | null {
  if (isHidden) {
    refuse(fault('HIDDEN_CONTENT', { what: 'The row' }), row);
    return null;
  }
  if (isStrict && cells.length !== header.width) {
    const reason = `the row has ${cells.length} cells, the header ${header.width}`;
    refuse(fault('FILE_NOT_CSV', { reason }), row);
    return null;
  }
  refuseBesideHeadings(cells, header, row, grid, refuse);
  const text = (column: FigureColumn | TemplateColumn): string =>
    cellText(cells[header.positions.get(column) ?? -1]).trim();
  const refused = new Set<FigureColumn>();
  const refuseCell = (column: FigureColumn, what: Fault): void => {
    refused.add(column);
    refuse(what, row, header.names[column] ?? column);
  };
  const read = readCells(cells, header, { form, isInPercent: isInPercent(text) }, refuseCell);
  for (const column of fillIn(read, line, refuseCell)) refused.add(column);
  // The template is made for its period: where it names no time, it means that one.
  if (!header.positions.has('time') || (kind !== 'FIGURES' && read.time === ''))
    read.time = read.period ?? '';
  if (kind === 'FORM' && !isMarked(text)) {
    refuse(fault('TEMPLATE_CHANGED', { what: 'A locked cell of this row' }), row);
    refused.add('indicator');
  }
  const sheet = grid.sheet !== undefined && { sheet: grid.sheet };
  return { row, ...sheet, cells: read, columnNames: header.names, refused };
}

type RefuseCell = (column: FigureColumn, what: Fault) => void;
type Read = Partial<Record<FigureColumn, string>>;

function readCells(
  cells: readonly GridCell[],
  { positions }: Header,
  reading: NumberReading,
  refuse: RefuseCell,
): Read {
  const read: Read = {};
  for (const column of FIGURE_COLUMNS) {
    const cell = cells[positions.get(column) ?? -1] ?? '';
    const said = readCell(column, cell, reading);
    if (typeof said === 'string') read[column] = said;
    else refuse(column, said);
    // Also a reason that is refused is one: the value is not asked for beside it.
    if (column === 'missing') read[column] ??= cellText(cell);
  }
  return read;
}

/** A row with a comparison has the comparison's unit. */
function isInPercent(text: (column: FigureColumn) => string): boolean {
  const compares = FIGURE_COLUMNS.some((column) => column.startsWith('comparison_') && text(column) !== '');
  return text(compares ? 'comparison_unit' : 'unit') === 'percent';
}

/** Adds what the import says of all rows; gives the columns of which it was told already that nothing says them. */
function fillIn(read: Read, line: ImportLine, refuse: RefuseCell): readonly FigureColumn[] {
  return (['organisation', 'period', 'document'] as const).filter((name) => {
    const [value, expected] = [read[name] ?? '', line[name]];
    if (value === '') {
      read[name] = expected ?? '';
      return expected === '';
    }
    if (name !== 'document' && expected && value !== expected)
      refuse(name, fault('LINE_OF_OTHER', { what: name, value, expected }));
    return false;
  });
}

/** Whether a row of the form is as it was laid out; free rows at the end of a CSV have no mark, and no words. */
function isMarked(text: (column: FigureColumn | TemplateColumn) => string): boolean {
  const mark = text('mark');
  if (mark === '' && text('unit_label') === '' && text('label_vi') === '') return true;
  return (
    mark ===
    markOf({
      indicator: text('indicator'),
      breakdown: text('breakdown'),
      time: text('time'),
      unit: text('unit'),
      unit_multiplier: text('unit_multiplier'),
      unit_label: text('unit_label'),
    })
  );
}

/** Content below no heading: nobody could tell what it is. */
function refuseBesideHeadings(
  cells: readonly GridCell[],
  { positions, width }: Header,
  row: number,
  { sheet }: Grid,
  refuse: Refuse,
): void {
  const known = new Set(positions.values());
  cells.forEach((cell, position) => {
    const value = cellText(cell).trim();
    if (value === '' || known.has(position)) return;
    const reason = 'its column has no heading';
    const column = sheet === undefined && position < width ? undefined : columnLetter(position);
    refuse(fault('CELL_NOT_EMPTY', { value, reason }), row, column);
  });
}
