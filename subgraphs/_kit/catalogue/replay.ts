import {
  lineageOf,
  type Dimension,
  type DimensionCode,
  type Indicator,
  type IndicatorGroup,
  type Rule,
  type Unit,
} from '../../../schema/values/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { PutEntry } from './catalogueMove.ts';
import { addRules, type DataRule } from './dataRules.ts';

/** What an agency counts and what has to hold of it, at one moment. */
export interface CatalogueVersion {
  readonly catalogue: Catalogue;
  /** Those of the agency's code, then those of its files that are in force. */
  readonly rules: readonly Rule[];
  /** The rules of its files, also retired ones, by code. */
  readonly dataRules: ReadonlyMap<string, DataRule>;
  /** All that was ever put, the earliest first: for whoever keeps lists of their own. */
  readonly put: readonly PutEntry[];
}

/** Where an agency begins: what its folder says. */
export function firstVersion(catalogue: Catalogue, rules: readonly Rule[]): CatalogueVersion {
  return { catalogue, rules, dataRules: new Map(), put: [] };
}

/**
 * The version after some entries were put: each in the place of its like, new ones at the end. `coded` are the rules of
 * the agency's code.
 */
export function withEntries(
  before: CatalogueVersion,
  put: readonly PutEntry[],
  coded: readonly Rule[],
): CatalogueVersion {
  if (put.length === 0) return before;
  const ofKind = (kind: PutEntry['kind']) => put.filter((one) => one.kind === kind);
  const { catalogue } = before;
  const codes = new Map(catalogue.codes);
  for (const { key } of ofKind('dimension')) codes.set(key, codes.get(key) ?? new Map());
  for (const { entry } of ofKind('code')) {
    const one = entry as DimensionCode;
    codes.set(one.dimension, withCode(codes.get(one.dimension) ?? new Map(), one));
  }
  const dataRules = merged<DataRule>(before.dataRules, ofKind('rule'));
  return {
    catalogue: {
      units: merged<Unit>(catalogue.units, ofKind('unit')),
      groups: merged<IndicatorGroup>(catalogue.groups, ofKind('group')),
      indicators: ofKind('indicator').reduce(withIndicator, catalogue.indicators),
      dimensions: merged<Dimension>(catalogue.dimensions, ofKind('dimension')),
      codes,
    },
    dataRules,
    rules: addRules(coded, [...dataRules.values()]),
    put: [...before.put, ...put],
  };
}

type Indicators = Catalogue['indicators'];
type Codes = ReadonlyMap<string, DimensionCode>;

/** A new indicator, or one that has moved to another group, stands behind the last of its group: so do its figures. */
function withIndicator(list: Indicators, { key, entry }: PutEntry): Indicators {
  const put = entry as Indicator;
  if (list.get(key)?.group === put.group) return new Map(list).set(key, put);
  return placedBehind(list, key, put, ({ group }) => group === put.group);
}

/** A new code stands behind the last one that is a part of the same code. */
function withCode(list: Codes, put: DimensionCode): Codes {
  const { code, parent } = put;
  if (parent === null || list.get(code)?.parent === parent) return new Map(list).set(code, put);
  return placedBehind(list, code, put, (one) => lineageOf(one.code, list).includes(parent));
}

function placedBehind<Entry>(
  list: ReadonlyMap<string, Entry>,
  key: string,
  entry: Entry,
  isLike: (one: Entry) => boolean,
): ReadonlyMap<string, Entry> {
  const others = [...list].filter(([other]) => other !== key);
  const last = others.findLastIndex(([, one]) => isLike(one));
  const place = last < 0 ? others.length : last + 1;
  return new Map([...others.slice(0, place), [key, entry], ...others.slice(place)]);
}

/** A list with entries put into it: each in the place of its like, new ones at the end. */
export function merged<Entry>(
  list: ReadonlyMap<string, Entry>,
  put: readonly PutEntry[],
): ReadonlyMap<string, Entry> {
  if (put.length === 0) return list;
  const entries = new Map(list);
  for (const { key, entry } of put) entries.set(key, entry as Entry);
  return entries;
}
