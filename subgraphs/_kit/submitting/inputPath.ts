import type { FileFault } from '../../../schema/errors/index.ts';
import type { RowPlace } from './inputRows.ts';

type Column = NonNullable<FileFault['column']>;

/** Columns that say where a number is printed. */
const SOURCE_COLUMNS: readonly Column[] = ['document', 'section', 'footnote'];

/** Columns of the number itself: on the row of a comparison they are the comparison's. */
const NUMBER_COLUMNS: readonly Column[] = ['value', 'unit_multiplier', 'qualifier'];

/** What is an argument of its own. */
const ARGUMENTS: readonly Column[] = ['organisation', 'period'];

/** The way from an argument to the field that a cell of a row was made of. */
export function fieldPath(argument: string, place: RowPlace, column: Column): readonly string[] {
  if (ARGUMENTS.includes(column)) return [column];
  const figure = [argument, String(place.figure)];
  const number = [...figure, ...(place.comparison === null ? [] : ['comparisons', String(place.comparison)])];
  if (SOURCE_COLUMNS.includes(column)) {
    return place.source === null
      ? [...number, 'sources']
      : [...number, 'sources', String(place.source), fieldName(column)];
  }
  if (column.startsWith('comparison_')) return [...number, fieldName(column.replace('comparison_', ''))];
  return [...(NUMBER_COLUMNS.includes(column) ? number : figure), fieldName(column)];
}

/** The way to the printed number that a row stands for. */
export function placePath(argument: string, { figure, comparison, source }: RowPlace): readonly string[] {
  return [
    argument,
    String(figure),
    ...(comparison === null ? [] : ['comparisons', String(comparison)]),
    ...(source === null ? [] : ['sources', String(source)]),
  ];
}

/** The field that a column of the figures CSV is called by in the graph. */
export function fieldName(column: Column): string {
  return column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
