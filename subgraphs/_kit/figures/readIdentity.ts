import { fault } from '../../../schema/errors/index.ts';
import {
  parseBreakdown,
  parsePeriod,
  REPORTING_CALENDARS,
  type Breakdown,
  type Indicator,
  type ObservationIdentity,
  type Parsed,
  type Period,
} from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RowReader } from './rowReader.ts';

/** Whose figure of what, and in which period's release it stands. */
export interface RowIdentity {
  readonly period: Period;
  readonly identity: ObservationIdentity;
}

/** Reads the columns that say which figure a row is about; null when one of them was refused. */
export function readIdentity(reader: RowReader, catalogue: Catalogue): RowIdentity | null {
  const indicator = readIndicator(reader, catalogue);
  const unit = readUnit(reader, catalogue, indicator);
  const breakdown = readBreakdown(reader, catalogue, indicator);
  const organisation = reader.parsed('organisation', parseCode, 'CELL_INVALID');
  reader.require('organisation', 'the code of the organisation');
  const period = reader.parsed('period', parsePeriod, 'PERIOD_INVALID');
  reader.require('period', 'the reporting period, such as 2024-Q1');
  const time = reader.parsed('time', parsePeriod, 'PERIOD_INVALID');
  reader.require('time', 'the period that the figure describes, such as 2024-Q1');
  const calendar =
    reader.member('calendar', REPORTING_CALENDARS) === 'ADMINISTRATIVE' ? 'ADMINISTRATIVE' : null;
  const setBy = reader.text('set_by') || null;
  if (reader.text('stage') === 'PLANNED') reader.require('set_by', 'who set the plan');
  else reader.forbid('set_by', 'only a planned figure is set by somebody');
  if (!indicator || !unit || !breakdown || !organisation || !period || !time) return null;
  return {
    period,
    identity: { indicator: indicator.code, organisation, time, calendar, breakdown, unit, setBy },
  };
}

/** As for every code that a client sends. */
const LONGEST_CODE = 100;

function parseCode(text: string): Parsed<string> {
  return text.length <= LONGEST_CODE && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
    ? { ok: true, value: text }
    : { ok: false, expected: 'a code of small letters and digits joined by "-"' };
}

function readIndicator(reader: RowReader, { indicators }: Catalogue): Indicator | null {
  reader.require('indicator', 'the code of an indicator');
  const value = reader.text('indicator');
  const found = indicators.get(value);
  if (!found && value !== '') {
    const remedy = reader.indicatorRemedy;
    const known = remedy === undefined ? [...indicators.keys()] : [];
    const details = { what: 'Indicator', value, known, ...(remedy !== undefined && { remedy }) };
    reader.refuse('indicator', fault('CODE_UNKNOWN', details));
  }
  return found ?? null;
}

function readUnit(reader: RowReader, { units }: Catalogue, indicator: Indicator | null): string | null {
  reader.require('unit', 'the code of a unit');
  const value = reader.text('unit');
  if (value === '') return null;
  if (!units.has(value)) {
    reader.refuse('unit', fault('CODE_UNKNOWN', { what: 'Unit', value, known: [...units.keys()] }));
    return null;
  }
  if (indicator && !indicator.units.includes(value)) {
    const details = { value, indicator: indicator.code, known: indicator.units };
    reader.refuse('unit', fault('UNIT_NOT_OF_INDICATOR', details));
    return null;
  }
  return value;
}

function readBreakdown(
  reader: RowReader,
  catalogue: Catalogue,
  indicator: Indicator | null,
): Breakdown | null {
  const text = reader.text('breakdown');
  const breakdown = text === '' ? {} : reader.parsed('breakdown', parseBreakdown, 'CELL_INVALID');
  if (!breakdown || !indicator) return breakdown;
  let valid = true;
  for (const [dimension, value] of Object.entries(breakdown)) {
    const codes = catalogue.codes.get(dimension);
    if (!indicator.dimensions.includes(dimension) || !codes) {
      const details = { value: dimension, indicator: indicator.code, known: indicator.dimensions };
      reader.refuse('breakdown', fault('DIMENSION_NOT_OF_INDICATOR', details));
      valid = false;
    } else if (!codes.has(value)) {
      const details = { what: `Code of dimension "${dimension}"`, value, known: [...codes.keys()] };
      reader.refuse('breakdown', fault('CODE_UNKNOWN', details));
      valid = false;
    }
  }
  return valid ? breakdown : null;
}
