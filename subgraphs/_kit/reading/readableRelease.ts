import {
  formatBreakdown,
  lineageOf,
  mayRead,
  type Breakdown,
  type Observation,
  type Principal,
  type Release,
} from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** The codes of the catalogue's dimensions, with the code that each is a part of. */
type Codes = Catalogue['codes'];

/**
 * The release as a principal may read it: without the figures that are not for them, and the same object where all are.
 * A total of which a part is withheld counts as one whose parts are not all listed, so that its words do not end with the
 * parts that are left, and no check calls it wrong. With a figure go the notes on checks that name its indicator: they may
 * tell what it is.
 */
export function readableRelease(release: Release, principal: Principal | null, codes: Codes): Release {
  const isReadable = ({ confidentiality }: Observation): boolean =>
    mayRead(principal, confidentiality ?? 'PUBLIC', release);
  const withheld = release.observations.filter((one) => !isReadable(one));
  if (withheld.length === 0) return release;
  const readable = release.observations.filter(isReadable);
  const acknowledgements = release.acknowledgements.filter(
    ({ check }) => !withheld.some(({ indicator }) => check.includes(indicator)),
  );
  return { ...release, acknowledgements, observations: withOpenTotals(readable, withheld, codes) };
}

function withOpenTotals(
  readable: readonly Observation[],
  withheld: readonly Observation[],
  codes: Codes,
): readonly Observation[] {
  const told = new Set(readable.map((one) => placeKey(one, one.breakdown)));
  const opened = new Map<string, Set<string>>();
  for (const part of withheld) {
    const totals = totalsOf(part.breakdown, codes).filter(({ breakdown }) =>
      told.has(placeKey(part, breakdown)),
    );
    for (const { breakdown, steps } of nearest(totals)) {
      const key = placeKey(part, breakdown);
      const dimensions = opened.get(key) ?? new Set();
      for (const [dimension, step] of Object.entries(steps)) if (step > 0) dimensions.add(dimension);
      opened.set(key, dimensions);
    }
  }
  return readable.map((one) => {
    const dimensions = opened.get(placeKey(one, one.breakdown));
    if (!dimensions) return one;
    return { ...one, openDimensions: [...new Set([...one.openDimensions, ...dimensions])].sort() };
  });
}

/** What totals and their parts have in common, in whatever unit and calendar, and the part that is meant. */
function placeKey({ indicator, time, setBy }: Observation, breakdown: Breakdown): string {
  return JSON.stringify([indicator, time, setBy, formatBreakdown(breakdown)]);
}

/** The breakdown of a total of some part, and how far outside of the part's it lies, by dimension of the part. */
interface TotalOfPart {
  readonly breakdown: Breakdown;
  readonly steps: Readonly<Record<string, number>>;
}

/** All breakdowns of which one is a part: with a code around its own, or none, in at least one dimension. */
function totalsOf(part: Breakdown, codes: Codes): readonly TotalOfPart[] {
  const all = Object.entries(part).reduce<readonly TotalOfPart[]>(
    (totals, [dimension, code]) => {
      const outwards = [...lineageOf(code, codes.get(dimension)), null];
      return totals.flatMap(({ breakdown, steps }) =>
        outwards.map((outer, step) => ({
          breakdown: outer === null ? breakdown : { ...breakdown, [dimension]: outer },
          steps: { ...steps, [dimension]: step },
        })),
      );
    },
    [{ breakdown: {}, steps: {} }],
  );
  return all.filter(({ steps }) => Object.values(steps).some((step) => step > 0));
}

/** Those between which and the part no other lies: what is farther out is told by them. */
function nearest(totals: readonly TotalOfPart[]): readonly TotalOfPart[] {
  const isInside = (inner: TotalOfPart, outer: TotalOfPart): boolean =>
    Object.entries(inner.steps).every(([dimension, step]) => step <= (outer.steps[dimension] ?? 0));
  return totals.filter((one) => !totals.some((other) => other !== one && isInside(other, one)));
}
