import { TABLE_LIMITS } from '../csv/tableLimits.ts';

/**
 * What one file may hold. A workbook of 100,000 rows with all columns of the figures CSV half filled is 8.4 MB, inflates
 * to 60 MB and takes 0.8 GB while it is read, measured with exceljs 4.4.0; the bounds lie a little above that.
 */
export const FILE_LIMITS = {
  /** Of a file that is sent to an agency: what base64 and a request leave of the 16 MiB that a gateway takes. */
  sentBytes: 11 * 1024 * 1024,
  /** Of a file that is read at all: the command cuts it into parts that can be sent. */
  bytes: 64 * 1024 * 1024,
  /** Of all rows together, headings among them. */
  rows: TABLE_LIMITS.rows,
  /** Of one cell: what a spreadsheet holds. */
  cellCharacters: 32_767,
} as const;

/** What the archive of a workbook may hold, and what its reading may take. */
export const WORKBOOK_LIMITS = {
  entries: 500,
  sheets: 50,
  /** Of all parts together once they are inflated. */
  inflatedBytes: 80 * 1024 * 1024,
  /** How many times larger a part of more than a megabyte may become: text of sheets reaches some 30. */
  ratio: 200,
  /** The last row and column that a spreadsheet has. */
  lastRow: 1_048_576,
  lastColumn: 16_384,
  /** Merged cells of a sheet, all ranges together: a reader makes each of them. */
  mergedCells: 100_000,
  /** Memory of the thread that reads, beside the file. */
  heapMegabytes: 1024,
  timeMs: 120_000,
} as const;
