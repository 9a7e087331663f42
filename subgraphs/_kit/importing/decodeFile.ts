import { fault, faultOf, type Fault, type FileFault } from '../../../schema/errors/index.ts';
import { readRecords } from '../csv/readTable.ts';
import {
  withPlainTexts,
  type FigureTable,
  type FiguresFile,
  type PlacedRow,
} from '../figures/figureTable.ts';
import { decodeGrid, type DecodedGrid, type ImportLine } from './decodeGrid.ts';
import { decodeJson } from './decodeJson.ts';
import { cellText, type Grid } from './grid.ts';
import { columnOf } from './headings.ts';
import { FILE_LIMITS } from './limits.ts';
import { codesOf } from './newIndicators.ts';
import { readSettings, type TemplateSettings } from './settings.ts';
import { SHEET_NAMES, sheetKindOf } from './sheetNames.ts';
import { openWorkbook } from './workbook/openWorkbook.ts';

/** What an import names beside its file; null where the file says it. */
export interface ImportTarget extends ImportLine {
  readonly agency: string | null;
}

/** A file decoded into rows of figures, before anybody asks whether its codes are known. */
export interface DecodedFile extends FigureTable {
  /** What a template says of itself; null for other files. */
  readonly settings: TemplateSettings | null;
  /** The sheet for new indicators, where the template has one that is filled in. */
  readonly indicators: Grid | null;
}

const NOTHING_NAMED: ImportTarget = { agency: null, organisation: null, period: null, document: null };

/**
 * Decodes a file of figures: the figures CSV, the template as CSV or workbook, any workbook whose sheets have the columns
 * of the figures CSV, or JSON. Everything that is wrong with the file and its cells is told at once; which codes are known
 * is not asked here.
 */
export async function decodeFile(
  file: FiguresFile,
  target: Partial<ImportTarget> = {},
): Promise<DecodedFile> {
  const { name, bytes } = file;
  const named = { ...NOTHING_NAMED, ...target };
  try {
    if (bytes.length > FILE_LIMITS.bytes) {
      const limit = `${FILE_LIMITS.bytes / 1024 / 1024} MB`;
      return refused(name, fault('FILE_TOO_LARGE', { what: `${bytes.length} bytes`, limit }));
    }
    switch (kindOf(file)) {
      case 'WORKBOOK':
        return decodeWorkbook(name, await openWorkbook(bytes), named);
      case 'JSON':
        return decodeGrids(name, decodeJson(bytes), named);
      case 'CSV':
        return decodeCsv(file, named);
      case null:
        return refused(name, fault('FILE_KIND_UNKNOWN', { value: name }));
    }
  } catch (error) {
    const said = faultOf(error);
    if (!said) throw error;
    return refused(name, said);
  }
}

function refused(file: string, what: Fault): DecodedFile {
  return { file, rows: [], faults: [{ file, fault: what }], settings: null, indicators: null };
}

/** By its name; a workbook under another name is one all the same, and what calls itself one is looked at as such. */
function kindOf({ name, bytes }: FiguresFile): 'WORKBOOK' | 'JSON' | 'CSV' | null {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  const isArchive = Buffer.from(bytes.subarray(0, 2)).toString('latin1') === 'PK';
  if (isArchive || ending === 'xlsx' || ending === 'xls' || ending === 'xlsm') return 'WORKBOOK';
  return ending === 'json' ? 'JSON' : ending === 'csv' ? 'CSV' : null;
}

function decodeGrids(file: string, grids: readonly Grid[], target: ImportTarget): DecodedFile {
  const decoded = grids.map((grid) =>
    decodeGrid({ file, grid, form: 'plain', line: target, kind: 'FIGURES', isStrict: false }),
  );
  return { ...joined(file, decoded), settings: null, indicators: null };
}

function decodeCsv({ name: file, bytes }: FiguresFile, target: ImportTarget): DecodedFile {
  const { records, separator, fault: unreadable } = readRecords(bytes, (text) => columnOf(text) !== null);
  if (unreadable) return refused(file, unreadable);
  if (records.length > FILE_LIMITS.rows) {
    const limit = `${FILE_LIMITS.rows} rows`;
    return refused(file, fault('FILE_TOO_LARGE', { what: `${records.length} rows`, limit }));
  }
  const rows = records
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const isSetting = (cells: readonly string[]): boolean => cells[0]?.trim().startsWith('#') ?? false;
  const first = rows.findIndex(({ cells }) => !isSetting(cells));
  const [settingRows, body] = first < 0 ? [rows, []] : [rows.slice(0, first), rows.slice(first)];
  const grid: Grid = { sheet: undefined, isHidden: false, rows: body, hiddenColumns: [], merges: [] };
  if (settingRows.length === 0) {
    const form = separator === ';' ? 'semicolons' : 'plain';
    const decoded = decodeGrid({ file, grid, form, line: target, kind: 'FIGURES', isStrict: true });
    return { ...joined(file, [withTexts(decoded)]), settings: null, indicators: null };
  }
  const { settings, faults } = readSettings(file, { sheet: undefined, rows: settingRows });
  const line = lineOf(settings, target);
  const open = unsaid(file, { sheet: undefined, rows: settingRows }, line);
  const found = [...faults, ...otherTarget(file, undefined, settings, target), ...open];
  const reading = { file, grid, form: settings.locale, line, kind: 'FORM' } as const;
  const decoded = withTexts(decodeGrid({ ...reading, isStrict: false }));
  return { ...joined(file, [{ rows: [], faults: found }, decoded]), settings, indicators: null };
}

