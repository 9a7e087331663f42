import { fault } from '../../../schema/errors/index.ts';
import type { Retirable } from '../../../schema/values/index.ts';
import type { FileReading } from '../csv/FileReading.ts';
import type { ReadEntry } from './readEntry.ts';

/** What has to hold of entries of one list and their successors. */
interface SuccessorRule<Entry> {
  /** What an entry is called in messages. */
  readonly what: string;
  /** The key of a successor that an entry names by its code; the code itself where left out. */
  readonly keyOf?: (entry: Entry, code: string) => string;
  /** Whether several may be superseded by the same: then no series goes on. Not so where left out. */
  readonly mayMerge?: boolean;
  /** Why the one cannot go on with the other's series, to be read after "a code …"; null where it can. */
  readonly misfit?: (entry: Entry, successor: Entry) => string | null;
}

/**
 * Refuses what `superseded_by` must not say: unknown codes, circles, two predecessors of one code, successors that do not
 * fit. `known` are the entries of the list as they would be.
 */
export function refuseBadSuccessors<Entry extends Retirable>(
  reading: FileReading,
  entries: readonly ReadEntry[],
  known: ReadonlyMap<string, Entry>,
  { what, keyOf = (_entry, code) => code, mayMerge = false, misfit = () => null }: SuccessorRule<Entry>,
): void {
  const successorOf = (entry: Entry): string | null => {
    const code = entry.retired?.supersededBy ?? null;
    return code === null ? null : keyOf(entry, code);
  };
  for (const { row, key } of entries) {
    const entry = known.get(key);
    const by = entry ? successorOf(entry) : null;
    if (!entry || by === null) continue;
    const value = entry.retired?.supersededBy ?? '';
    const successor = known.get(by);
    if (!successor) {
      reading.refuse(row, 'superseded_by', fault('CODE_UNKNOWN', { what, value, known: [...known.keys()] }));
      continue;
    }
    const twin = mayMerge
      ? undefined
      : [...known].find(([other, one]) => other !== key && successorOf(one) === by)?.[0];
    const circle = circleOf(key, known, successorOf);
    const reason =
      (circle === null ? null : `that does not lead back to this one (${circle})`) ??
      (twin === undefined ? null : `that "${twin}" is not superseded by already`) ??
      misfit(entry, successor);
    if (reason !== null) {
      reading.refuse(row, 'superseded_by', fault('CELL_INVALID', { value, expected: `a code ${reason}` }));
    }
  }
}

/** How many codes of a circle are told, besides the first one again at its end. */
const MOST_TOLD = 6;

/** "a → b → a" where what follows on an entry leads back to it; `null` where it does not. */
export function circleOf<Entry>(
  key: string,
  known: ReadonlyMap<string, Entry>,
  next: (entry: Entry) => string | null,
): string | null {
  const path = new Set<string>();
  for (let at: string | null = key; at !== null && !path.has(at);) {
    path.add(at);
    const entry: Entry | undefined = known.get(at);
    at = entry ? next(entry) : null;
    if (at !== key) continue;
    const told = [...path].slice(0, MOST_TOLD);
    return [...told, ...(path.size > MOST_TOLD ? ['…'] : []), key].join(' → ');
  }
  return null;
}
