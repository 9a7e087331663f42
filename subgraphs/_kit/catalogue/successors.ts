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
  { what, keyOf = (_entry, code) => code, misfit = () => null }: SuccessorRule<Entry>,
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
    const twin = [...known].find(([other, one]) => other !== key && successorOf(one) === by)?.[0];
    const reason =
      (isCircle(by, key, known, successorOf) ? 'that does not lead back to this one' : null) ??
      (twin === undefined ? null : `that "${twin}" is not superseded by already`) ??
      misfit(entry, successor);
    if (reason !== null) {
      reading.refuse(row, 'superseded_by', fault('CELL_INVALID', { value, expected: `a code ${reason}` }));
    }
  }
}

function isCircle<Entry>(
  from: string,
  to: string,
  known: ReadonlyMap<string, Entry>,
  next: (entry: Entry) => string | null,
): boolean {
  const seen = new Set<string>();
  for (let at: string | null = from; at !== null && !seen.has(at);) {
    if (at === to) return true;
    seen.add(at);
    const entry: Entry | undefined = known.get(at);
    at = entry ? next(entry) : null;
  }
  return false;
}
