import type { Dimension, Indicator, IndicatorGroup } from '../../../schema/values/index.ts';
import type { Catalogue } from './catalogue.ts';
import { sameForms } from './readUnitRows.ts';
import { countedCell, retirementCells, textCells, type Cells } from './writeCells.ts';

// The inverse of the readers of `catalogue.csv` and `units.csv`: rows that, read again, change nothing.

/** The units, each as a row of a list of units. */
export function unitRows({ units }: Catalogue): readonly Cells[] {
  return [...units.values()].map(({ code, kind, label, definition, noun, ...unit }) => ({
    ...{ code, kind },
    ...textCells('label', label),
    ...textCells('definition', definition),
    counted_vi: countedCell(noun.VI, sameForms(label.VI)),
    counted_en: countedCell(noun.EN, sameForms(label.EN)),
    ...retirementCells(unit),
  }));
}

/** The indicators, behind the groups that they stand in. */
export function indicatorRows({ groups, indicators }: Catalogue): readonly Cells[] {
  const nothing = { units: '', basis: '', dimensions: '', counted_vi: '', counted_en: '' };
  return [
    ...[...groups.values()].map((group) => ({
      ...headingCells('group', group),
      ...nothing,
      ...retirementCells({}),
    })),
    ...[...indicators.values()].map((indicator) => ({
      ...headingCells('indicator', indicator, indicator.group),
      ...indicatorCells(indicator),
      ...retirementCells(indicator),
    })),
  ];
}

function indicatorCells({ units, basis, dimensions, counted }: Indicator): Cells {
  return {
    units: units.join(';'),
    basis,
    dimensions: dimensions.join(';'),
    counted_vi: countedCell(counted.VI, null),
    counted_en: countedCell(counted.EN, null),
  };
}

/** The dimensions, each before its codes. */
export function dimensionRows({ dimensions, codes }: Catalogue): readonly Cells[] {
  return [...dimensions.values()].flatMap((dimension) => [
    { ...headingCells('dimension', dimension), parent: '', ...retirementCells({}) },
    ...[...(codes.get(dimension.code)?.values() ?? [])].map((entry) => ({
      ...{ kind: 'code', code: entry.code, in: dimension.code },
      ...textCells('label', entry.label),
      ...textCells('definition', null),
      parent: entry.parent ?? '',
      ...retirementCells(entry),
    })),
  ]);
}

function headingCells(kind: string, entry: IndicatorGroup | Dimension, group = ''): Cells {
  return {
    ...{ kind, code: entry.code, in: group },
    ...textCells('label', entry.label),
    ...textCells('definition', entry.definition),
  };
}
