import type {
  Dimension,
  DimensionCode,
  Indicator,
  IndicatorGroup,
  Unit,
} from '../../../schema/values/index.ts';
import { FileReading } from '../csv/FileReading.ts';
import type { Catalogue } from './catalogue.ts';
import type { PutEntry } from './catalogueMove.ts';
import { CATALOGUE_COLUMNS, readCatalogueRows } from './readCatalogueRows.ts';
import { readUnitRows, UNIT_COLUMNS } from './readUnitRows.ts';
import { merged } from './replay.ts';

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
  const empty = { units, groups: new Map(), indicators: new Map(), dimensions: new Map(), codes: new Map() };
  const entries = readCatalogueRows(reading, reading.rows(path, CATALOGUE_COLUMNS), empty);
  reading.finish();
  const ofKind = (kind: PutEntry['kind']) => entries.filter((one) => one.kind === kind);
  const codes = ofKind('code').map(({ entry }) => entry as DimensionCode);
  return {
    units,
    groups: merged<IndicatorGroup>(new Map(), ofKind('group')),
    indicators: merged<Indicator>(new Map(), ofKind('indicator')),
    dimensions: merged<Dimension>(new Map(), ofKind('dimension')),
    codes: new Map(
      ofKind('dimension').map(({ key }) => [
        key,
        new Map(codes.filter(({ dimension }) => dimension === key).map((one) => [one.code, one])),
      ]),
    ),
  };
}
