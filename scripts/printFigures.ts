import { stringify } from 'csv-stringify/sync';

import { inertText } from '../subgraphs/_kit/csv/inertText.ts';
import { FIGURE_COLUMNS, TEXT_COLUMNS, type FigureColumn } from '../subgraphs/_kit/figures/columns.ts';
import { breakdownText } from '../subgraphs/_kit/reading/breakdownText.ts';
import type { Figure, PrintedNumber, StatedComparison } from './fetchFigures.ts';

type Row = Partial<Record<FigureColumn, string | number | null>>;

/** Figures as the figures CSV, header first: one row per printed number, of one document where it is named. */
export function printFigures(figures: readonly Figure[], document: string | null): string {
  const rows = figures.flatMap((figure) => [
    ...(figure.value === null && figure.missing === null ? [] : rowsOf(figure, figure, {}, document)),
    ...figure.comparisons.flatMap((one) => rowsOf(figure, one, comparisonColumns(one), document)),
  ]);
  return stringify(rows.map(withInertTexts), { header: true, columns: [...FIGURE_COLUMNS] });
}

/** A remark that begins as a formula does is carried out by no spreadsheet; importing takes that off again. */
function withInertTexts(row: Row): Row {
  const texts = TEXT_COLUMNS.flatMap((column) => {
    const text = row[column];
    return typeof text === 'string' ? [[column, inertText(text)] as const] : [];
  });
  return { ...row, ...Object.fromEntries(texts) };
}

/** One row per place that prints the number. */
function rowsOf(figure: Figure, printed: PrintedNumber, comparison: Row, document: string | null): Row[] {
  return printed.sources
    .filter((source) => document === null || source.document === document)
    .map((source) => ({
      agency: figure.agency,
      indicator: figure.indicator.code,
      label_vi: figure.indicator.label,
      breakdown: breakdownText(figure.breakdown),
      organisation: figure.organisation,
      period: figure.release.period,
      time: figure.time,
      as_at: figure.asAt,
      calendar: figure.calendar === 'CALENDAR' ? null : figure.calendar,
      value: printed.value,
      unit: figure.unit.code,
      unit_multiplier: printed.unitMultiplier,
      qualifier: printed.qualifier,
      stage: figure.stage,
      set_by: figure.setBy,
      missing: figure.missing,
      open_dimensions: figure.openDimensions.map(({ code }) => code).join(';'),
      note: figure.note,
      series_break: figure.seriesBreak,
      confidentiality: figure.confidentiality === 'PUBLIC' ? null : figure.confidentiality,
      ...comparison,
      document: source.document,
      section: source.section,
      footnote: source.footnote,
      release: figure.release.number,
    }));
}

function comparisonColumns({ against, baseTime, setBy, peer, measure, unit }: StatedComparison): Row {
  return {
    comparison_against: against,
    comparison_base_time: baseTime,
    comparison_set_by: setBy,
    comparison_peer: peer,
    comparison_measure: measure,
    comparison_unit: unit.code,
  };
}
