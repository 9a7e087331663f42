import { comparisonKey, type Comparison } from '../comparison.ts';
import type { Instant } from '../date.ts';
import { groupBy } from '../groupBy.ts';
import { observationKey, type Observation } from '../observation.ts';
import { lineKey } from '../release.ts';
import { remembered } from '../remembered.ts';
import { createFactBook, type FactBook, type FactRelease } from './factBook.ts';

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
  const byLine = new Map(
    [...groupBy(history, lineKey)].map(([line, releases]) => [
      line,
      [...releases].sort((a, b) => a.number - b.number),
    ]),
  );
  const shownLines = new Set(shown.map(lineKey));
  const figuresOf = remembered(
    (release: FactRelease) => new Map(release.observations.map((one) => [observationKey(one), one])),
  );
  const vintageAt = remembered((at: Instant): Vintage | null => {
    if (history.every(({ publishedAt }) => publishedAt <= at)) return null;
    const held = [...byLine.values()].flatMap((line) =>
      line.filter(({ publishedAt }) => publishedAt <= at).slice(-1),
    );
    const isShown = (release: FactRelease): boolean => shownLines.has(lineKey(release));
    const others = held.filter((release) => !isShown(release));
    return { at, book: createFactBook(book.vocabulary, held.filter(isShown), others) };
  });
  return {
    ...book,
    whenSaid({ observation, release }, stated) {
      const key = observationKey(observation);
      const first = (byLine.get(lineKey(release)) ?? []).find((one) =>
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
