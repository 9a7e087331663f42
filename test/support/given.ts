import { join } from 'node:path';

import type {
  Comparison,
  Observation,
  Period,
  Release,
  ReleaseHeader,
  Source,
} from '../../schema/values/index.ts';
import type { Catalogue } from '../../subgraphs/_kit/catalogue/catalogue.ts';
import { readCatalogue, readUnits } from '../../subgraphs/_kit/catalogue/readCatalogue.ts';
import { FIGURE_COLUMNS, type FigureColumn } from '../../subgraphs/_kit/figures/columns.ts';
import type { FiguresFile } from '../../subgraphs/_kit/figures/figureTable.ts';

/** A value of the vocabulary whose branded texts may be given as plain literals. */
export type Plain<T> = {
  readonly [Key in keyof T]?: T[Key] extends { readonly __brand: string } | null
    ? string | Extract<T[Key], null>
    : T[Key];
};

/** Where the invented agency's catalogue lies. */
export const CATALOGUE_PATH = join(import.meta.dirname, '../fixtures/invented-catalogue.csv');
const UNITS_PATH = join(import.meta.dirname, '../../schema/units.csv');

/** The words of an invented agency: indicators with no, one or two dimensions and with one or two units. */
export function givenCatalogue(): Catalogue {
  return readCatalogue(CATALOGUE_PATH, readUnits(UNITS_PATH));
}

/** Section A.I.3 of the invented document `bao-cao`, in the body of the text. */
export function givenSource(change: Partial<Source> = {}): Source {
  return { document: 'bao-cao', section: 'A.I.3', footnote: null, ...change };
}

/** Two members disciplined in the first quarter of 2024, a final count. */
export function givenObservation(change: Plain<Observation> = {}): Observation {
  return {
    indicator: 'members-disciplined',
    organisation: 'ha-tinh-khoi',
    time: '2024-Q1',
    calendar: null,
    breakdown: {},
    unit: 'person',
    setBy: null,
    asAt: null,
    value: '2',
    unitMultiplier: 0,
    qualifier: null,
    stage: 'FINAL',
    missing: null,
    openDimensions: [],
    comparisons: [],
    sources: [givenSource()],
    note: null,
    seriesBreak: null,
    confidentiality: null,
    ...change,
  } as Observation;
}

/** An observation as stores hold it that were written before these words were told. */
export function asStoredBefore(observation: Observation): Observation {
  const later = ['calendar', 'seriesBreak', 'confidentiality'];
  return Object.fromEntries(
    Object.entries(observation).filter(([name]) => !later.includes(name)),
  ) as unknown as Observation;
}

/** Up by 5.23 % on the first quarter of 2023. */
export function givenComparison(change: Plain<Comparison> = {}): Comparison {
  return {
    against: 'SAME_PERIOD_LAST_YEAR',
    baseTime: '2023-Q1',
    setBy: null,
    peer: null,
    measure: 'PERCENT_CHANGE',
    value: '5.23',
    unit: 'percent',
    unitMultiplier: 0,
    qualifier: null,
    sources: [givenSource()],
    ...change,
  } as Comparison;
}

/** The first release of the agency `inspection` about `ha-tinh-khoi` in the first quarter of 2024, of one observation. */
export function givenRelease(change: Plain<Release> = {}): Release {
  const number = change.number ?? 1;
  return {
    agency: 'inspection',
    organisation: 'ha-tinh-khoi',
    period: '2024-Q1',
    number,
    publishedAt: '2024-04-01T00:00:00.000Z',
    supersedes: number > 1 ? number - 1 : null,
    hash: `hash-of-${number}`,
    observations: [givenObservation()],
    correction: null,
    acknowledgements: [],
    ...change,
  } as Release;
}

/** What a store tells of a release without its figures. */
export function headerOf(release: Release): ReleaseHeader {
  const { agency, organisation, period, number, publishedAt, supersedes, hash } = release;
  return { agency, organisation, period, number, publishedAt, supersedes, hash };
}

/** The cells of one row of a figures file. */
export type FigureCells = Partial<Record<FigureColumn, string>>;

const ROW: FigureCells = {
  indicator: 'members-disciplined',
  organisation: 'ha-tinh-khoi',
  period: '2024-Q1',
  time: '2024-Q1',
  value: '2',
  unit: 'person',
  stage: 'FINAL',
  document: 'bao-cao',
  section: 'A.I.3',
};

/** A row that prints a growth instead of the value. */
export const GROWTH: FigureCells = {
  value: '5.23',
  comparison_against: 'SAME_PERIOD_LAST_YEAR',
  comparison_measure: 'PERCENT_CHANGE',
  comparison_unit: 'percent',
};

/** A figures file with all columns; each row is two members disciplined in the first quarter of 2024 but for its change. */
export function givenFigures(...changes: readonly FigureCells[]): string {
  const rows = changes.map((change) => {
    const cells = { ...ROW, ...change };
    return FIGURE_COLUMNS.map((column) => quoted(cells[column] ?? '')).join();
  });
  return `${[FIGURE_COLUMNS.join(), ...rows].join('\n')}\n`;
}

/** A CSV text as a file with a name. */
export function givenFile(text: string, name = 'figures.csv'): FiguresFile {
  return { name, bytes: Buffer.from(text) };
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The default reporting period of the builders. */
export const Q1 = '2024-Q1' as Period;
