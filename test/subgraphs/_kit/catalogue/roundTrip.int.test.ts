import { describe, expect, it } from 'vitest';

import { figure, rule, type Instant, type Rule } from '../../../../schema/values/index.ts';
import {
  writeCatalogueCsv,
  writeCatalogueWorkbook,
  type CatalogueTable,
} from '../../../../subgraphs/_kit/importing/template/writeCatalogue.ts';
import { readAgencies } from '../../../../scripts/judgeDocuments.ts';
import type { DataRule } from '../../../../subgraphs/_kit/catalogue/dataRules.ts';
import {
  firstVersion,
  withEntries,
  type CatalogueVersion,
} from '../../../../subgraphs/_kit/catalogue/replay.ts';
import { ruleRows } from '../../../../subgraphs/_kit/catalogue/rules/ruleRow.ts';
import { readRuleRows } from '../../../../subgraphs/_kit/catalogue/rules/readRuleRows.ts';
import type { CatalogueList } from '../../../../subgraphs/_kit/catalogue/updating/catalogueList.ts';
import { OWN_LISTS, type OwnKind } from '../../../../subgraphs/_kit/catalogue/updating/ownLists.ts';
import { planUpdate } from '../../../../subgraphs/_kit/catalogue/updating/planUpdate.ts';
import { FileReading } from '../../../../subgraphs/_kit/csv/FileReading.ts';
import { decodeTable } from '../../../../subgraphs/_kit/importing/decodeTable.ts';
import { DIRECTORY_LISTS } from '../../../../subgraphs/office/directory/directoryLists.ts';
import { agency as office } from '../../../../subgraphs/office/agency.ts';

const agencies = await readAgencies();

/** What comes of a list that is taken out as a file and handed in as it is. */
async function handIn(list: CatalogueList, version: CatalogueVersion, form: 'csv' | 'xlsx') {
  const rows = list.rows(version);
  const columns = Object.keys(rows[0] ?? {});
  const table: CatalogueTable = { columns, rows: rows.map((cells) => Object.values(cells)) };
  const bytes =
    form === 'csv'
      ? Buffer.from(writeCatalogueCsv(table))
      : await writeCatalogueWorkbook(table, 'indicators');
  const decoded = await decodeTable({ name: `list.${form}`, bytes }, list.columns);
  expect(decoded.faults).toEqual([]);
  const at = '2026-01-01T00:00:00Z' as Instant;
  const usage = () => Promise.reject(new Error('no meaning changes'));
  const update = { file: `list.${form}`, rows: decoded.rows, list };
  return planUpdate(update, { version, at, coded: version.rules, usage });
}

describe.each(agencies.map((one) => [one.code, one] as const))(
  'given what %s counts',
  (code, { vocabulary, rules }) => {
    const version = firstVersion(vocabulary as CatalogueVersion['catalogue'], rules);
    const kinds: readonly OwnKind[] = ['UNITS', 'INDICATORS', 'DIMENSIONS'];

    it.each(kinds.flatMap((kind) => (['csv', 'xlsx'] as const).map((form) => [kind, form] as const)))(
      'when %s are taken out as %s and handed in as they are, then nothing changes',
      async (kind, form) => {
        const { put, added, unchanged } = await handIn(OWN_LISTS[kind], version, form);

        expect([put, added]).toEqual([[], []]);
        expect(unchanged.length, code).toBeGreaterThan(0);
      },
    );
  },
);

describe('given the directory of the office', () => {
  const version = firstVersion(office.catalogue, office.rules);

  it.each(Object.entries(DIRECTORY_LISTS))(
    'when %s are taken out and handed in as they are, then nothing changes',
    async (_kind, list) => {
      const { put, unchanged } = await handIn(list, version, 'csv');

      expect(put).toEqual([]);
      expect(unchanged.length).toBeGreaterThan(0);
    },
  );
});

const AT_LEAST = {
  severity: 'WARNING',
  source: { VI: 'Nguồn', EN: 'Source' },
  words: { VI: 'Lời', EN: 'Words' },
} as const;
const part = figure('b', {
  agency: 'inspection',
  breakdown: { d: 'x' },
  each: 'e',
  sumOver: 'f',
  unit: 'VND',
});

describe('given a rule that a file has brought', () => {
  it.each<[string, readonly Rule[]]>([
    ['total of parts', [rule.totalOfParts('a', ['d', 'e'], { partsMayBeNegative: true })]],
    ['structure', [rule.structure('a', 'd')]],
    ['growth within parts', [rule.growthWithinParts('a', 'd', { partsMayBeNegative: true })]],
    ['weighted total', [rule.weightedTotal(part, 'c', 'd', { five: '5', three: '3' })]],
    ['sum across', [rule.sumAcross(figure('a', { about: 'area' }), [part, figure('c')], AT_LEAST)]],
    ['part of whole', [rule.partOfWhole(part, figure('c', { each: 'e' }))]],
    ['same fact', [rule.sameFact(figure('a'), part)]],
    ['rate', [rule.rate(figure('a'), part, figure('c'))]],
    ['average', [rule.average(figure('a'), part, figure('c'))]],
    ['growth of a quotient', [rule.growthOfQuotient(figure('a'), part, figure('c'))]],
    [
      'stock and flow',
      [rule.stockFlow(figure('a'), { in: [part], out: [part, figure('c')], outflowsOpen: true })],
    ],
    ['stated comparisons', rule.statedComparisons({ mayBeNegative: ['a', 'b'] })],
    ['not below zero', [rule.notBelowZero(['a', 'b'])]],
  ])('when a %s is written as a row, then it is read again as it was', (_what, rules) => {
    const declared: readonly DataRule[] = rules.map((one) => ({
      rule: one,
      retired: { supersededBy: null },
    }));
    const reading = new FileReading('rules.csv');

    const read = readRuleRows(
      reading,
      ruleRows(declared).map((cells, index) => ({ row: index + 2, cells })),
    );

    expect(reading.faults).toEqual([]);
    expect(read.map(({ entry }) => entry)).toEqual(declared);
  });
});

describe('given entries that files have made unusual', () => {
  const { catalogue, rules } = office;
  const label = { VI: '=1+1', EN: "'-x" };
  const unit = { code: 'hut', kind: 'COUNT', label, definition: label };
  const version = withEntries(
    firstVersion(catalogue, rules),
    [
      {
        kind: 'unit',
        key: 'hut',
        entry: { ...unit, noun: { VI: { one: '', other: '' }, EN: { one: 'a', other: 'b' } } },
      },
      { kind: 'dimension', key: 'roof', entry: { code: 'roof', label, definition: label } },
      { kind: 'code', key: 'roof=tin', entry: { dimension: 'roof', code: 'tin', parent: null, label } },
      {
        ...{ kind: 'code', key: 'roof=old' },
        entry: { dimension: 'roof', code: 'old', parent: null, label, retired: { supersededBy: 'tin' } },
      },
      { kind: 'code', key: 'roof=thin', entry: { dimension: 'roof', code: 'thin', parent: 'tin', label } },
    ],
    rules,
  );

  it.each([
    ['UNITS', 'csv'],
    ['UNITS', 'xlsx'],
    ['DIMENSIONS', 'csv'],
    ['DIMENSIONS', 'xlsx'],
  ] as const)(
    'when %s are taken out as %s, then no text is carried out and nothing changes',
    async (kind, form) => {
      const { put, unchanged } = await handIn(OWN_LISTS[kind], version, form);

      expect(put).toEqual([]);
      expect(unchanged).toContain(kind === 'UNITS' ? 'hut' : 'roof=thin');
    },
  );
});
