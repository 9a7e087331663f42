import { LRUCache } from 'lru-cache';

/**
 * Entries by their texts, in two parts: what comes for the first time is on probation in the smaller part, what comes
 * again moves to the larger one. So a flood of texts that each come once drives out only one another. Pinned texts
 * stay for ever.
 */
export interface TwoPartCache<Entry> {
  get(text: string): Entry | undefined;
  set(text: string, entry: Entry): void;
  /** How many entries there are. */
  readonly size: number;
}

/** The part of the room that is for texts on probation. */
const PROBATION = 0.1;

/** Room for so many entries, and for texts of so many characters all together; beside these, for the pinned texts. */
export function createTwoPartCache<Entry extends object>(
  entries: number,
  characters: number,
  mayStay: (entry: Entry) => boolean,
  pinned: ReadonlySet<string>,
): TwoPartCache<Entry> {
  const part = (share: number) =>
    new LRUCache<string, Entry>({
      max: Math.max(1, Math.ceil(entries * share)),
      maxSize: Math.ceil(characters * share),
      sizeCalculation: (_entry, text) => text.length + 1,
    });
  const probation = part(PROBATION);
  const lasting = part(1 - PROBATION);
  const forEver = new Map<string, Entry>();

  return {
    get size() {
      return probation.size + lasting.size + forEver.size;
    },
    get(text) {
      const known = lasting.get(text) ?? forEver.get(text);
      if (known) return known;
      const again = probation.get(text);
      if (again && mayStay(again)) {
        probation.delete(text);
        lasting.set(text, again);
      }
      return again;
    },
    set: (text, entry) => void (pinned.has(text) ? forEver : probation).set(text, entry),
  };
}
