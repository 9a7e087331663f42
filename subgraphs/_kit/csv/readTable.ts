import { parse } from 'csv-parse/sync';

import { fault, type Fault, type FileFault } from '../../../schema/errors/index.ts';
import { separatorOf, SEPARATORS, type Separator } from './separator.ts';
import { oversizeOf } from './tableLimits.ts';

/** One row of a table: its number as a spreadsheet shows it (the header is 1) and its cells by column. */
export interface TableRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Columns {
  readonly required: readonly string[];
  /** Columns that may be left out; their cells are then empty. */
  readonly optional: readonly string[];
  /** What may stand between cells; {@link SEPARATORS} where left out. */
  readonly separators?: readonly Separator[];
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly faults: readonly FileFault[];
}

/** The cells of a CSV file as they stand there, line by line; or why it is none. */
export interface CsvRecords {
  readonly records: readonly (readonly string[])[];
  readonly separator: Separator;
  readonly fault: Fault | null;
}

/**
 * Reads the cells of a CSV file: UTF-8 with or without BOM, RFC 4180 but for its separator, which its header row tells.
 * Lines may have any number of cells, also none.
 */
export function readRecords(
  bytes: Uint8Array,
  isColumn: (heading: string) => boolean,
  separators: readonly Separator[] = SEPARATORS,
): CsvRecords {
  const separator = separatorOf(bytes, isColumn);
  const refusal = (what: Fault): CsvRecords => ({ records: [], separator, fault: what });
  const oversize = oversizeOf(bytes, separator);
  if (oversize) return refusal(oversize);
  const invalidByte = firstInvalidByte(bytes);
  if (invalidByte !== null) return refusal(fault('FILE_NOT_UTF8', { byte: invalidByte }));
  if (!separators.includes(separator)) {
    const what = separator === '\t' ? 'tabs' : `"${separator}"`;
    return refusal(fault('FILE_NOT_CSV', { reason: `its columns are separated by ${what}` }));
  }
  try {
    const reading = { bom: true, delimiter: separator, relax_column_count: true, skip_empty_lines: false };
    return { records: parse(Buffer.from(bytes), reading), separator, fault: null };
  } catch (error) {
    return refusal(fault('FILE_NOT_CSV', { reason: error instanceof Error ? error.message : String(error) }));
  }
}

/**
 * Reads a CSV file as {@link readRecords} does, header first. Rows whose cells are all empty are left out.
 * Faults of the file itself are returned, in the order of the file; then there are no rows.
 */
export function readTable(file: string, bytes: Uint8Array, columns: Columns): Table {
  const refusal = (what: Fault): Table => ({ rows: [], faults: [{ file, fault: what }] });
  const known = new Set([...columns.required, ...columns.optional]);
  const isColumn = (heading: string): boolean => known.has(heading);
  const { records, fault: unreadable } = readRecords(bytes, isColumn, columns.separators);
  if (unreadable) return refusal(unreadable);
  const [header, ...body] = records;
  if (!header?.some((name) => name.trim() !== ''))
    return refusal(fault('FILE_EMPTY', { what: 'header row' }));
  const headerFaults = checkHeader(header, columns);
  if (headerFaults.length > 0) {
    return { rows: [], faults: headerFaults.map((one) => ({ file, row: 1, fault: one })) };
  }

  const rows: TableRow[] = [];
  const faults: FileFault[] = [];
  body.forEach((record, index) => {
    const row = index + 2;
    if (record.every((cell) => cell.trim() === '')) return;
    if (record.length !== header.length) {
      const reason = `the row has ${record.length} cells, the header ${header.length}`;
      faults.push({ file, row, fault: fault('FILE_NOT_CSV', { reason }) });
      return;
    }
    const cells: Record<string, string> = Object.fromEntries(columns.optional.map((column) => [column, '']));
    header.forEach((name, position) => (cells[name] = (record[position] ?? '').trim()));
    rows.push({ row, cells });
  });
  if (rows.length === 0 && faults.length === 0)
    return refusal(fault('FILE_EMPTY', { what: 'rows below the header' }));
  return { rows, faults };
}

function checkHeader(header: readonly string[], { required, optional }: Columns): Fault[] {
  const known = [...required, ...optional];
  return [
    ...header
      .filter((name) => !known.includes(name))
      .map((name) => fault('COLUMN_UNKNOWN', { value: name, known })),
    ...header
      .filter((name, index) => known.includes(name) && header.indexOf(name) !== index)
      .map((column) => fault('COLUMN_REPEATED', { column })),
    ...required.filter((name) => !header.includes(name)).map((column) => fault('COLUMN_MISSING', { column })),
  ];
}

/** Position of the first byte that is not UTF-8, or null. */
function firstInvalidByte(bytes: Uint8Array): number | null {
  const isValid = (length: number, stream: boolean): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  if (isValid(bytes.length, false)) return null;
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isValid(middle + 1, true)) low = middle + 1;
    else high = middle;
  }
  // What begins a character and does not end it is noticed only behind it.
  while (!isValid(low, false)) low--;
  return low;
}
