import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { PRINTED_UNITS, type UnitCodes } from './printedUnits.ts';

/** What one row of the list may look like as a line: one for each code of its unit. */
type ExpectedFigure = UnitCodes;

type ExpectedRow = Readonly<
  Record<
    | 'value'
    | 'unit_multiplier'
    | 'unit_vi'
    | 'qualifier'
    | 'stage'
    | 'kind'
    | 'against'
    | 'measure'
    | 'organisation'
    | 'time'
    | 'section'
    | 'footnote'
    | 'indicator'
    | 'breakdown'
    | 'base_time'
    | 'set_by'
    | 'peer',
    string
  >
>;

interface Place {
  readonly section: string;
  readonly footnote: number | null;
}

interface Unit {
  readonly code: string;
}

interface Number {
  readonly value: string | null;
  readonly unitMultiplier: number;
  readonly qualifier: string | null;
  readonly sources: readonly Place[];
}

interface StatedComparison {
  readonly unit: Unit;
  readonly reported: Number | null;
  readonly against: string;
  readonly measure: string;
  readonly baseTime: string | null;
  readonly setBy: string | null;
  readonly peer: string | null;
}

interface Figure extends Number {
  readonly indicator: { readonly code: string };
  readonly unit: Unit;
  readonly breakdown: readonly { readonly code: string; readonly dimension: { readonly code: string } }[];
  readonly organisation: string;
  readonly time: string;
  readonly stage: string;
  readonly comparisons: readonly StatedComparison[];
}

/** The numbers of a document as an independent reader found them: one row per printed number. */
export function readExpectedFigures(document: string): ExpectedFigure[] {
  const file = join(import.meta.dirname, '../fixtures', document, 'expected.csv');
  const rows = parse<ExpectedRow>(readFileSync(file), { columns: true, bom: true });
  return rows.map((row) => {
    const { against, measure, base_time: baseTime, set_by: setBy, peer } = row;
    const compared =
      row.kind === 'COMPARISON' ? comparisonText({ against, measure, baseTime, setBy, peer }) : '';
    const units = PRINTED_UNITS[row.unit_vi] ?? [`no code for "${row.unit_vi}"`];
    const lineWith = (unit: string): string =>
      line({ ...row, unit, unitMultiplier: row.unit_multiplier, compared });
    const [first, ...others] = units;
    return [lineWith(first), ...others.map(lineWith)];
  });
}

/**
 * The expected numbers as lines, sorted. Where a printed unit has several codes, the row takes the first that is served
 * and that no other row has taken; rows without a choice go first.
 */
export function expectedLines(expected: readonly ExpectedFigure[], served: readonly string[]): string[] {
  const left = [...served];
  const take = (lines: ExpectedFigure): string => {
    const found = lines.find((one) => left.includes(one));
    if (found !== undefined) left.splice(left.indexOf(found), 1);
    return found ?? lines[0];
  };
  return [...expected]
    .sort((a, b) => a.length - b.length)
    .map(take)
    .sort();
}

/** The numbers that an answer serves from a document, in the same form. */
export function servedFigures(figures: readonly Figure[], document: string): string[] {
  return figures
    .flatMap((figure) => [
      ...linesOf(figure, { ...figure, compared: '' }, document),
      ...figure.comparisons.flatMap((one) =>
        one.reported
          ? linesOf(figure, { ...one.reported, unit: one.unit, compared: comparisonText(one) }, document)
          : [],
      ),
    ])
    .sort();
}

/** Of shares and contributions only the rank's peers are compared: the lists do not word the wholes. */
function comparisonText({
  against,
  measure,
  baseTime,
  setBy,
  peer,
}: Omit<StatedComparison, 'unit' | 'reported'>): string {
  return [against, measure, baseTime, setBy, measure === 'RANK' ? peer : ''].filter((part) => part).join(' ');
}

function linesOf(
  { indicator, breakdown, organisation, time, stage }: Figure,
  printed: Number & { readonly unit: Unit; readonly compared: string },
  document: string,
): string[] {
  const { value, unit, unitMultiplier, qualifier, sources, compared } = printed;
  if (value === null) return [];
  return sources
    .filter((source) => !('document' in source) || source.document === document)
    .map(({ section, footnote }) =>
      line({
        indicator: indicator.code,
        breakdown: breakdown.map((part) => `${part.dimension.code}=${part.code}`).join(';'),
        value,
        unit: unit.code,
        unitMultiplier: String(unitMultiplier),
        qualifier: qualifier ?? '',
        stage,
        compared,
        organisation,
        time,
        section,
        footnote: footnote === null ? '' : String(footnote),
      }),
    );
}

function line(parts: {
  indicator: string;
  breakdown: string;
  value: string;
  unit: string;
  unitMultiplier: string;
  qualifier: string;
  stage: string;
  compared: string;
  organisation: string;
  time: string;
  section: string;
  footnote: string;
}): string {
  const { section, footnote, qualifier, value, unitMultiplier, unit, stage, compared, organisation, time } =
    parts;
  return [
    `${section} (${footnote})`,
    `${parts.indicator} ${parts.breakdown}`.trim(),
    qualifier,
    `${value}e${unitMultiplier}`,
    unit,
    stage,
    compared,
    organisation,
    time,
  ].join(' | ');
}
