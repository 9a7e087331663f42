/** What may stand between the cells of a CSV file: a spreadsheet with Vietnamese settings writes and expects ";". */
export const SEPARATORS = [',', ';'] as const;

/** One of {@link SEPARATORS}, or the tab of other text files, which is refused. */
export type Separator = (typeof SEPARATORS)[number] | '\t';

const CANDIDATES: readonly Separator[] = [...SEPARATORS, '\t'];

/** The header row is looked for so far into a file, behind the settings of a template. */
const LOOKED_AT = { bytes: 64 * 1024, lines: 30 };

/**
 * Which separator a file is written with, once for all its rows: the one that gives the most known columns in one of its
 * first lines; where none gives any, the one that gives the most cells in the first line. The comma of equals.
 */
export function separatorOf(bytes: Uint8Array, isColumn: (heading: string) => boolean): Separator {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, LOOKED_AT.bytes));
  const lines = text.split(/\r\n|\n|\r/, LOOKED_AT.lines);
  const columnsIn = (separator: Separator) =>
    Math.max(...lines.map((line) => headingsOf(line, separator).filter(isColumn).length));
  const cellsIn = (separator: Separator) => headingsOf(lines[0] ?? '', separator).length;
  return most(CANDIDATES.map(columnsIn)) ?? most(CANDIDATES.map((one) => cellsIn(one) - 1)) ?? ',';
}

/** Headings hold neither separators nor line breaks, though some programs put all cells between quotes. */
function headingsOf(line: string, separator: Separator): readonly string[] {
  return line.split(separator).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''));
}

function most(counts: readonly number[]): Separator | null {
  const highest = Math.max(...counts);
  return highest > 0 ? (CANDIDATES[counts.indexOf(highest)] ?? null) : null;
}
