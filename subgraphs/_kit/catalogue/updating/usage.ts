import { setImmediate as nextTurn } from 'node:timers/promises';

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

/** What has been read of a chain: what was published is used for ever, what is drafted until another draft takes its place. */
interface Read {
  readonly sequence: number;
  readonly published: Sets;
  /** By line. */
  readonly drafts: ReadonlyMap<string, Sets>;
}

/** What was read before, by store: a chain only grows, and reading each release takes a millisecond. */
const kept = new WeakMap<MoveStore, Promise<Read>>();

/**
 * What the agency's figures use: those of every release that was ever published, embargoed ones among them, and of the
 * drafts that are under way. The first question after a start reads the whole chain, in turns with other work; later ones
 * only what is new. @throws STORE_UNAVAILABLE
 */
export async function readUsage(agency: string, store: MoveStore): Promise<Usage> {
  const before =
    kept.get(store) ?? Promise.resolve({ sequence: 0, published: emptySets(), drafts: new Map() });
  const next = before.then((read) => readOn(agency, store, read));
  kept.set(
    store,
    next.catch(() => before),
  );
  const { published, drafts } = await next;
  const all = [published, ...drafts.values()];
  const union = (list: keyof Usage) => new Set(all.flatMap((sets) => [...sets[list]]));
  return {
    indicators: union('indicators'),
    units: union('units'),
    dimensions: union('dimensions'),
    codes: union('codes'),
  };
}

/** `before` stays as it is until all is read: where the store fails, nothing is counted twice or left out. */
async function readOn(agency: string, store: MoveStore, before: Read): Promise<Read> {
  const drafts = new Map(before.drafts);
  const published = copyOf(before.published);
  for (let sequence = before.sequence; ;) {
    const page = await store.chain(agency, sequence, PAGE);
    for (const move of page) {
      const line = JSON.stringify([move.organisation, move.period]);
      if (move.kind === 'SAVE') drafts.set(line, usedBy(figuresOf(move), emptySets()));
      if (move.kind !== 'PUBLISH') continue;
      // What was published is no draft any more.
      drafts.delete(line);
      usedBy(figuresOf(move), published);
    }
    sequence = page.at(-1)?.sequence ?? sequence;
    if (page.length < PAGE) return { sequence, published, drafts };
    // Whoever only reads reports does not wait until the end of the chain.
    await nextTurn();
  }
}

function emptySets(): Sets {
  return { indicators: new Set(), units: new Set(), dimensions: new Set(), codes: new Set() };
}

function copyOf({ indicators, units, dimensions, codes }: Sets): Sets {
  return {
    indicators: new Set(indicators),
    units: new Set(units),
    dimensions: new Set(dimensions),
    codes: new Set(codes),
  };
}

function usedBy(figures: readonly Observation[], used: Sets): Sets {
  for (const figure of figures) use(used, figure);
  return used;
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
