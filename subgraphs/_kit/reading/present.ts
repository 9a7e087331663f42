import {
  compareTexts,
  instantMilliseconds,
  instantOf,
  lastFullSecond,
  type Instant,
  type Present,
} from '../../../schema/values/index.ts';
import type { KnowledgeClock } from '../publishing/knowledgeClock.ts';
import type { MoveStore } from '../storage/moveStore.ts';
import { CLOCK_TOLERANCE_MS } from './sectionSource.ts';

/** Tells the present. */
export interface PresentReader {
  /**
   * The present that reaches at least to `asOf`, or to the last full second where that is later; null where `asOf` lies in the future.
   * @throws STORE_UNAVAILABLE
   */
  reaching(asOf: Instant): Promise<Present | null>;
}

/** Before the first move. */
const BEGINNING = instantOf(0);

/** Later than every moment that a move may name. */
const END_OF_TIME = '9999-12-31T23:59:59.999Z' as Instant;

/** How many new moves are looked at at once; each is read with what it carries. */
const PAGE = 50;

/** What has been read of an agency's chain. */
interface Seen {
  readonly sequence: number;
  /** From when releases are visible, in the order of time. */
  readonly moments: readonly Instant[];
}

/** The present of one agency. What it knows of the chain is kept, so that a question costs one look at its end. */
export function createPresentReader(
  agency: string,
  store: MoveStore,
  clock: KnowledgeClock,
  now: () => number,
): PresentReader {
  let seen: Promise<Seen> | null = null;

  const readOn = async (sequence: number): Promise<Seen> => {
    const before = await (seen ?? readMoments(agency, store));
    return before.sequence >= sequence ? before : readNewMoments(agency, store, before);
  };

  return {
    async reaching(asOf) {
      if (instantMilliseconds(asOf) > now() + CLOCK_TOLERANCE_MS) return null;
      const second = lastFullSecond(now());
      let until = asOf > second ? asOf : second;
      await clock.announce(until);
      const head = await store.head(agency);
      if (head === null) return { from: BEGINNING, until };
      if (head.at > until) {
        until = head.at;
        await clock.announce(until);
      }
      seen = readOn(head.sequence);
      // What could not be read is read by the next who asks.
      seen.catch(() => (seen = null));
      const { moments } = await seen;
      const opened = moments.findLast((moment) => moment <= until) ?? BEGINNING;
      return { from: opened > head.at ? opened : head.at, until };
    },
  };
}

async function readMoments(agency: string, store: MoveStore): Promise<Seen> {
  const head = await store.head(agency);
  const headers = await store.headers({ agency }, END_OF_TIME);
  const moments = headers.map(({ publishedAt }) => publishedAt).sort(compareTexts);
  return { sequence: head?.sequence ?? 0, moments };
}

async function readNewMoments(agency: string, store: MoveStore, before: Seen): Promise<Seen> {
  let { sequence } = before;
  const found: Instant[] = [];
  for (let isEnd = false; !isEnd;) {
    const page = await store.chain(agency, sequence, PAGE);
    found.push(...page.flatMap(({ visibleFrom }) => visibleFrom ?? []));
    sequence = page.at(-1)?.sequence ?? sequence;
    isEnd = page.length < PAGE;
  }
  return { sequence, moments: [...before.moments, ...found].sort(compareTexts) };
}
