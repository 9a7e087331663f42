import { fault } from '../../../schema/errors/index.ts';
import {
  COMPARISON_BASES,
  COMPARISON_MEASURES,
  parsePeriod,
  periodFrequency,
  previousPeriod,
  samePeriodLastYear,
  type Comparison,
  type ComparisonBase,
  type Period,
} from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { FIGURE_COLUMNS } from './columns.ts';
import type { RowReader } from './rowReader.ts';

const COMPARISON_COLUMNS = FIGURE_COLUMNS.filter((column) => column.startsWith('comparison_'));

/** What a comparison row says beside its number. */
export type ComparisonHead = Pick<Comparison, 'against' | 'baseTime' | 'setBy' | 'peer' | 'measure' | 'unit'>;

/** Whether a row compares its observation with something, instead of giving its value. */
export function isComparisonRow(reader: RowReader): boolean {
  return COMPARISON_COLUMNS.some((column) => reader.text(column) !== '');
}

/** Reads the comparison columns; null when one of them was refused. `time` is the observation's. */
export function readComparison(
  reader: RowReader,
  catalogue: Catalogue,
  time: Period | null,
): ComparisonHead | null {
  reader.require('comparison_against', 'what the figure is compared with');
  reader.require('comparison_measure', 'how the comparison is expressed');
  reader.require('comparison_unit', 'the unit of the comparison');
  const against = reader.member('comparison_against', COMPARISON_BASES);
  const measure = reader.member('comparison_measure', COMPARISON_MEASURES);
  const unit = readComparisonUnit(reader, catalogue);
  if (against !== 'PLAN' && against !== 'RESOLUTION_TARGET') {
    reader.forbid('comparison_set_by', 'only a plan or a target is set by somebody');
  }
  if (against !== 'WHOLE' && against !== 'PEERS') {
    reader.forbid('comparison_peer', 'only a share or a rank has a peer group');
  }
  const baseTime = readBaseTime(reader, against, time);
  if (!against || !measure || !unit) return null;
  const setBy = reader.text('comparison_set_by') || null;
  const peer = reader.text('comparison_peer') || null;
  return { against, baseTime, setBy, peer, measure, unit };
}

function readComparisonUnit(reader: RowReader, { units }: Catalogue): string | null {
  const value = reader.text('comparison_unit');
  if (value === '' || units.has(value)) return value || null;
  reader.refuse('comparison_unit', fault('CODE_UNKNOWN', { what: 'Unit', value, known: [...units.keys()] }));
  return null;
}

/** The base's time: it follows from the figure's own where the comparison says so; a printed one must agree. */
function readBaseTime(reader: RowReader, against: ComparisonBase | null, time: Period | null): Period | null {
  const printed = reader.parsed('comparison_base_time', parsePeriod, 'PERIOD_INVALID');
  if (against === 'PERIOD' || against === 'DATE') {
    reader.require('comparison_base_time', 'the period or day that it is compared with');
  }
  if (against === 'DATE' && printed && periodFrequency(printed) !== 'DAY') {
    reader.refuse(
      'comparison_base_time',
      fault('CELL_INVALID', { value: printed, expected: 'a day such as 2022-12-31' }),
    );
  }
  if (time && (against === 'SAME_PERIOD_LAST_YEAR' || against === 'PREVIOUS_PERIOD')) {
    const base = against === 'PREVIOUS_PERIOD' ? previousPeriod(time) : samePeriodLastYear(time);
    if (printed && printed !== base) {
      reader.refuse(
        'comparison_base_time',
        fault('CELL_INVALID', { value: printed, expected: `"${base}" or an empty cell` }),
      );
    }
    return base;
  }
  return printed;
}
