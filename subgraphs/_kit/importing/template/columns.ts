import type { FigureColumn } from '../../figures/columns.ts';
import { HEADINGS, TEMPLATE_HEADINGS, type TemplateColumn } from '../headings.ts';
import { markOf, type TemplateSettings } from '../settings.ts';
import { WORDS } from '../words.ts';
import type { FormPart, FormIndicator, FormRow } from './form.ts';

/** Columns of the form, in their order; what people fill in stands before the codes, which they leave alone. */
export const FORM_COLUMNS = [
  'label_vi',
  'breakdown_label',
  'unit_label',
  'last_period',
  'last_year',
  'value',
  'qualifier',
  'stage',
  'as_at',
  'missing',
  'note',
  'section',
  'footnote',
  'indicator',
  'breakdown',
  'unit',
  'unit_multiplier',
  'time',
  'calendar',
  'mark',
] as const satisfies readonly (FigureColumn | TemplateColumn)[];

/** A column of the form. */
export type FormColumn = (typeof FORM_COLUMNS)[number];

/** What people fill in; the rest is locked. */
export const OPEN_COLUMNS: readonly FormColumn[] = [
  'value',
  'qualifier',
  'stage',
  'as_at',
  'missing',
  'note',
  'section',
  'footnote',
];

/** Columns of free rows, for what the form has no row for. */
export const FREE_COLUMNS = [
  'indicator',
  'breakdown',
  'time',
  'as_at',
  'value',
  'unit',
  'unit_multiplier',
  'qualifier',
  'stage',
  'set_by',
  'missing',
  'note',
  'comparison_against',
  'comparison_base_time',
  'comparison_set_by',
  'comparison_peer',
  'comparison_measure',
  'comparison_unit',
  'section',
  'footnote',
  'calendar',
  'open_dimensions',
  'series_break',
  'confidentiality',
] as const satisfies readonly FigureColumn[];

/** Columns of a catalogue file, for indicators that do not exist yet. */
export const INDICATOR_COLUMNS = [
  'kind',
  'code',
  'in',
  'parent',
  'label_vi',
  'label_en',
  'definition_vi',
  'definition_en',
  'units',
  'basis',
  'dimensions',
  'counted_vi',
  'counted_en',
] as const;

/** All that a template is written from. */
export interface Template {
  readonly settings: TemplateSettings;
  /** What it is called, for people. */
  readonly title: string;
  readonly rows: readonly FormRow[];
  readonly indicators: readonly FormIndicator[];
  readonly parts: readonly FormPart[];
}

/** What people call a column of the form. */
export function headingOf(column: FigureColumn | TemplateColumn): string {
  return column in TEMPLATE_HEADINGS
    ? TEMPLATE_HEADINGS[column as TemplateColumn]
    : HEADINGS[column as FigureColumn];
}

/** The cells of a row of the form but for the earlier values; `write` makes texts fit for the file. */
export function formCells(
  row: FormRow,
  period: string,
  write: (text: string) => string,
): Readonly<Record<Exclude<FormColumn, 'last_period' | 'last_year'>, string>> {
  const codes = {
    indicator: row.indicator,
    breakdown: row.breakdown,
    unit: row.unit,
    unit_multiplier: String(row.unitMultiplier),
    time: period,
    unit_label: write(row.unitLabel),
  };
  return {
    ...codes,
    label_vi: write(row.label),
    breakdown_label: write(row.breakdownLabel),
    value: '',
    qualifier: '',
    stage: WORDS.stage.FINAL,
    as_at: '',
    missing: '',
    note: '',
    section: write(row.section),
    footnote: '',
    calendar: row.calendar,
    mark: markOf(codes),
  };
}
