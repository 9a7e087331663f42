import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

/** Units as the sources print them → the units' codes. */
const UNIT_CODES: Readonly<Record<string, string>> = {
  '%': 'percent',
  lần: 'times',
  đồng: 'VND',
  USD: 'USD',
  'chi bộ cơ sở': 'unit',
  'doanh nghiệp': 'enterprise',
  giải: 'prize',
  'hoạt động': 'activity',
  lớp: 'class',
  'mục tiêu/chỉ tiêu': 'target',
  'nhiệm vụ': 'task',
  'quần chúng': 'person',
  'suất quà': 'gift',
  'thí sinh': 'person',
  'tổ chức cơ sở đảng': 'organisation',
  'điểm cầu': 'venue',
  'đơn vị': 'unit',
  'đảng viên': 'person',
  'đảng ủy': 'unit',
  'đồng chí': 'person',
  'Ủy viên BCH': 'person',
};

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

/** The numbers of a document as an independent reader found them: one line per printed number, sorted. */
export function readExpectedFigures(document: string): string[] {
  const file = join(import.meta.dirname, '../fixtures', document, 'expected.csv');
  const rows = parse<Record<string, string>>(readFileSync(file), { columns: true, bom: true });
  return rows
    .map((row) =>
      line({
        ...(row as Record<
          'value' | 'qualifier' | 'stage' | 'organisation' | 'time' | 'section' | 'footnote',
          string
        >),
        unit: UNIT_CODES[row.unit_vi ?? ''] ?? `no code for "${row.unit_vi ?? ''}"`,
        unitMultiplier: row.unit_multiplier ?? '',
        compared: row.kind === 'COMPARISON' ? `${row.against ?? ''} ${row.measure ?? ''}` : '',
      }),
    )
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
