import { fault } from '../../../schema/errors/index.ts';
import {
  comparePeriods,
  parsePeriod,
  periodFrequency,
  REPORTING_CALENDARS,
  type Frequency,
  type Period,
  type ReportingCalendar,
} from '../../../schema/values/index.ts';
import { FileReading, type ReadEntry } from '../../_kit/index.ts';

/** How often a report can be owed. */
export const OBLIGATION_FREQUENCIES = [
  'YEAR',
  'HALF_YEAR',
  'QUARTER',
  'MONTH',
] as const satisfies readonly Frequency[];
export type ObligationFrequency = (typeof OBLIGATION_FREQUENCIES)[number];

/** What an agency has to report about an organisation, how often, and until when. */
export interface Obligation {
  readonly agency: string;
  /** The organisation or area that the figures are about. */
  readonly organisation: string;
  readonly frequency: ObligationFrequency;
  readonly calendar: ReportingCalendar;
  /** Whole days after the last covered day until whose end the figures are due; null without a deadline. */
  readonly deadlineDays: number | null;
  /** The first period that it holds for; null where it always has. */
  readonly from: Period | null;
  /** The last period that it holds for; null where no end is set. */
  readonly to: Period | null;
  /** Codes of the agency's indicators to be reported at least, in the order of the file; may be empty. */
  readonly indicators: readonly string[];
}

type Row = ReturnType<FileReading['rows']>[number];
type Codes = ReadonlyMap<string, unknown>;

/** Columns of a list of obligations. */
export const OBLIGATION_COLUMNS = {
  required: ['agency', 'organisation', 'frequency', 'calendar', 'deadline_days', 'from', 'to', 'indicators'],
  optional: [],
};
/** The columns that say whose obligation it is and when it holds. */
const VALIDITY: readonly string[] = ['agency', 'organisation', 'frequency', 'from', 'to'];

/**
 * Reads the reporting obligations, in the order of the file; of one agency, organisation and frequency at most one holds
 * in a period. Indicators are the agencies' own words: only that each stands once is checked here.
 * @throws RefusedFile with all faults.
 */
export function readObligations(path: string, agencies: Codes, organisations: Codes): readonly Obligation[] {
  const reading = new FileReading(path);
  const rows = reading.rows(path, OBLIGATION_COLUMNS);
  const entries = readObligationRows(reading, rows, { agencies, organisations, obligations: [] });
  reading.finish();
  return entries.map(({ entry }) => entry as Obligation);
}

/** What tells an obligation from others: whose it is, how often, and from when. */
export function obligationKey({ agency, organisation, frequency, from }: Obligation): string {
  return [agency, organisation, frequency, from ?? ''].join('|');
}

/** Reads obligations that come to those that are there, or take the place of their like. */
export function readObligationRows(
  reading: FileReading,
  rows: readonly Row[],
  before: {
    readonly agencies: Codes;
    readonly organisations: Codes;
    readonly obligations: readonly Obligation[];
  },
): readonly ReadEntry[] {
  const { agencies, organisations } = before;
  const entries = rows.map((row) => ({
    row: row.row,
    obligation: readObligation(reading, row, agencies, organisations),
  }));
  const datable = entries.filter(
    ({ row }) => !reading.faults.some((found) => found.row === row && VALIDITY.includes(found.column ?? '')),
  );
  datable.forEach(({ row, obligation }, index) => {
    const first = datable.slice(0, index).find((earlier) => overlap(earlier.obligation, obligation));
    if (first) reading.refuse(row, 'from', fault('OBLIGATION_OVERLAPS', { firstRow: first.row }));
    const named = new Set(entries.map((entry) => obligationKey(entry.obligation)));
    const other = before.obligations.find(
      (one) => !named.has(obligationKey(one)) && overlap(one, obligation),
    );
    if (other) {
      const expected = `a time that the obligation from "${other.from ?? ''}" to "${other.to ?? ''}" does not hold for: end that one first`;
      reading.refuse(row, 'from', fault('CELL_INVALID', { value: obligation.from ?? '', expected }));
    }
  });
  return entries.map(({ row, obligation }) => ({
    kind: 'obligation',
    key: obligationKey(obligation),
    entry: obligation,
    row,
  }));
}

