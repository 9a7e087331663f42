import { fault } from '../../../../schema/errors/index.ts';
import { lineageOf, type DimensionCode, type Indicator, type Unit } from '../../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue.ts';
import type { PutEntry } from '../catalogueMove.ts';
import { dimensionRows, indicatorRows, unitRows } from '../catalogueRows.ts';
import type { DataRule } from '../dataRules.ts';
import { CATALOGUE_COLUMNS, readCatalogueRows } from '../readCatalogueRows.ts';
import { readUnitRows, UNIT_COLUMNS } from '../readUnitRows.ts';
import type { CatalogueVersion } from '../replay.ts';
import { readRuleRows, RULE_COLUMNS } from '../rules/readRuleRows.ts';
import { ruleRows } from '../rules/ruleRow.ts';
import type { Cells } from '../writeCells.ts';
import type { CatalogueList, MeaningChange } from './catalogueList.ts';

/** Kinds of files that every agency takes. */
export const OWN_KINDS = ['UNITS', 'INDICATORS', 'DIMENSIONS', 'RULES'] as const;

/** One of {@link OWN_KINDS}. */
export type OwnKind = (typeof OWN_KINDS)[number];

const CODE_AND_LABEL = ['code', 'label_vi', 'label_en'];
const COLUMNS = {
  required: CODE_AND_LABEL,
  optional: [...CATALOGUE_COLUMNS.required, ...CATALOGUE_COLUMNS.optional].filter(
    (column) => !CODE_AND_LABEL.includes(column),
  ),
};

/** Reads rows of groups, indicators, dimensions and codes; what a row without a kind is, `kindOf` says. */
function catalogueRows(
  kindOf: (cells: Cells) => string,
  rowsOf: (catalogue: Catalogue) => readonly Cells[],
): CatalogueList {
  return {
    columns: COLUMNS,
    rows: ({ catalogue }) => rowsOf(catalogue),
    read: (reading, rows, { catalogue }) =>
      readCatalogueRows(
        reading,
        rows.map(({ row, cells }) => {
          const { kind = '' } = cells;
          return { row, cells: { ...cells, kind: kind === '' ? kindOf(cells) : kind } };
        }),
        catalogue,
      ),
    standing: standingOf,
    meaningChanges: (standing, { kind, entry }, { version }) => {
      if (kind === 'indicator') return changesOfIndicator(standing as Indicator, entry as Indicator);
      if (kind === 'code') return changesOfCode(standing as DimensionCode, entry as DimensionCode, version);
      return [];
    },
  };
}

/** How every agency reads files of each kind. */
export const OWN_LISTS: Readonly<Record<OwnKind, CatalogueList>> = {
  UNITS: {
    columns: UNIT_COLUMNS,
    rows: ({ catalogue }) => unitRows(catalogue),
    read: (reading, rows, { catalogue }) => readUnitRows(reading, rows, catalogue.units),
    standing: standingOf,
    meaningChanges: (standing, { entry }) => changesOfUnit(standing as Unit, entry as Unit),
  },
  INDICATORS: catalogueRows(() => 'indicator', indicatorRows),
  DIMENSIONS: catalogueRows((cells) => (cells.in ? 'code' : 'dimension'), dimensionRows),
  RULES: {
    columns: RULE_COLUMNS,
    rows: ({ dataRules }) => ruleRows(dataRules.values()),
    read: (reading, rows) => readRuleRows(reading, rows),
    standing: standingOf,
    meaningChanges: () => [],
  },
};

function standingOf(
  { catalogue, dataRules }: CatalogueVersion,
  { kind, key, entry }: PutEntry,
): object | undefined {
  switch (kind) {
    case 'unit':
      return catalogue.units.get(key);
    case 'group':
      return catalogue.groups.get(key);
    case 'indicator':
      return catalogue.indicators.get(key);
    case 'dimension':
      return catalogue.dimensions.get(key);
    case 'code': {
      const { dimension, code } = entry as DimensionCode;
      return catalogue.codes.get(dimension)?.get(code);
    }
    case 'rule':
      return dataRules.get(key) satisfies DataRule | undefined;
    default:
      return undefined;
  }
}

function changesOfUnit(was: Unit, is: Unit): readonly MeaningChange[] {
  if (was.kind === is.kind) return [];
  const details = { what: 'Unit', value: is.code, member: 'kind', from: was.kind, to: is.kind };
  const isUsed: MeaningChange['isUsed'] = ({ units }) => units.has(is.code);
  return [{ column: 'kind', fault: fault('CATALOGUE_IN_USE', details), isUsed }];
}

function changesOfIndicator(was: Indicator, is: Indicator): readonly MeaningChange[] {
  const change = (member: 'units' | 'basis' | 'dimensions', from: string, to: string) =>
    fault('CATALOGUE_IN_USE', { what: 'Indicator', value: is.code, member, from, to });
  const isUsed: MeaningChange['isUsed'] = ({ indicators }) => indicators.has(is.code);
  const areUnitsKept = was.units.every((unit, index) => is.units[index] === unit);
  const removed = was.dimensions.filter((dimension) => !is.dimensions.includes(dimension));
  const [from, to] = [was.dimensions.join(';'), is.dimensions.join(';')];
  return [
    ...(areUnitsKept
      ? []
      : [{ column: 'units', fault: change('units', was.units.join(';'), is.units.join(';')), isUsed }]),
    ...(was.basis === is.basis
      ? []
      : [{ column: 'basis', fault: change('basis', was.basis, is.basis), isUsed }]),
    ...(removed.length === 0
      ? []
      : [
          {
            column: 'dimensions',
            fault: change('dimensions', from, to),
            isUsed: ({ dimensions }: Parameters<typeof isUsed>[0]) =>
              removed.some((dimension) => dimensions.has(`${is.code} ${dimension}`)),
          },
        ]),
  ];
}

/** A code takes those below it along. */
function changesOfCode(
  was: DimensionCode,
  is: DimensionCode,
  { catalogue }: CatalogueVersion,
): readonly MeaningChange[] {
  if (was.parent === is.parent) return [];
  const [from, to] = [was.parent ?? '', is.parent ?? ''];
  const details = { what: `Code of dimension "${is.dimension}"`, value: is.code, member: 'parent', from, to };
  const ofDimension = catalogue.codes.get(is.dimension);
  const moved = [...(ofDimension?.keys() ?? [])].filter((one) =>
    lineageOf(one, ofDimension).includes(is.code),
  );
  const isUsed: MeaningChange['isUsed'] = ({ codes }) =>
    moved.some((one) => codes.has(`${is.dimension}=${one}`));
  return [{ column: 'parent', fault: fault('CATALOGUE_IN_USE', details), isUsed }];
}
