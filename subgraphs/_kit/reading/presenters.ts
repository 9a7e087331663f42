import type { Instant } from '../../../schema/values/index.ts';
import { CATALOGUE_LINE, catalogueBodyOf } from '../catalogue/catalogueMove.ts';
import { firstVersion, withEntries, type CatalogueVersion } from '../catalogue/replay.ts';
import type { MoveStore } from '../storage/moveStore.ts';
import { createPresenter, type Presenter } from './presenter.ts';

/** Where an agency's catalogue begins. */
export type CatalogueBase = Pick<CatalogueVersion, 'catalogue' | 'rules'>;

/** The presenters of an agency, one for each version of its catalogue. */
export interface Presenters {
  /**
   * That of the catalogue as it was at a moment that has been announced to the agency's clock: what is then told of the
   * moment is always the same. @throws STORE_UNAVAILABLE
   */
  at(asOf: Instant): Promise<Presenter>;
  /** That of the catalogue as it is, for what is written now. @throws STORE_UNAVAILABLE */
  latest(): Promise<Presenter>;
  /**
   * That of a moment, or as it is where null, as far as it has been read: for what is told all the same when the store
   * cannot be reached.
   */
  known(asOf: Instant | null): Promise<Presenter>;
}

/** A version, and from when it held. */
interface Dated {
  readonly from: Instant | null;
  readonly presenter: Presenter;
}

/** What has been read of the agency's chain: all versions up to a sequence, the earliest first. */
interface Seen {
  readonly sequence: number;
  /** Sequence of the last change of the catalogue. */
  readonly changedIn: number;
  readonly versions: readonly [Dated, ...Dated[]];
}

/**
 * The presenters of one agency; `base` is what its folder says. What was read is kept: a question costs one look at the
 * end of the chain, and none for a moment up to which it was read before.
 */
export function createPresenters(agency: string, store: MoveStore, base: CatalogueBase): Presenters {
  const { catalogue, rules } = base;
  const begin = createPresenter(firstVersion(catalogue, rules));
  let seen: Promise<Seen> = Promise.resolve({
    sequence: 0,
    changedIn: 0,
    versions: [{ from: null, presenter: begin }],
  });
  let settled: Instant | null = null;

  // One after another: two who read at once would make two presenters of one version.
  const readOn = (): Promise<Seen> => {
    const before = seen;
    const next = before.then((known) => readVersions(agency, store, rules, known));
    seen = next.catch(() => before);
    return next;
  };

  return {
    async at(asOf) {
      const isKnown = settled !== null && asOf <= settled;
      const found = await (isKnown ? seen : readOn());
      if (settled === null || asOf > settled) settled = asOf;
      return versionAt(found, asOf);
    },
    async latest() {
      return versionAt(await readOn(), null);
    },
    known: async (asOf) => versionAt(await seen, asOf),
  };
}

function versionAt({ versions }: Seen, asOf: Instant | null): Presenter {
  const found =
    asOf === null ? versions.at(-1) : versions.findLast(({ from }) => from !== null && from <= asOf);
  return (found ?? versions[0]).presenter;
}

async function readVersions(
  agency: string,
  store: MoveStore,
  coded: CatalogueVersion['rules'],
  known: Seen,
): Promise<Seen> {
  const head = await store.head(agency);
  if (head === null || head.sequence === known.sequence) return known;
  const { organisation, period } = CATALOGUE_LINE;
  const line = { agency, organisations: [organisation], periods: [period] };
  const [last] = await store.lastMoves(line, head.at);
  if (!last || last.sequence === known.changedIn) return { ...known, sequence: head.sequence };
  const moves = await store.line({ agency, ...CATALOGUE_LINE }, head.at);
  const [first] = known.versions;
  let [, ...versions] = known.versions;
  for (const move of moves.filter(({ sequence }) => sequence > known.changedIn)) {
    const before = (versions.at(-1) ?? first).presenter;
    const presenter = createPresenter(withEntries(before, catalogueBodyOf(move).put, coded));
    versions = [...versions, { from: move.at, presenter }];
  }
  return { sequence: head.sequence, changedIn: last.sequence, versions: [first, ...versions] };
}
