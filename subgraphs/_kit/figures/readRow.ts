import { fault } from '../../../schema/errors/index.ts';
import {
  CONFIDENTIALITIES,
  decimalParts,
  MISSING_REASONS,
  parseDate,
  parseDecimal,
  QUALIFIERS,
  STAGES,
  type Decimal,
  type Observation,
  type Parsed,
  type Qualifier,
  type Source,
  type Unit,
} from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FigureColumn } from './columns.ts';
import { isComparisonRow, readComparison, type ComparisonHead } from './readComparison.ts';
import { readIdentity, type RowIdentity } from './readIdentity.ts';
import type { RowReader } from './rowReader.ts';

/** The number that a row prints. */
export interface PrintedNumber {
  readonly value: Decimal | null;
  readonly unitMultiplier: number;
  readonly qualifier: Qualifier | null;
}

/** What a row says of its observation beside the number; a comparison row repeats it or leaves it empty. */
export type Circumstances = Pick<
  Observation,
  'asAt' | 'stage' | 'missing' | 'openDimensions' | 'note' | 'seriesBreak' | 'confidentiality'
>;

/** One row, that is one printed number, taken apart. */
export interface FigureRow extends RowIdentity {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly row: number;
  readonly number: PrintedNumber;
  readonly circumstances: Circumstances;
  readonly comparison: ComparisonHead | null;
  readonly source: Source;
}

/** Reads one row; null when anything in it was refused (the reader holds the faults). */
export function readRow(reader: RowReader, catalogue: Catalogue): FigureRow | null {
  refuseLongTexts(reader);
  const place = readIdentity(reader, catalogue);
  const compares = isComparisonRow(reader);
  const comparison = compares ? readComparison(reader, catalogue, place?.identity.time ?? null) : null;
  const number = readNumber(reader, compares);
  if (number && place && !compares) refuseFractions(reader, number, catalogue.units.get(place.identity.unit));
  const circumstances = readCircumstances(reader, catalogue);
  const source = readSource(reader);
  if (reader.isRefused() || !place || !number || !circumstances || !source) return null;
  const { file, sheet, row } = reader;
  return { ...place, file, sheet, row, number, circumstances, comparison, source };
}

/** How many characters the cells may have that hold people's own words; the longest that was ever printed has 83. */
const LONGEST: readonly (readonly [FigureColumn, number])[] = [
  ['note', 2000],
  ['series_break', 2000],
  ['set_by', 200],
  ['comparison_set_by', 200],
  ['comparison_peer', 200],
  ['document', 200],
  ['section', 200],
];

function refuseLongTexts(reader: RowReader): void {
  for (const [column, longest] of LONGEST) {
    const value = reader.text(column);
    if (value.length <= longest) continue;
    reader.refuse(column, fault('CELL_INVALID', { value, expected: `at most ${longest} characters` }));
  }
}

function readNumber(reader: RowReader, compares: boolean): PrintedNumber | null {
  const value = reader.parsed('value', parseDecimal, 'DECIMAL_INVALID');
  const unitMultiplier = reader.parsed('unit_multiplier', parsePowerOfTen, 'CELL_INVALID') ?? 0;
  const qualifier = reader.member('qualifier', QUALIFIERS);
  if (unitMultiplier > 0) refusePowerOfRatio(reader, compares ? 'comparison_unit' : 'unit');
  const isEmpty = reader.text('value') === '';
  if (compares) {
    reader.require('value', 'the number of the comparison');
    return value && { value, unitMultiplier, qualifier };
  }
  if (reader.text('missing') !== '') reader.forbid('value', 'the row says why there is no value');
  else if (isEmpty) reader.refuse('value', fault('VALUE_REQUIRED', { indicator: reader.text('indicator') }));
  if (isEmpty) reader.forbid('qualifier', 'there is no number to qualify');
  return isEmpty || value ? { value, unitMultiplier, qualifier } : null;
}

/** Units of numbers that are large by no power of ten: it is the figure's own, which such a number is told beside. */
const RATIOS: readonly string[] = ['percent', 'percentage-point', 'times', 'rank'];

function refusePowerOfRatio(reader: RowReader, column: 'unit' | 'comparison_unit'): void {
  const unit = reader.text(column);
  if (RATIOS.includes(unit)) reader.forbid('unit_multiplier', `a number in "${unit}" has no power of ten`);
}

/** Things counted one by one have no decimals: "1.234" is then a Vietnamese 1 234, and would be a thousandth of it. */
function refuseFractions(reader: RowReader, { value, unitMultiplier }: PrintedNumber, unit?: Unit): void {
  if (value === null || unit?.kind !== 'COUNT' || unitMultiplier > 0 || decimalParts(value).scale === 0)
    return;
  const expected = `a whole number, since "${unit.code}" is counted one by one, with no grouping (1234, not 1.234)`;
  reader.refuse('value', fault('DECIMAL_INVALID', { value, expected }));
}

function parsePowerOfTen(text: string): Parsed<number> {
  return /^\d$|^1[0-5]$/.test(text)
    ? { ok: true, value: Number(text) }
    : { ok: false, expected: 'a power of ten from 0 to 15, such as 9 for "tỷ"' };
}

function readCircumstances(reader: RowReader, { indicators }: Catalogue): Circumstances | null {
  reader.require('stage', STAGES.join(', '));
  const stage = reader.member('stage', STAGES);
  const asAt = reader.parsed('as_at', parseDate, 'DATE_INVALID');
  const missing = reader.member('missing', MISSING_REASONS);
  const confidentiality = reader.member('confidentiality', CONFIDENTIALITIES);
  const openDimensions = reader
    .text('open_dimensions')
    .split(';')
    .filter((code) => code !== '');
  const indicator = indicators.get(reader.text('indicator'));
  for (const value of indicator ? openDimensions : []) {
    if (indicator?.dimensions.includes(value)) continue;
    const details = { value, indicator: indicator?.code ?? '', known: indicator?.dimensions ?? [] };
    reader.refuse('open_dimensions', fault('DIMENSION_NOT_OF_INDICATOR', details));
  }
  return (
    stage && {
      stage,
      asAt,
      missing,
      openDimensions: openDimensions.sort(),
      note: reader.text('note') || null,
      seriesBreak: reader.text('series_break') || null,
      confidentiality: confidentiality === 'PUBLIC' ? null : confidentiality,
    }
  );
}

function readSource(reader: RowReader): Source | null {
  reader.require('document', 'the code of the document that prints the figure');
  const footnote = reader.parsed('footnote', parseFootnote, 'CELL_INVALID');
  const document = reader.text('document');
  return document === '' ? null : { document, section: reader.text('section'), footnote };
}

function parseFootnote(text: string): Parsed<number> {
  return /^[1-9]\d{0,3}$/.test(text)
    ? { ok: true, value: Number(text) }
    : { ok: false, expected: "the footnote's number, or an empty cell for the body" };
}
