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
    | 'footnote',
    string
  >
>;

interface Place {
  readonly section: string;
  readonly footnote: number | null;
}

interface Number {
  readonly value: string | null;
  readonly unit: { readonly code: string };
  readonly unitMultiplier: number;
  readonly qualifier: string | null;
  readonly sources: readonly Place[];
}

interface Figure extends Number {
  readonly organisation: string;
  readonly time: string;
  readonly stage: string;
  readonly comparisons: readonly (Number & { readonly against: string; readonly measure: string })[];
}

/** The numbers of a document as an independent reader found them: one row per printed number. */
export function readExpectedFigures(document: string): ExpectedFigure[] {
  const file = join(import.meta.dirname, '../fixtures', document, 'expected.csv');
  const rows = parse<ExpectedRow>(readFileSync(file), { columns: true, bom: true });
  return rows.map((row) => {
    const compared = row.kind === 'COMPARISON' ? `${row.against} ${row.measure}` : '';
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
      ...linesOf(figure, figure, '', document),
      ...figure.comparisons.flatMap((one) => linesOf(figure, one, `${one.against} ${one.measure}`, document)),
    ])
    .sort();
}

function linesOf(
  { organisation, time, stage }: Figure,
  printed: Number,
  compared: string,
  document: string,
): string[] {
  const { value, unit, unitMultiplier, qualifier, sources } = printed;
  if (value === null) return [];
  return sources
    .filter((source) => !('document' in source) || source.document === document)
    .map(({ section, footnote }) =>
      line({
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
    qualifier,
    `${value}e${unitMultiplier}`,
    unit,
    stage,
    compared,
    organisation,
    time,
  ].join(' | ');
}
