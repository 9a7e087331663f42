import { formatBreakdown } from '../breakdown.ts';
import type { PartList } from '../checks/totals.ts';
import { isZero } from '../decimal.ts';
import type { Fact, FactBook, FactRelease, SeriesIdentity } from '../facts/factBook.ts';
import type { Period } from '../period.ts';
import { coverageOf, disjointParts, isWithin, type CodeTree } from './codeTree.ts';

/** The parts of a total that are held. */
export interface HeldParts {
  /**
   * The parts in the unit of the total, also those without a number of their own, in the order of the codes. What is
   * told as not applicable is none of them: it adds nothing.
   */
  readonly told: readonly Fact[];
  /** Those of them with a number, in the same order. */
  readonly numbers: readonly Fact[];
  /** Whether every part that is told has a number. */
  readonly isWhole: boolean;
  /**
   * Whether the source lists all parts. So the total says; where no total is told, only a list without any code left
   * out is known to be closed. By several dimensions, also each part by one of them has to be broken down by the others.
   */
  readonly list: PartList;
  /** Whether some part is told in another unit only. */
  readonly unitsDiffer: boolean;
}

/** Where a total is looked for, and what is told of it. */
interface Held {
  readonly book: FactBook;
  readonly time: Period;
  readonly fact: Fact | undefined;
}

/**
 * The parts that add up to a total by some dimensions together, of those who set it, and of its own release: what
 * another release says of them may belong to another word about the total. Without a total, of the first release that
 * tells any. A code that is not told is replaced by the codes below it; of the codes told, those below another count
 * only within that.
 */
export function partsOf(
  total: SeriesIdentity,
  time: Period,
  dimensions: readonly string[],
  book: FactBook,
  fact?: Fact,
): HeldParts {
  const tree: CodeTree = { dimensions, codes: book.vocabulary.codes };
  const candidates = book
    .brokenDown(total, time, dimensions)
    .filter(
      ({ observation }) =>
        observation.setBy === total.setBy && isWithin(observation.breakdown, total.breakdown, tree),
    );
  const release = fact?.release ?? releaseOf(candidates, book);
  const ofRelease = candidates.filter((one) => one.release === release);
  const inUnit = oneOfEach(
    ofRelease.filter(({ observation }) => observation.unit === total.unit),
    total,
  );
  const told = disjointParts(
    inUnit.filter((one) => !isNotApplicable(one)),
    tree,
  );
  const answered = [...told, ...inUnit.filter(isNotApplicable)];
  const numbers = told.filter(({ observation }) => observation.value !== null);
  const elsewhere = ofRelease.filter(
    ({ observation: { unit, value } }) => unit !== total.unit && value !== null,
  );
  const isCovered = coverageOf(answered, tree);
  return {
    told,
    numbers,
    isWhole: numbers.length === told.length,
    list: isOpen(total, tree, answered, { book, time, fact }) ? 'OPEN' : 'CLOSED',
    unitsDiffer: elsewhere.some((one) => !isCovered(one)),
  };
}

/** The release that the report shows, else the newest published. */
function releaseOf(facts: readonly Fact[], book: FactBook): FactRelease | undefined {
  const releases = [...new Set(facts.map(({ release }) => release))];
  return (
    facts.find((fact) => book.isShown(fact))?.release ??
    releases.find(({ publishedAt }) => releases.every((other) => other.publishedAt <= publishedAt))
  );
}

function isOpen(total: SeriesIdentity, tree: CodeTree, told: readonly Fact[], held: Held): boolean {
  const { dimensions } = tree;
  if (
    dimensions.length > 1 &&
    dimensions.some((dimension) => isOpenAlong(dimension, total, tree, told, held))
  ) {
    return true;
  }
  if (held.fact) return dimensions.some((one) => held.fact?.observation.openDimensions.includes(one));
  const [dimension = '', ...others] = dimensions;
  const siblings = [...(tree.codes.get(dimension) ?? [])].filter(
    ([, { parent }]) => parent === (total.breakdown[dimension] ?? null),
  );
  const codes = new Set(told.map(({ observation }) => observation.breakdown[dimension]));
  return others.length > 0 || siblings.some(([code]) => !codes.has(code));
}

/** By several dimensions: whether a part by one of them alone is not, or not wholly, broken down by the others. */
function isOpenAlong(
  dimension: string,
  total: SeriesIdentity,
  { dimensions, codes }: CodeTree,
  told: readonly Fact[],
  { book, time, fact }: Held,
): boolean {
  const others = dimensions.filter((one) => one !== dimension);
  const isCovered = coverageOf(told, { dimensions: [dimension], codes });
  return partsOf(total, time, [dimension], book, fact).told.some(
    (part) =>
      others.some((one) => part.observation.openDimensions.includes(one)) ||
      !(isNothing(part) || isCovered(part)),
  );
}

/** Whether a figure is told as not applicable: it adds nothing to any sum. */
export function isNotApplicable({ observation }: Fact): boolean {
  return observation.value === null && observation.missing === 'NOT_APPLICABLE';
}

/** What is nothing has no parts to tell. */
function isNothing({ observation: { value } }: Fact): boolean {
  return value !== null && isZero(value);
}

/** A part that is told in several calendars is taken in that of the total, else as it is told first. */
function oneOfEach(facts: readonly Fact[], { calendar }: SeriesIdentity): readonly Fact[] {
  const chosen = new Map<string, Fact>();
  for (const fact of facts) {
    const key = formatBreakdown(fact.observation.breakdown);
    const isOfCalendar = fact.observation.calendar === calendar;
    if (!chosen.has(key) || isOfCalendar) chosen.set(key, fact);
  }
  return [...chosen.values()];
}
