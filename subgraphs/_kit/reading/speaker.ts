import { assertKnown } from '../../../schema/errors/index.ts';
import {
  figureText,
  groupBy,
  observationKey,
  type Comparison,
  type Locale,
  type Noun,
  type Observation,
  type Release,
  type SaidComparison,
  type SaidFigure,
  type SaidNumber,
  type SaidPart,
} from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** Says figures in words: the catalogue has the nouns and labels, the release the parts of a total. */
export interface Speaker {
  say(observation: Observation, release: Release, locale: Locale): string;
}

type Numbered = Pick<Observation, 'indicator' | 'unit' | 'value' | 'unitMultiplier' | 'qualifier'>;

export function createSpeaker(catalogue: Catalogue): Speaker {
  const partsOf = new WeakMap<Release, ReadonlyMap<string, readonly Observation[]>>();

  const nounOf = (indicatorCode: string, unitCode: string): Noun => {
    const { counted, units } = assertKnown(catalogue.indicators, indicatorCode);
    const { noun } = assertKnown(catalogue.units, unitCode);
    return unitCode === units[0] ? { VI: counted.VI ?? noun.VI, EN: counted.EN ?? noun.EN } : noun;
  };

  const sayNumber = ({ indicator, unit, value, unitMultiplier, qualifier }: Numbered): SaidNumber | null =>
    value === null ? null : { value, unitMultiplier, qualifier, noun: nounOf(indicator, unit) };

  const sayComparison = (comparison: Comparison, indicator: string): SaidComparison => ({
    ...comparison,
    noun: nounOf(indicator, comparison.unit),
  });

  const sayPart = (part: Observation, dimension: string): SaidPart[] => {
    const number = sayNumber(part);
    const { label } = assertKnown(assertKnown(catalogue.codes, dimension), part.breakdown[dimension] ?? '');
    return number ? [{ ...number, label, stage: part.stage }] : [];
  };

  const sayParts = (total: Observation, release: Release): Pick<SaidFigure, 'parts' | 'hasMoreParts'> => {
    const candidates = partsWithin(release).get(observationKey(total)) ?? [];
    for (const dimension of assertKnown(catalogue.indicators, total.indicator).dimensions) {
      const held = partsIn(dimension, candidates, catalogue);
      const parts = held.flatMap((part) => sayPart(part, dimension));
      // A part without a number is not told, so the list must not look complete.
      const hasMoreParts = total.openDimensions.includes(dimension) || parts.length < held.length;
      if (parts.length > 0) return { parts, hasMoreParts };
    }
    return { parts: [], hasMoreParts: false };
  };

  const partsWithin = (release: Release): ReadonlyMap<string, readonly Observation[]> => {
    const known = partsOf.get(release);
    if (known) return known;
    const found = groupByTotal(release.observations);
    partsOf.set(release, found);
    return found;
  };

  return {
    say: (observation, release, locale) =>
      figureText(
        {
          ...observation,
          ...sayParts(observation, release),
          number: sayNumber(observation),
          comparisons: observation.comparisons.map((one) => sayComparison(one, observation.indicator)),
        },
        locale,
      ),
  };
}

/** Key of a total → what is broken down from it by exactly one dimension. A part has no entry of its own. */
function groupByTotal(observations: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const parts = observations.filter(({ breakdown }) => Object.keys(breakdown).length === 1);
  return groupBy(parts, (part) => observationKey({ ...part, breakdown: {} }));
}

/** The parts of one dimension that add up among themselves, in the order of its codes. */
function partsIn(dimension: string, parts: readonly Observation[], { codes }: Catalogue): Observation[] {
  return [...(codes.get(dimension)?.values() ?? [])]
    .filter(({ parent }) => parent === null)
    .flatMap(({ code }) => parts.filter(({ breakdown }) => breakdown[dimension] === code));
}
