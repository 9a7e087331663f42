import type {
  Dimension,
  DimensionCode,
  Indicator,
  IndicatorGroup,
  Unit,
} from '../../../schema/values/index.ts';

/** An agency's own words: what it counts and how. All maps are in the order of the file. */
export interface Catalogue {
  readonly units: ReadonlyMap<string, Unit>;
  readonly groups: ReadonlyMap<string, IndicatorGroup>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  /** Dimension → code → its entry. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, DimensionCode>>;
}
