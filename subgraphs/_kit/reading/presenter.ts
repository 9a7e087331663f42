import { strict as assert } from 'node:assert';

import {
  BreakdownPartType,
  DimensionType,
  IndicatorGroupType,
  IndicatorType,
  ObservationType,
  UnitType,
  type ComparisonType,
  type IntervalType,
} from '../../../schema/graphql/index.ts';
import { assertKnown } from '../../../schema/errors/index.ts';
import {
  compareTexts,
  intervalOf,
  type Observation,
  type ObservationIdentity,
  type Release,
} from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CatalogueVersion } from '../catalogue/replay.ts';
import { createComparer, type KnownFigure } from './comparer.ts';
import type { Knowledge } from './knowledge.ts';
import { createSpeaker } from './speaker.ts';

/** Turns what is stored into what the graph shows: codes become entries of the catalogue with their labels. */
export interface Presenter extends CatalogueVersion {
  /** All indicators in the order of the catalogue. */
  readonly indicators: readonly IndicatorType[];
  /** All codes of all dimensions, in the order of the catalogue. */
  readonly parts: readonly BreakdownPartType[];
  /**
   * The observations of a release in the order of the report: indicator, breakdown, time. They compare themselves with
   * what is known. Made once per release object and knowledge.
   */
  present(release: Release, knowledge: Knowledge): readonly ObservationType[];
  /** The order of the report, of two figures that were presented. */
  order(a: ObservationType, b: ObservationType): number;
  /** What makes a figure that was presented the fact that it is. */
  identityOf(shown: ObservationType): ObservationIdentity;
  /** Compares two figures of one series that were presented; nothing is read before a client asks for it. */
  compare(figure: ObservationType, base: ObservationType): ComparisonType;
}

/**
 * The presenter of a version of an agency's catalogue; its rules tell which figures cannot be below zero, without them
 * any may be.
 */
export function createPresenter(version: CatalogueVersion): Presenter {
  const { catalogue, rules, dataRules, put } = version;
  const units = mapValues(catalogue.units, ({ code, label }) => new UnitType(code, label));
  const groups = mapValues(catalogue.groups, ({ code, label }) => new IndicatorGroupType(code, label));
  const dimensions = mapValues(catalogue.dimensions, ({ code, label }) => new DimensionType(code, label));
  const parts = mapValues(catalogue.codes, (codes, dimension) =>
    mapValues(
      codes,
      ({ code, label, parent }) =>
        new BreakdownPartType(code, label, assertKnown(dimensions, dimension), parent),
    ),
  );
  const indicators = mapValues(catalogue.indicators, ({ code, label, ...indicator }) => {
    const group = assertKnown(groups, indicator.group);
    const [first, ...others] = indicator.units;
    const unitOf = (one: string) => assertKnown(units, one);
    return new IndicatorType(code, label, {
      definition: indicator.definition,
      group,
      units: [unitOf(first), ...others.map(unitOf)],
      basis: indicator.basis,
      dimensions: indicator.dimensions.map((dimension) => assertKnown(dimensions, dimension)),
      ...(indicator.retired && { retired: indicator.retired }),
    });
  });
  const presented = new WeakMap<Knowledge, WeakMap<Release, readonly ObservationType[]>>();
  const stored = new WeakMap<ObservationType, KnownFigure>();
  const storedOf = (shown: ObservationType): KnownFigure => {
    const figure = stored.get(shown);
    assert(figure, 'every figure that is shown was presented');
    return figure;
  };
  const order = createOrder(catalogue);
  const speaker = createSpeaker(catalogue);

  const presentInterval = ({ value, unitMultiplier, qualifier, unit }: Observation): IntervalType | null =>
    value === null
      ? null
      : intervalOf({ value, unitMultiplier, qualifier, unitKind: assertKnown(catalogue.units, unit).kind });

  const presentObservation = (figure: KnownFigure): ObservationType => {
    const { observation, release } = figure;
    const shown = new ObservationType(
      {
        ...observation,
        calendar: observation.calendar ?? 'CALENDAR',
        confidentiality: observation.confidentiality ?? 'PUBLIC',
        indicator: assertKnown(indicators, observation.indicator),
        unit: assertKnown(units, observation.unit),
        breakdown: Object.keys(observation.breakdown)
          .sort()
          .map((dimension) =>
            assertKnown(assertKnown(parts, dimension), observation.breakdown[dimension] ?? ''),
          ),
        openDimensions: observation.openDimensions.map((dimension) => assertKnown(dimensions, dimension)),
        comparisons: observation.comparisons.map((one) => comparer.stated(one, figure)),
        interval: presentInterval(observation),
        release,
      },
      {
        say: (locale) => speaker.say(observation, release, locale),
        against: (asked) => comparer.against(asked, figure),
      },
    );
    stored.set(shown, figure);
    return shown;
  };
  const comparer = createComparer(units, presentObservation, rules);

  return {
    ...{ catalogue, rules, dataRules, put },
    indicators: [...indicators.values()],
    parts: [...parts.values()].flatMap((codes) => [...codes.values()]),
    present(release, knowledge) {
      const ofKnowledge = presented.get(knowledge) ?? new WeakMap<Release, readonly ObservationType[]>();
      presented.set(knowledge, ofKnowledge);
      const known = ofKnowledge.get(release);
      if (known) return known;
      const made = [...release.observations]
        .sort(order)
        .map((observation) => presentObservation({ observation, release, knowledge }));
      ofKnowledge.set(release, made);
      return made;
    },
    order: (a, b) => order(storedOf(a).observation, storedOf(b).observation),
    identityOf: (shown) => storedOf(shown).observation,
    compare: (figure, base) => comparer.between(storedOf(figure), storedOf(base)),
  };
}

/**
 * The order of the report: as the catalogue lists indicators, their dimensions and the codes of these; totals before
 * parts, earlier times first, the calendar's own periods before those of another calendar.
 */
function createOrder(catalogue: Catalogue): (a: Observation, b: Observation) => number {
  const indicatorRank = ranks(catalogue.indicators.keys());
  const codeRanks = mapValues(catalogue.codes, (codes) => ranks(codes.keys()));
  const partRanks = ({ indicator, breakdown }: Observation): number[] => {
    const dimensions = catalogue.indicators.get(indicator)?.dimensions ?? [];
    const used = dimensions.flatMap((dimension, rank) => (breakdown[dimension] === undefined ? [] : [rank]));
    const codes = used.map((rank) => {
      const dimension = dimensions[rank] ?? '';
      return codeRanks.get(dimension)?.get(breakdown[dimension] ?? '') ?? 0;
    });
    return [...used, ...codes];
  };
  return (a, b) => {
    const byIndicator = (indicatorRank.get(a.indicator) ?? 0) - (indicatorRank.get(b.indicator) ?? 0);
    return (
      byIndicator ||
      compareLists(partRanks(a), partRanks(b)) ||
      compareTexts(a.time, b.time) ||
      (a.calendar ? 1 : 0) - (b.calendar ? 1 : 0)
    );
  };
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

function ranks(keys: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...keys].map((key, index) => [key, index]));
}

function mapValues<V, W>(
  map: ReadonlyMap<string, V>,
  change: (value: V, key: string) => W,
): ReadonlyMap<string, W> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}
