import { observationKey, type Observation, type Release } from '../../../../schema/values/index.ts';
import { hashObservations } from '../../publishing/hashObservations.ts';

/** One figure that differs between two releases of a line. */
export interface StoredRevision {
  /** `null` where the earlier release does not hold it. */
  readonly before: Observation | null;
  /** `null` where the later release does not hold it. */
  readonly after: Observation | null;
  /** The releases that have made it what it is, by number. */
  readonly changedIn: readonly Release[];
}

/**
 * What differs between the first and the last of some versions of a line, figure by figure in no order; `null` is a
 * version in which nothing is published. Every word of a figure counts: its value, qualifier, comparisons, sources, note; but
 * not whether all parts of it are listed, which a reader's rights decide as well.
 */
export function reviseFigures(versions: readonly (Release | null)[]): readonly StoredRevision[] {
  const told = versions.map(figuresOf);
  const [first, last] = [told[0] ?? NOTHING, told.at(-1) ?? NOTHING];
  return [...new Set([...first.keys(), ...last.keys()])]
    .filter((key) => first.get(key)?.content !== last.get(key)?.content)
    .map((key) => ({
      before: first.get(key)?.observation ?? null,
      after: last.get(key)?.observation ?? null,
      changedIn: versions.flatMap((release, index) => {
        const isChange = index > 0 && told[index]?.get(key)?.content !== told[index - 1]?.get(key)?.content;
        return isChange && release ? [release] : [];
      }),
    }));
}

/** A figure, and all that it says as one text. */
interface Told {
  readonly observation: Observation;
  readonly content: string;
}

const NOTHING: ReadonlyMap<string, Told> = new Map();

function figuresOf(release: Release | null): ReadonlyMap<string, Told> {
  return new Map(
    (release?.observations ?? []).map((observation) => [
      observationKey(observation),
      { observation, content: hashObservations([{ ...observation, openDimensions: [] }]) },
    ]),
  );
}
