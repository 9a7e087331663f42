import type { Unit } from '../../../schema/values/index.ts';
import { FileReading } from '../csv/FileReading.ts';
import type { Catalogue } from './catalogue.ts';
import { CATALOGUE_COLUMNS, readCatalogueRows } from './readCatalogueRows.ts';
import { readUnitRows, UNIT_COLUMNS } from './readUnitRows.ts';
import { firstVersion, withEntries } from './replay.ts';

/** A catalogue of nothing but units. */
function emptyCatalogue(units: ReadonlyMap<string, Unit>): Catalogue {
  return { units, groups: new Map(), indicators: new Map(), dimensions: new Map(), codes: new Map() };
}

/** Reads the unit list that all agencies share. @throws RefusedFile with all its faults. */
export function readUnits(path: string): ReadonlyMap<string, Unit> {
  const reading = new FileReading(path);
  const entries = readUnitRows(reading, reading.rows(path, UNIT_COLUMNS), new Map());
  reading.finish();
  return new Map(entries.map(({ key, entry }) => [key, entry as Unit]));
}

/** Reads an agency's catalogue. @throws RefusedFile with all its faults. */
export function readCatalogue(path: string, units: ReadonlyMap<string, Unit>): Catalogue {
  const reading = new FileReading(path);
  const empty = emptyCatalogue(units);
  const entries = readCatalogueRows(reading, reading.rows(path, CATALOGUE_COLUMNS), empty);
  reading.finish();
  return withEntries(firstVersion(empty, []), entries, []).catalogue;
}
