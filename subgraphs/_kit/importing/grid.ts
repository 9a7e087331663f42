/** A cell that is no text: what it is, as people see it. */
export interface TypedCell {
  readonly kind: 'number' | 'formula' | 'date' | 'error' | 'boolean';
  /** A number in plain digits with a point, at most 15 that count; a day as 2024-03-31; what stands there, else. */
  readonly text: string;
  /** How a number is shown: a spreadsheet's number format. */
  readonly format?: string;
}

/** A cell as its file holds it; the empty text where it holds nothing. */
export type GridCell = string | TypedCell;

/** The row of headings that no file has: names of members stand in every entry of a list. */
export const NO_ROW = 0;

export interface GridRow {
  /** As a spreadsheet shows it, from 1; or {@link NO_ROW}. */
  readonly row: number;
  readonly isHidden?: boolean;
  readonly cells: readonly GridCell[];
}

/** A rectangle of cells: a CSV file, a sheet of a workbook, or a list of objects. Rows without content are left out. */
export interface Grid {
  /** The sheet of a workbook; undefined in other files. */
  readonly sheet: string | undefined;
  readonly isHidden: boolean;
  readonly rows: readonly GridRow[];
  /** Positions of columns that are hidden, from 0. */
  readonly hiddenColumns: readonly number[];
  /** `B4:B7`. */
  readonly merges: readonly string[];
}

/** What stands in a cell, for people. */
export function cellText(cell: GridCell | undefined): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '');
}

/** "A" for 0, "AA" for 26. */
export function columnLetter(position: number): string {
  const rest = String.fromCharCode(65 + (position % 26));
  return position < 26 ? rest : columnLetter(Math.floor(position / 26) - 1) + rest;
}
