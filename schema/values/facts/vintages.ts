import { comparisonKey, type Comparison } from '../comparison.ts';
import type { Instant } from '../date.ts';
import { observationKey, type Observation } from '../observation.ts';
import { createFactBook, type FactBook, type FactRelease } from './factBook.ts';
import { groupBy } from './seriesIndex.ts';

/** What was held at an earlier instant. */
export interface Vintage {
  readonly at: Instant;
  readonly book: FactBook;
}

/**
 * The same book, which also tells what was held when a figure was first said. `history` has the releases of the lines
 * that the book holds, also those that were replaced; `shown` are the releases that the report shows.
 */
export function withVintages(
  book: FactBook,
  shown: readonly FactRelease[],
  history: readonly FactRelease[],
): FactBook {
  const lines = [...groupBy(history, lineOf).values()].map((line) =>
    [...line].sort((a, b) => a.number - b.number),
  );
  const byLine = new Map(lines.map((line) => [line[0] ? lineOf(line[0]) : '', line]));
  const shownLines = new Set(shown.map(lineOf));
  const figuresOf = remembered(
    (release: FactRelease) => new Map(release.observations.map((one) => [observationKey(one), one])),
  );
  const vintageAt = remembered((at: Instant): Vintage | null => {
    if (history.every(({ publishedAt }) => publishedAt <= at)) return null;
    const held = lines.flatMap((line) => line.filter(({ publishedAt }) => publishedAt <= at).slice(-1));
    const isShown = (release: FactRelease): boolean => shownLines.has(lineOf(release));
    const others = held.filter((release) => !isShown(release));
    return { at, book: createFactBook(book.vocabulary, held.filter(isShown), others) };
  });
  return {
    ...book,
    whenSaid({ observation, release }, stated) {
      const key = observationKey(observation);
      const first = (byLine.get(lineOf(release)) ?? []).find((one) =>
        saysTheSame(figuresOf(one).get(key), observation, stated),
      );
      const at = first && first.publishedAt < release.publishedAt ? first.publishedAt : release.publishedAt;
      return vintageAt(at);
    },
  };
}

/** Whether a figure was said before with its number and, where one is meant, that of the comparison. */
function saysTheSame(before: Observation | undefined, now: Observation, stated: Comparison | null): boolean {
  if (before === undefined || !isSameNumber(before, now)) return false;
  if (stated === null) return true;
  const key = comparisonKey(stated);
  return before.comparisons.some((one) => comparisonKey(one) === key && isSameNumber(one, stated));
}

type Printed = Pick<Observation | Comparison, 'value' | 'unitMultiplier' | 'qualifier'>;

function isSameNumber(a: Printed, b: Printed): boolean {
  return a.value === b.value && a.unitMultiplier === b.unitMultiplier && a.qualifier === b.qualifier;
}

function lineOf({ organisation, period }: FactRelease): string {
  return `${organisation}|${period}`;
}

function remembered<Key, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const made = new Map<Key, Result>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const result = make(key);
    made.set(key, result);
    return result;
  };
}