function readObligation(reading: FileReading, row: Row, agencies: Codes, organisations: Codes): Obligation {
  const agency = readCode(reading, row, 'agency', 'Agency', agencies);
  const organisation = readCode(reading, row, 'organisation', 'Organisation', organisations);
  const frequency = reading.oneOf<ObligationFrequency>(row, 'frequency', OBLIGATION_FREQUENCIES);
  const calendar = reading.oneOf<ReportingCalendar>(row, 'calendar', REPORTING_CALENDARS);
  const deadlineDays = readDays(reading, row);
  const from = readBound(reading, row, 'from');
  const to = readBound(reading, row, 'to');
  if (from !== null && to !== null && comparePeriods(from, to) > 0) {
    const expected = `a period not before "${from}", the first one`;
    reading.refuse(row.row, 'to', fault('CELL_INVALID', { value: to, expected }));
  }
  const indicators = readIndicators(reading, row);
  return { agency, organisation, frequency, calendar, deadlineDays, from, to, indicators };
}

/** One code that must be there and known. */
function readCode(
  reading: FileReading,
  { row, cells }: Row,
  column: string,
  what: 'Agency' | 'Organisation',
  known: Codes,
): string {
  const value = cells[column] ?? '';
  if (value === '') {
    reading.refuse(row, column, fault('CELL_REQUIRED', { expected: `the code of an ${what.toLowerCase()}` }));
  } else if (!known.has(value)) {
    reading.refuse(row, column, fault('CODE_UNKNOWN', { what, value, known: [...known.keys()] }));
  }
  return value;
}

function readDays(reading: FileReading, { row, cells }: Row): number | null {
  const value = cells.deadline_days ?? '';
  if (value === '') return null;
  if (!/^(0|[1-9]\d{0,2})$/.test(value)) {
    const expected = 'a whole number of days from 0 to 999, or nothing where there is no deadline';
    reading.refuse(row, 'deadline_days', fault('CELL_INVALID', { value, expected }));
  }
  return Number(value);
}

/** A period of the row's frequency; null where the cell is empty or refused. */
function readBound(reading: FileReading, { row, cells }: Row, column: 'from' | 'to'): Period | null {
  const value = cells[column] ?? '';
  if (value === '') return null;
  const period = parsePeriod(value);
  if (!period.ok) {
    reading.refuse(row, column, fault('PERIOD_INVALID', { value, expected: period.expected }));
    return null;
  }
  const frequency = OBLIGATION_FREQUENCIES.find((one) => one === cells.frequency);
  // Where the frequency itself is refused, there is nothing to measure the period by.
  if (frequency === undefined || periodFrequency(period.value) === frequency) return period.value;
  const expected = `a period of the frequency ${frequency}, as the obligation has`;
  reading.refuse(row, column, fault('CELL_INVALID', { value, expected }));
  return null;
}

function readIndicators(reading: FileReading, { row, cells }: Row): readonly string[] {
  const value = cells.indicators ?? '';
  const codes = value === '' ? [] : value.split(';');
  if (new Set(codes).size < codes.length || !codes.every((code) => /^[a-zA-Z0-9-]+$/.test(code))) {
    const expected = 'codes of indicators joined by ";", each once';
    reading.refuse(row, 'indicators', fault('CELL_INVALID', { value, expected }));
  }
  return codes;
}

function overlap(one: Obligation, other: Obligation): boolean {
  const isOfSameLine =
    one.agency === other.agency &&
    one.organisation === other.organisation &&
    one.frequency === other.frequency;
  return isOfSameLine && beginsBeforeEndOf(one, other) && beginsBeforeEndOf(other, one);
}

function beginsBeforeEndOf({ from }: Obligation, { to }: Obligation): boolean {
  return from === null || to === null || comparePeriods(from, to) <= 0;
}
