import { stringify } from 'csv-stringify/sync';

import type { Catalogue } from '../../../subgraphs/_kit/catalogue/catalogue.ts';

/** A file of figures about many organisations and periods, and the organisations that come in before it. */
export interface ManyFigures {
  readonly csv: string;
  readonly organisations: string;
  /** `organisation-1 2019-Q1` of each release, in the order of the file. */
  readonly lines: readonly string[];
}

const QUARTERS = Array.from(
  { length: 20 },
  (_, index) => `${2004 + Math.floor(index / 4)}-Q${(index % 4) + 1}`,
);

/**
 * So many rows, the same number for each organisation and quarter: the agency's indicators for the quarter, then for
 * months before it. All figures of one time are alike, so that no rule finds a contradiction.
 */
export function makeManyFigures({ indicators }: Catalogue, rows: number, perRelease: number): ManyFigures {
  const flows = [...indicators.values()].filter(({ basis }) => basis === 'FLOW');
  const releases = Math.ceil(rows / perRelease);
  const records: string[][] = [];
  const lines: string[] = [];
  for (let release = 0; release < releases; release += 1) {
    const organisation = `organisation-${Math.floor(release / QUARTERS.length) + 1}`;
    const period = QUARTERS[release % QUARTERS.length] ?? '';
    lines.push(`${organisation} ${period}`);
    for (let row = 0; row < Math.min(perRelease, rows - release * perRelease); row += 1) {
      const { code = '', units = [] } = flows[row % flows.length] ?? {};
      const month = Math.floor(row / flows.length);
      const value = String(1000 + release + month);
      const time = month === 0 ? period : monthBefore(month);
      const [unit = ''] = units;
      records.push([code, organisation, time, unit, period, value, 'FINAL', 'bench', `Dòng ${row + 1}`]);
    }
  }
  const head = ['indicator', 'organisation', 'time', 'unit', 'period', 'value', 'stage', 'document', 'note'];
  return { csv: stringify([head, ...records]), organisations: organisationsOf(lines), lines };
}

/** Months from 2003 backwards. */
function monthBefore(count: number): string {
  const months = 2004 * 12 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function organisationsOf(lines: readonly string[]): string {
  const codes = [...new Set(lines.map((line) => line.split(' ')[0] ?? ''))];
  const head = ['code', 'label_vi', 'label_en', 'kind', 'parent', 'area'];
  return stringify([
    head,
    ...codes.map((code) => [code, `Tỉnh ${code}`, `Province ${code}`, 'PROVINCE', '', code]),
  ]);
}
