import { catalogued } from '../../../schema/errors/index.ts';
import type { Breakdown, Indicator } from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** The entry of a code that a question names. @throws CODE_UNKNOWN, so that a typo does not look like "no figures". */
export function knownEntry<Entry>(what: string, value: string, entries: ReadonlyMap<string, Entry>): Entry {
  const entry = entries.get(value);
  if (entry === undefined) throw catalogued('CODE_UNKNOWN', { what, value, known: [...entries.keys()] });
  return entry;
}

/** @throws UNIT_NOT_OF_INDICATOR, DIMENSION_NOT_OF_INDICATOR or CODE_UNKNOWN for the first that does not fit. */
export function checkPart(
  { code, units, dimensions }: Indicator,
  breakdown: Breakdown,
  unit: string | null,
  { codes }: Catalogue,
): void {
  if (unit !== null && !units.includes(unit)) {
    throw catalogued('UNIT_NOT_OF_INDICATOR', { value: unit, indicator: code, known: units });
  }
  for (const [dimension, part] of Object.entries(breakdown)) {
    if (!dimensions.includes(dimension)) {
      throw catalogued('DIMENSION_NOT_OF_INDICATOR', {
        value: dimension,
        indicator: code,
        known: dimensions,
      });
    }
    knownEntry(`Code of dimension "${dimension}"`, part, codes.get(dimension) ?? new Map());
  }
}
