import { catalogued, CataloguedError } from '../../../schema/errors/index.ts';
import { TABLE_LIMITS, tooWide } from '../csv/tableLimits.ts';
import { NO_ROW, type Grid, type GridCell } from './grid.ts';
import { FILE_LIMITS } from './limits.ts';

/**
 * A list of objects as a grid: the names of their members are the header, the first object is row 1. A number in digits
 * loses decimals on its way through other programs, and so is refused where the figure itself stands: figures are texts.
 * @throws FILE_NOT_JSON, FILE_TOO_LARGE
 */
export function decodeJson(bytes: Uint8Array): readonly Grid[] {
  const objects = readObjects(bytes);
  const names = namesIn(objects);
  const rows = objects.map((one, index) => ({
    row: index + 1,
    cells: names.map((name) => cellOf(name, index, one[name])),
  }));
  return [
    {
      sheet: undefined,
      isHidden: false,
      rows: [{ row: NO_ROW, cells: names }, ...rows],
      hiddenColumns: [],
      merges: [],
    },
  ];
}

type Member = Readonly<Record<string, unknown>>;

function readObjects(bytes: Uint8Array): readonly Member[] {
  // Before it is parsed: lists within lists, millions deep, take seconds and a gigabyte.
  const openings = bytes.reduce((sum, byte) => (byte === 0x5b || byte === 0x7b ? sum + 1 : sum), 0);
  if (openings > 2 * FILE_LIMITS.rows) throw tooLong(openings);
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw notJson(error instanceof SyntaxError ? error.message : 'it is not in UTF-8');
  }
  if (!Array.isArray(read)) throw notJson('it is no list');
  if (read.length === 0) throw catalogued('FILE_EMPTY', { what: 'entries' });
  if (read.length > FILE_LIMITS.rows) throw tooLong(read.length);
  const strange = read.findIndex((one) => typeof one !== 'object' || one === null || Array.isArray(one));
  if (strange >= 0) throw notJson(`entry ${strange + 1} of it is no object`);
  return read as readonly Member[];
}

/** The names of all members; each of them becomes a cell of each row. */
function namesIn(objects: readonly Member[]): readonly string[] {
  const names = new Set(objects.flatMap((one) => Object.keys(one)));
  if (names.size > TABLE_LIMITS.columns) throw new CataloguedError(tooWide(`${names.size} names of members`));
  return [...names];
}

function cellOf(name: string, index: number, value: unknown): GridCell {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && name !== 'value' && Number.isSafeInteger(value)) return String(value);
  const what = typeof value === 'number' ? `${value}, a number: write it as a text, "1853.40"` : 'no text';
  throw notJson(`member "${name}" of entry ${index + 1} is ${what}`);
}

function tooLong(entries: number): CataloguedError {
  return catalogued('FILE_TOO_LARGE', { what: `${entries} entries`, limit: `${FILE_LIMITS.rows} entries` });
}

function notJson(reason: string): CataloguedError {
  return catalogued('FILE_NOT_JSON', { reason });
}
