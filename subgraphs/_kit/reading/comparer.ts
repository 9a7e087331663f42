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
  finderOf,
  unitOfMeasure,
  usualMeasure,
  type ComparedFigures,
  type Comparison,
  type Observation,
  type Release,
  type WantedComparison,
} from '../../../schema/values/index.ts';
import { isStated, readAsked } from './askedComparison.ts';
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

/** `present` shows the figures that are bases. */
export function createComparer(units: ReadonlyMap<string, UnitType>, present: Present): Comparer {
  const compare = (question: Question): ComparisonType => {
    const { wanted, reported, figure } = question;
    const { against, baseTime, setBy, measure } = wanted;
    const unit = reported?.unit ?? unitOfMeasure(measure, figure.observation.unit);
    const head = { against, baseTime, setBy, measure, unit: assertKnown(units, unit) };
    return new ComparisonType(
      { ...head, peer: reported?.peer ?? null, reported },
      computingOf(question, present),
    );
  };
  const compareAs = (
    wanted: WantedComparison,
    figure: KnownFigure,
    base: KnownFigure | null,
  ): ComparisonType => {
    const reported = figure.observation.comparisons.find((comparison) => isStated(wanted, comparison));
    return compare({ wanted: reported ?? wanted, reported: reported ?? null, figure, base });
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

function computingOf(question: Question, present: Present): ComparisonComputing {
  const { knowledge, release } = question.figure;
  let compared: Promise<ComparedFigures> | null = null;
  const comparedNow = () => (compared ??= compareWith(knowledge, question));
  return {
    async now() {
      const found = await comparedNow();
      const agreement = found.agreement?.verdict ?? null;
      return { computed: show(found, knowledge, present), agreement, reason: found.reason };
    },
    async atRelease() {
      const held = await knowledge.held(release.organisation);
      // What was published since is all that can make a difference.
      if (held.every(({ publishedAt }) => publishedAt <= release.publishedAt)) return null;
      const before = knowledge.at(release.publishedAt);
      const then = await compareWith(before, question);
      return isSameBase(then, await comparedNow()) ? null : show(then, before, present);
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
 * By all that is held at an instant, the newest published first: the base is the newest word about it. A certain base
 * is what releases for its own reporting period say, where they hold it.
 */
async function compareWith(
  knowledge: Knowledge,
  { wanted, reported, figure, base }: Question,
): Promise<ComparedFigures> {
  const { observation, release } = figure;
  const { organisation } = release;
  if (base === null) {
    return compareFigures(await knowledge.book([organisation], []), observation, wanted, reported);
  }
  const held = await knowledge.held(organisation);
  const line = held.filter(({ period }) => period === base.release.period);
  const book = await knowledge.book([organisation], line);
  return compareFigures(book, observation, wanted, reported, finderOf(base.observation));
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
