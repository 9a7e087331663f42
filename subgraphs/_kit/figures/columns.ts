/** Columns of the figures CSV, in the order in which it is written (design.md §5). */
export const FIGURE_COLUMNS = [
  'agency',
  'indicator',
  'label_vi',
  'breakdown',
  'organisation',
  'period',
  'time',
  'as_at',
  'calendar',
  'value',
  'unit',
  'unit_multiplier',
  'qualifier',
  'stage',
  'set_by',
  'missing',
  'open_dimensions',
  'note',
  'series_break',
  'confidentiality',
  'comparison_against',
  'comparison_base_time',
  'comparison_set_by',
  'comparison_peer',
  'comparison_measure',
  'comparison_unit',
  'document',
  'section',
  'footnote',
  'release',
] as const;

export type FigureColumn = (typeof FIGURE_COLUMNS)[number];

/** Columns whose cells are words of people, and may begin with anything. */
export const TEXT_COLUMNS = [
  'label_vi',
  'set_by',
  'note',
  'series_break',
  'comparison_set_by',
  'comparison_peer',
  'section',
] as const satisfies readonly FigureColumn[];

/** Columns for the reader's eye, ignored on import, and those that only some files need. */
const OPTIONAL: readonly FigureColumn[] = [
  'agency',
  'label_vi',
  'release',
  'set_by',
  'calendar',
  'series_break',
  'confidentiality',
];

/** With commas only: ";" is written by spreadsheets whose decimal sign is a comma, and these numbers are plain. */
export const FIGURES_TABLE = {
  required: FIGURE_COLUMNS.filter((column) => !OPTIONAL.includes(column)),
  optional: OPTIONAL,
  separators: [','],
} as const;
