import type { Fault } from './fault.ts';

/**
 * Where in a file a fault lies. Rows count from 1 with the header; absent where the whole file or row is meant. A column
 * is called as the file shows it: by its heading, in a sheet by its letter.
 */
export interface FileFault {
  readonly file: string;
  /** The sheet of a workbook; absent in other files. */
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly fault: Fault;
}

/** One line for people: `figures/a.csv, row 4, column "unit": Unit "…" is not known.` */
export function formatFileFault({ file, sheet, row, column, fault }: FileFault): string {
  const place = [
    file,
    ...(sheet === undefined ? [] : [`sheet "${sheet}"`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column "${column}"`]),
  ];
  return `${place.join(', ')}: ${fault.message} [${fault.code}]`;
}

/** A file that was refused whole, with all its faults in the order of its rows. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';
  readonly faults: readonly FileFault[];

  constructor(faults: readonly FileFault[]) {
    super(faults.map(formatFileFault).join('\n'));
    this.faults = faults;
  }
}
