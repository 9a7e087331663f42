import { assertKnown } from '../../../schema/errors/index.ts';
import {
  ComparisonType,
  type AskedComparison,
  type ComparisonComputing,
  type ComputedComparisonType,
  type ObservationType,
  type UnitType,
} from '../../../schema/graphql/index.ts';
import {
  compareFigures,
  findBase,
  finderOf,
  isBoundedBy,
  lazily,
  unitOfMeasure,
  usualMeasure,
  withBounds,
  withEarlier,
  type ComparedFigures,
  type Comparison,
  type FactBook,
  type Observation,
  type Release,
  type Rule,
  type Vintage,
  type WantedComparison,
} from '../../../schema/values/index.ts';
import { readAsked, statedAs } from './askedComparison.ts';
import type { Knowledge } from './knowledge.ts';

/** A figure where it stands: in a release, as part of what was known at an instant. */
export interface KnownFigure {
  readonly observation: Observation;
  readonly release: Release;
  readonly knowledge: Knowledge;
}

/** Compares figures with what is held; nothing is read or computed before a client asks for it. */
export interface Comparer {
  /** A comparison that the source states. */
  stated(comparison: Comparison, figure: KnownFigure): ComparisonType;
  /** A comparison with some base: as stated where the source has it, else only computed. @throws ARGUMENT_INVALID */
  against(asked: AskedComparison, figure: KnownFigure): ComparisonType;
  /**
   * A comparison with a certain figure of the same series, as releases for its reporting period tell it: as stated where
   * the source compares with its time, else only computed.
   */
  between(figure: KnownFigure, base: KnownFigure): ComparisonType;
}

/** Shows a figure. */
type Present = (figure: KnownFigure) => ObservationType;

/** What is compared, and with what. */
interface Question {
  readonly wanted: WantedComparison;
  /** The comparison as the source states it; `null` where it is only computed. */
  readonly reported: Comparison | null;
  readonly figure: KnownFigure;
  /** A certain base; `null` where it follows from what is wanted. */
  readonly base: KnownFigure | null;
}

/** `present` shows the figures that are bases; `rules` tell which figures cannot be below zero. */
export function createComparer(
  units: ReadonlyMap<string, UnitType>,
  present: Present,
  rules: readonly Rule[],
): Comparer {
  const compare = (question: Question): ComparisonType => {
    const { wanted, reported, figure } = question;
    const { against, baseTime, setBy, measure } = wanted;
    const unit = reported?.unit ?? unitOfMeasure(measure, figure.observation.unit);
    const head = { against, baseTime, setBy, measure, unit: assertKnown(units, unit) };
    return new ComparisonType(
      { ...head, peer: reported?.peer ?? null, reported },
      computingOf(question, present, rules),
    );
  };
  const compareAs = (
    wanted: WantedComparison,
    figure: KnownFigure,
    base: KnownFigure | null,
  ): ComparisonType => {
    const reported = statedAs(wanted, figure.observation);
    // What the source says of the same base under another kind answers as it was asked.
    return compare({
      wanted: reported?.against === wanted.against ? reported : wanted,
      reported,
      figure,
      base,
    });
  };

  return {
    stated: (comparison, figure) => compare({ wanted: comparison, reported: comparison, figure, base: null }),
    against: (asked, figure) => compareAs(readAsked(asked, figure.observation), figure, null),
    between(figure, base) {
      const measure = usualMeasure('PERIOD', figure.observation.unit);
      const wanted = { against: 'PERIOD', baseTime: base.observation.time, setBy: null, measure } as const;
      return compareAs(wanted, figure, base);
    },
  };
}

function computingOf(question: Question, present: Present, rules: readonly Rule[]): ComparisonComputing {
  const { wanted, reported, figure } = question;
  const { knowledge, observation } = figure;
  const isBounded = isBoundedBy(rules, observation, wanted.measure);
  const comparedNow = lazily(async () => compareIn(await bookFor(question), question));
  const comparedThen = lazily(async () => {
    const then = await vintageOf(question);
    return then && { at: then.at, found: compareIn(then.book, question) };
  });
  return {
    async now() {
      const now = await comparedNow();
      const isOpen = now.agreement !== null && now.agreement.verdict !== 'HOLDS';
      const then = isOpen ? await comparedThen() : null;
      const found = then ? withEarlier(now, then.found) : now;
      const { agreement, reason } = isBounded
        ? withBounds(found, observation, reported, await bookFor(question))
        : found;
      return { computed: show(now, knowledge, present), agreement: agreement?.verdict ?? null, reason };
    },
    async atRelease() {
      const then = await comparedThen();
      if (then === null || isSameBase(then.found, await comparedNow())) return null;
      return show(then.found, knowledge.at(then.at), present);
    },
  };
}

function show(
  { base, value, unitMultiplier }: ComparedFigures,
  knowledge: Knowledge,
  present: Present,
): ComputedComparisonType | null {
  if (base === null || value === null) return null;
  // A book of an agency's own releases holds them whole.
  const release = base.release as Release;
  return { value, unitMultiplier, base: present({ observation: base.observation, release, knowledge }) };
}

/**
 * All that is held, the newest published first: the base is the newest word about it. A certain base is what releases for
 * its own reporting period say, where they hold it.
 */
async function bookFor(question: Question): Promise<FactBook> {
  const { knowledge, release } = question.figure;
  return knowledge.book([release.organisation], await releasesOfBase(question));
}

/** What was held when the figure was first said with the reported number; `null` where that is what is held now. */
async function vintageOf(question: Question): Promise<Vintage | null> {
  const { knowledge, release } = question.figure;
  const shown = await releasesOfBase(question);
  const book = await knowledge.datedBook([release.organisation], shown, [release]);
  return book.whenSaid(question.figure, question.reported);
}

async function releasesOfBase({ base, figure }: Question): Promise<readonly Release[]> {
  if (base === null) return [];
  const held = await figure.knowledge.held(figure.release.organisation);
  return held.filter(({ period }) => period === base.release.period);
}

function compareIn(book: FactBook, { wanted, reported, figure, base }: Question): ComparedFigures {
  const find = base === null ? findBase : finderOf(base.observation);
  return compareFigures(book, figure.observation, wanted, reported, find);
}

function isSameBase(then: ComparedFigures, now: ComparedFigures): boolean {
  const before = then.base?.observation;
  const after = now.base?.observation;
  return (
    before?.value === after?.value &&
    before?.unitMultiplier === after?.unitMultiplier &&
    before?.qualifier === after?.qualifier
  );
}
