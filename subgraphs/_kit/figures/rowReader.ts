import { fault, type Fault, type FileFault } from '../../../schema/errors/index.ts';
import type { Parsed } from '../../../schema/values/index.ts';
import type { FigureColumn } from './columns.ts';
import type { PlacedRow } from './figureTable.ts';

/** Reads the cells of one row and keeps what is wrong with them, so that a row tells all its faults at once. */
export interface RowReader {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly row: number;
  /** What to do where the indicator is not known, if that is not to look for its code. */
  readonly indicatorRemedy: string | undefined;
  /** The cell's text; empty where the column is absent. */
  text(column: FigureColumn): string;
  /** The cell through a parser; null where it is empty or was refused. */
  parsed<T>(column: FigureColumn, parse: (text: string) => Parsed<T>, refusal: TextRefusal): T | null;
  /** One of a closed list; null where empty or refused. */
  member<Member extends string>(column: FigureColumn, members: readonly Member[]): Member | null;
  /** Says that a cell must not be empty when it is. */
  require(column: FigureColumn, expected: string): void;
  /** Says that a cell must be empty when it is not. */
  forbid(column: FigureColumn, reason: string): void;
  refuse(column: FigureColumn, what: Fault): void;
  /** Whether anything in the row was refused so far. */
  isRefused(): boolean;
}

export type TextRefusal = 'PERIOD_INVALID' | 'DECIMAL_INVALID' | 'DATE_INVALID' | 'CELL_INVALID';

export function createRowReader(
  file: string,
  { sheet, row, cells, columnNames = {}, indicatorRemedy, refused }: PlacedRow,
  faults: FileFault[],
): RowReader {
  const text = (column: FigureColumn) => cells[column] ?? '';
  let isRefused = refused !== undefined && refused.size > 0;
  const refuse = (column: FigureColumn, what: Fault) => {
    isRefused = true;
    if (refused?.has(column)) return;
    const place = { file, ...(sheet !== undefined && { sheet }), row };
    faults.push({ ...place, column: columnNames[column] ?? column, fault: what });
  };
  return {
    file,
    sheet,
    row,
    indicatorRemedy,
    text,
    refuse,
    isRefused: () => isRefused,
    parsed(column, parse, refusal) {
      const value = text(column);
      if (value === '') return null;
      const result = parse(value);
      if (result.ok) return result.value;
      refuse(column, fault(refusal, { value, expected: result.expected }));
      return null;
    },
    member(column, members) {
      const value = text(column);
      if (value === '') return null;
      const found = members.find((member) => member === value);
      if (found === undefined)
        refuse(column, fault('CELL_INVALID', { value, expected: members.join(', '), known: members }));
      return found ?? null;
    },
    require(column, expected) {
      if (text(column) === '') refuse(column, fault('CELL_REQUIRED', { expected }));
    },
    forbid(column, reason) {
      const value = text(column);
      if (value !== '') refuse(column, fault('CELL_NOT_EMPTY', { value, reason }));
    },
  };
}
