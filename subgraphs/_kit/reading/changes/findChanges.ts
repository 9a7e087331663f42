import { catalogued } from '../../../../schema/errors/index.ts';
import type {
  BreakdownPartType,
  ComparisonType,
  IndicatorType,
  ObservationType,
  UnitType,
} from '../../../../schema/graphql/index.ts';
import {
  areTimesComparable,
  compareDecimals,
  shiftDecimal,
  type Decimal,
  type Period,
} from '../../../../schema/values/index.ts';
import { pairFigures } from './pairFigures.ts';
import type { Presenter } from '../presenter.ts';
import type { SectionSource } from '../sectionSource.ts';

/** What became of a figure between two reports. */
export const CHANGE_STATES = ['CHANGED', 'UNCHANGED', 'APPEARED', 'DISAPPEARED'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** One figure in two reports; at least one of the two has it. */
export interface Change {
  readonly state: ChangeState;
  readonly indicator: IndicatorType;
  readonly organisation: string;
  readonly breakdown: readonly BreakdownPartType[];
  readonly unit: UnitType;
  readonly current: ObservationType | null;
  readonly base: ObservationType | null;
  /** `null` unless both have a value, and where a flow stands against one of a longer or shorter time. */
  readonly comparison: () => ComparisonType | null;
}

/**
 * Figure by figure what a section shows against what it shows in the report of another period: in the order of the
 * report, what has disappeared where the catalogue puts it. @throws ARGUMENT_INVALID for the report's own period.
 */
export async function findChanges(
  source: SectionSource,
  against: Period,
  load: (key: SectionSource['key']) => Promise<SectionSource>,
  presenter: Presenter,
): Promise<readonly Change[]> {
  const { key } = source;
  const base = await loadBase(source, against, load);
  const pairs = pairFigures(source.observations, base.observations);
  const paired = new Set(pairs.values());
  const gone = new Set(base.observations.filter((one) => !paired.has(one)));
  // By organisation as the section has them, then as the report has figures.
  const rank = ({ organisation }: ObservationType) => (organisation === key.organisation ? 0 : 1);
  return [...source.observations, ...gone]
    .sort((a, b) => rank(a) - rank(b) || presenter.order(a, b))
    .map((one) => {
      const before = pairs.get(one);
      if (before) return changeOf(one, before, presenter);
      return oneSided(one, gone.has(one) ? 'DISAPPEARED' : 'APPEARED');
    });
}

/** What a section shows in the report of another period. @throws ARGUMENT_INVALID for the report's own period. */
export async function loadBase(
  { key }: Pick<SectionSource, 'key'>,
  against: Period,
  load: (key: SectionSource['key']) => Promise<SectionSource>,
): Promise<SectionSource> {
  if (against === key.period) {
    throw catalogued('ARGUMENT_INVALID', {
      reason: `Argument "against" is "${against}", the period of the report itself.`,
      remedy: 'Give another period.',
    });
  }
  return load({ ...key, period: against });
}

/** A figure that only one of the reports has. */
function oneSided(one: ObservationType, state: 'APPEARED' | 'DISAPPEARED'): Change {
  const isCurrent = state === 'APPEARED';
  return {
    ...whatOf(one),
    state,
    current: isCurrent ? one : null,
    base: isCurrent ? null : one,
    comparison: () => null,
  };
}

function changeOf(current: ObservationType, base: ObservationType, presenter: Presenter): Change {
  return {
    ...whatOf(current),
    state: isSame(current, base) ? 'UNCHANGED' : 'CHANGED',
    current,
    base,
    comparison: () => (isComparable(current, base) ? presenter.compare(current, base) : null),
  };
}

function whatOf({ indicator, organisation, breakdown, unit }: ObservationType) {
  return { indicator, organisation, breakdown, unit };
}

function isComparable(current: ObservationType, base: ObservationType): boolean {
  const isLike = areTimesComparable(current.indicator.basis, current.time, base.time);
  return current.value !== null && base.value !== null && isLike;
}

/** The same number with the same qualifier; without one, the same reason and the same stated comparisons. */
function isSame(current: ObservationType, base: ObservationType): boolean {
  const [now, then] = [numberOf(current), numberOf(base)];
  if (now === null || then === null) {
    return now === then && current.missing === base.missing && statedOf(current) === statedOf(base);
  }
  return current.qualifier === base.qualifier && compareDecimals(now, then) === 0;
}

function numberOf({ value, unitMultiplier }: ObservationType): Decimal | null {
  return value === null ? null : shiftDecimal(value, unitMultiplier);
}

/** The stated comparisons as one text, without their times. */
function statedOf({ comparisons }: ObservationType): string {
  return comparisons
    .map(({ against, measure, setBy, peer, unit, reported }) => {
      const { value, unitMultiplier, qualifier } = reported ?? {};
      return JSON.stringify([against, measure, setBy, peer, unit.code, value, unitMultiplier, qualifier]);
    })
    .sort()
    .join('|');
}
