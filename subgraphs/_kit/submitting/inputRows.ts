import { fault, type Fault } from '../../../schema/errors/index.ts';
import type { FigureColumn } from '../figures/columns.ts';
import type {
  ComparisonInput,
  FigureInput,
  FigureInputs,
  FigureKeyInput,
  PartInput,
  SourceInput,
} from './figureInput.ts';

/** Which printed number of which figure a row is: positions in the lists that were sent; null where it is none of them. */
export interface RowPlace {
  readonly figure: number;
  readonly comparison: number | null;
  readonly source: number | null;
}

/** A figure in the cells of the figures CSV: what is read there is what is read here. */
export interface InputRow {
  readonly place: RowPlace;
  readonly cells: Readonly<Partial<Record<FigureColumn, string>>>;
}

type Cells = InputRow['cells'];

/** The rows of a figure: one for each place where its number is printed, then those of its comparisons. */
export function rowsOfFigure(input: FigureInput, figure: number, line: Line): readonly InputRow[] {
  const { comparisons, sources } = listsOf(input);
  const own = { ...keyCells(input, line), ...circumstanceCells(input) };
  const ofComparisons = comparisons.flatMap((one, comparison) =>
    rowsAt(one.sources, { figure, comparison }, { ...own, ...comparisonCells(one) }),
  );
  if (hasNoNumber(input)) return ofComparisons;
  const number = numberCells(input);
  return [...rowsAt(sources, { figure, comparison: null }, { ...own, ...number }), ...ofComparisons];
}

/** The cells that say which figure is meant. A figure that somebody set is a plan. */
export function keyRow(input: FigureKeyInput, figure: number, line: Line): InputRow {
  const stage = cell(input.setBy) === '' ? '' : 'PLANNED';
  return { place: { figure, comparison: null, source: null }, cells: { ...keyCells(input, line), stage } };
}

/** What the cells of a row cannot hold, with the way to it within the figure. */
export function faultsBeyondCells(input: FigureInput): readonly (readonly [readonly string[], Fault])[] {
  const { sources, openDimensions } = listsOf(input);
  const open = openDimensions.flatMap((value, index) =>
    isCode(value) ? [] : [[['openDimensions', String(index)], notACode(value)] as const],
  );
  if (!hasNoNumber(input)) return [...partFaults(input), ...open];
  const reason = 'the figure has no value, and its comparisons name their own places';
  const stray = [
    ...(sources.length > 0 ? [['sources', `${sources.length} places`, reason] as const] : []),
    ...(input.qualifier ? [['qualifier', input.qualifier, 'there is no number to qualify'] as const] : []),
  ].map(([name, value, why]) => [[name], fault('CELL_NOT_EMPTY', { value, reason: why })] as const);
  return [...partFaults(input), ...open, ...stray];
}

/** Parts that would be taken for others once they are joined into one cell. */
export function partFaults({ breakdown }: FigureKeyInput): readonly (readonly [readonly string[], Fault])[] {
  return (breakdown ?? []).flatMap((part, index) =>
    (['dimension', 'code'] as const).flatMap((name) =>
      isCode(part[name]) ? [] : [[['breakdown', String(index), name], notACode(part[name])] as const],
    ),
  );
}

type Line = Pick<FigureInputs, 'organisation' | 'period'>;

const CODE = /^[a-z0-9-]{1,100}$/;

function isCode(text: string): boolean {
  return CODE.test(text.trim());
}

function notACode(value: string): Fault {
  return fault('CELL_INVALID', { value, expected: 'a code of small letters and digits joined by "-"' });
}

/** Only comparisons of it are printed, as "công nghiệp tăng 4,27 %". */
function hasNoNumber(input: FigureInput): boolean {
  return cell(input.value) === '' && !input.missing && listsOf(input).comparisons.length > 0;
}

function listsOf({ comparisons, sources, openDimensions }: FigureInput) {
  return { comparisons: comparisons ?? [], sources: sources ?? [], openDimensions: openDimensions ?? [] };
}

/** A row for each place; one without a place, for its faults, where none is named. */
function rowsAt(
  sources: readonly SourceInput[],
  place: Pick<RowPlace, 'figure' | 'comparison'>,
  cells: Cells,
): readonly InputRow[] {
  if (sources.length === 0) return [{ place: { ...place, source: null }, cells }];
  return sources.map(({ document, section, footnote }, source) => ({
    place: { ...place, source },
    cells: { ...cells, document: cell(document), section: cell(section), footnote: cell(footnote) },
  }));
}

function keyCells(input: FigureKeyInput, { organisation, period }: Line): Cells {
  return {
    indicator: cell(input.indicator),
    breakdown: partsCell(input.breakdown ?? []),
    organisation,
    period,
    time: cell(input.time),
    calendar: cell(input.calendar),
    unit: cell(input.unit),
    set_by: cell(input.setBy),
  };
}

function partsCell(parts: readonly PartInput[]): string {
  return parts.map(({ dimension, code }) => `${cell(dimension)}=${cell(code)}`).join(';');
}

function circumstanceCells(input: FigureInput): Cells {
  return {
    as_at: cell(input.asAt),
    stage: cell(input.stage),
    missing: cell(input.missing),
    open_dimensions: (input.openDimensions ?? []).map(cell).join(';'),
    note: cell(input.note),
    series_break: cell(input.seriesBreak),
    confidentiality: cell(input.confidentiality),
  };
}

function numberCells({ value, unitMultiplier, qualifier }: FigureInput | ComparisonInput): Cells {
  return { value: cell(value), unit_multiplier: cell(unitMultiplier), qualifier: cell(qualifier) };
}

function comparisonCells(comparison: ComparisonInput): Cells {
  return {
    ...numberCells(comparison),
    comparison_against: cell(comparison.against),
    comparison_base_time: cell(comparison.baseTime),
    comparison_set_by: cell(comparison.setBy),
    comparison_peer: cell(comparison.peer),
    comparison_measure: cell(comparison.measure),
    comparison_unit: cell(comparison.unit),
  };
}

/** As cells of the CSV are read: without blanks around. */
function cell(given: string | number | null | undefined): string {
  return String(given ?? '').trim();
}