function withTexts({ rows, faults }: DecodedGrid): DecodedGrid {
  return { rows: rows.map(withPlainTexts), faults };
}

function decodeWorkbook(file: string, grids: readonly Grid[], target: ImportTarget): DecodedFile {
  const settingsSheet = grids.find(({ sheet = '' }) => sheetKindOf(sheet) === 'SETTINGS');
  const filled = grids.filter(({ rows }) => rows.length > 0);
  if (!settingsSheet) {
    if (filled.length === 0) return refused(file, fault('FILE_EMPTY', { what: 'sheet with content' }));
    return decodeGrids(file, filled, target);
  }
  const { settings, faults } = readSettings(file, settingsSheet);
  const line = lineOf(settings, target);
  const found: FileFault[] = [
    ...faults,
    ...otherTarget(file, settingsSheet.sheet, settings, target),
    ...unsaid(file, settingsSheet, line),
  ];
  const decoded = filled.flatMap((grid): DecodedGrid[] => {
    const kind = sheetKindOf(grid.sheet ?? '');
    if (kind === 'FORM' || kind === 'FREE') {
      const isUntouched = kind === 'FREE' && grid.rows.length === 1;
      return isUntouched
        ? []
        : [decodeGrid({ file, grid, form: settings.locale, line, kind, isStrict: false })];
    }
    if (kind === null) {
      const known = [SHEET_NAMES.FORM, SHEET_NAMES.FREE];
      const place = { file, sheet: grid.sheet ?? '' };
      found.push({ ...place, fault: fault('SHEET_UNKNOWN', { value: place.sheet, known }) });
    }
    return [];
  });
  const indicators = filled.find(
    ({ sheet = '', rows }) => sheetKindOf(sheet) === 'INDICATORS' && rows.length > 1,
  );
  const table = joined(file, [{ rows: [], faults: found }, ...decoded]);
  return { ...table, rows: withRemedies(table.rows, indicators), settings, indicators: indicators ?? null };
}

/** Rows about indicators that only the template's own sheet knows are told to wait for it. */
function withRemedies(rows: readonly PlacedRow[], indicators: Grid | undefined): readonly PlacedRow[] {
  if (!indicators) return rows;
  const announced = new Set(codesOf(indicators));
  const indicatorRemedy = `It stands on the sheet "${indicators.sheet ?? ''}": hand that in first.`;
  return rows.map((row) => (announced.has(row.cells.indicator ?? '') ? { ...row, indicatorRemedy } : row));
}

function joined(file: string, parts: readonly DecodedGrid[]): FigureTable {
  const rows = parts.flatMap((part) => part.rows);
  const faults = parts.flatMap((part) => part.faults);
  if (rows.length === 0 && faults.length === 0) {
    faults.push({ file, fault: fault('FILE_EMPTY', { what: 'figure that is filled in' }) });
  }
  return { file, rows, faults };
}

/** What the import names, else what the template was made for; what neither says is told once, and not of every row. */
function lineOf(settings: TemplateSettings, target: ImportTarget): ImportLine {
  const said = (name: keyof ImportLine) => target[name] ?? settings[name];
  return { organisation: said('organisation'), period: said('period'), document: said('document') };
}

/** What a template leaves open, and the import as well. */
function unsaid(
  file: string,
  { sheet, rows }: Pick<Grid, 'sheet' | 'rows'>,
  line: ImportLine,
): readonly FileFault[] {
  return (['organisation', 'period', 'document'] as const).flatMap((name) => {
    if (line[name] !== '') return [];
    const row = rows.find(({ cells }) =>
      cells.some((cell) => cellText(cell).replace('#', '').trim() === name),
    )?.row;
    const place = { file, ...(sheet !== undefined && { sheet }), ...(row !== undefined && { row }) };
    return [
      {
        ...place,
        fault: fault('CELL_REQUIRED', { expected: `${SETTING_WORDS[name]}, or name it on import` }),
      },
    ];
  });
}

const SETTING_WORDS: Readonly<Record<keyof ImportLine, string>> = {
  organisation: 'the code of the organisation',
  period: 'the reporting period, such as 2024-Q1',
  document: 'the code of the document that prints the figures',
};

/** Where the template was made for something else than it is imported for. */
function otherTarget(
  file: string,
  sheet: string | undefined,
  settings: TemplateSettings,
  target: ImportTarget,
): readonly FileFault[] {
  return (['agency', 'organisation', 'period'] as const).flatMap((what) => {
    const [value, expected] = [settings[what], target[what]];
    if (expected === null || value === expected) return [];
    const place = { file, ...(sheet !== undefined && { sheet }) };
    return [{ ...place, fault: fault('TEMPLATE_OF_OTHER', { what, value, expected }) }];
  });
}
