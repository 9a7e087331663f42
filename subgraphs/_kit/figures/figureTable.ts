import type { FileFault } from '../../../schema/errors/index.ts';
import { plainText } from '../csv/inertText.ts';
import { readTable, type TableRow } from '../csv/readTable.ts';
import { FIGURES_TABLE, TEXT_COLUMNS, type FigureColumn } from './columns.ts';

/** A row of figures, and where people find it. */
export interface PlacedRow extends TableRow {
  /** The sheet of a workbook; absent in other files. */
  readonly sheet?: string;
  /** What the file calls a column, where that is not its name: the letter in a sheet. */
  readonly columnNames?: Readonly<Partial<Record<FigureColumn, string>>>;
  /** What to do where the row's indicator is not known, if that is not to look for its code. */
  readonly indicatorRemedy?: string;
  /** Columns whose cells have been refused already: nothing more is said of them, and the row is none. */
  readonly refused?: ReadonlySet<FigureColumn>;
}

/** Rows in the columns of the figures CSV, wherever they come from, and what is wrong with their file already. */
export interface FigureTable {
  readonly file: string;
  readonly rows: readonly PlacedRow[];
  readonly faults: readonly FileFault[];
}

/** A figures CSV as it came. */
export interface FiguresFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The rows of a figures CSV that has all the columns that it must have. */
export function readFiguresFile({ name, bytes }: FiguresFile): FigureTable {
  const { rows, faults } = readTable(name, bytes, FIGURES_TABLE);
  return { file: name, rows: rows.map(withPlainTexts), faults };
}

/** The row with its texts as they are meant, where they were written so that no spreadsheet carries them out. */
export function withPlainTexts<Row extends TableRow>(row: Row): Row {
  const texts = TEXT_COLUMNS.flatMap((column) => {
    const text = row.cells[column] ?? '';
    return text.startsWith("'") ? [[column, plainText(text)] as const] : [];
  });
  return texts.length === 0 ? row : { ...row, cells: { ...row.cells, ...Object.fromEntries(texts) } };
}
