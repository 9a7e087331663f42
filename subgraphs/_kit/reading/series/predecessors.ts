import type { Breakdown, Retirable } from '../../../../schema/values/index.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';

/** A figure that a series is of, by the codes of one time: what they have superseded is of the same series. */
export interface SeriesPart {
  readonly indicator: string;
  readonly breakdown: Breakdown;
}

/**
 * What a series is made of: the figure itself, then those whose codes it has superseded, the nearest first. Without those
 * that the catalogue has no such figure of, or none in the unit.
 */
export function seriesParts(
  { indicator, breakdown }: SeriesPart,
  unit: string,
  { indicators, codes }: Catalogue,
): readonly SeriesPart[] {
  const breakdowns = Object.entries(breakdown).reduce<readonly Stepped<Breakdown>[]>(
    (made, [dimension, code]) => {
      const lineage = predecessorsOf(code, codes.get(dimension) ?? new Map<string, Retirable>());
      return made.flatMap(({ value, steps }) =>
        lineage.map((one, further) => ({ value: { ...value, [dimension]: one }, steps: steps + further })),
      );
    },
    [{ value: {}, steps: 0 }],
  );
  return predecessorsOf(indicator, indicators)
    .flatMap((one, further) =>
      breakdowns.map(({ value, steps }) => ({
        value: { indicator: one, breakdown: value },
        steps: steps + further,
      })),
    )
    .sort((a, b) => a.steps - b.steps)
    .map(({ value }) => value)
    .filter((part) => {
      const { units = [], dimensions = [] } = indicators.get(part.indicator) ?? {};
      const named = Object.keys(part.breakdown);
      return units.some((one) => one === unit) && named.every((one) => dimensions.includes(one));
    });
}

/** How many codes had to be gone back. */
interface Stepped<Value> {
  readonly value: Value;
  readonly steps: number;
}

/** A code, what it has superseded, what that has superseded…; a catalogue has no circles. */
function predecessorsOf(code: string, entries: ReadonlyMap<string, Retirable>): readonly string[] {
  const found = [...entries].find(([, { retired }]) => retired?.supersededBy === code)?.[0];
  return found === undefined ? [code] : [code, ...predecessorsOf(found, entries)];
}
