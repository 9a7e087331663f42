import type { Observation } from '../../../../schema/values/index.ts';
import type { MoveStore, StoredMove } from '../../storage/moveStore.ts';

/** What figures use of a catalogue; all sets hold codes. */
export interface Usage {
  readonly indicators: ReadonlySet<string>;
  /** Also those of comparisons. */
  readonly units: ReadonlySet<string>;
  /** `indicator dimension`. */
  readonly dimensions: ReadonlySet<string>;
  /** `dimension=code`. */
  readonly codes: ReadonlySet<string>;
}

/** How many moves are read at once, each with its figures. */
const PAGE = 50;

type Sets = { readonly [List in keyof Usage]: Set<string> };

/**
 * What the agency's figures use: those of every release that was ever published, embargoed ones among them, and of the
 * drafts that are under way. @throws STORE_UNAVAILABLE
 */
export async function readUsage(agency: string, store: MoveStore): Promise<Usage> {
  const used = emptySets();
  const drafts = new Map<string, readonly Observation[]>();
  for (let after = 0, isEnd = false; !isEnd;) {
    const page = await store.chain(agency, after, PAGE);
    for (const move of page) {
      const line = JSON.stringify([move.organisation, move.period]);
      if (move.kind === 'SAVE') drafts.set(line, figuresOf(move));
      if (move.kind !== 'PUBLISH') continue;
      // What was published is no draft any more.
      drafts.delete(line);
      for (const figure of figuresOf(move)) use(used, figure);
    }
    after = page.at(-1)?.sequence ?? after;
    isEnd = page.length < PAGE;
  }
  for (const figure of [...drafts.values()].flat()) use(used, figure);
  return used;
}

function emptySets(): Sets {
  return { indicators: new Set(), units: new Set(), dimensions: new Set(), codes: new Set() };
}

function figuresOf({ body }: StoredMove): readonly Observation[] {
  return (body as { readonly observations?: readonly Observation[] }).observations ?? [];
}

function use(used: Sets, { indicator, unit, breakdown, openDimensions, comparisons }: Observation): void {
  used.indicators.add(indicator);
  used.units.add(unit);
  for (const comparison of comparisons) used.units.add(comparison.unit);
  for (const dimension of openDimensions) used.dimensions.add(`${indicator} ${dimension}`);
  for (const [dimension, code] of Object.entries(breakdown)) {
    used.dimensions.add(`${indicator} ${dimension}`);
    used.codes.add(`${dimension}=${code}`);
  }
}
