import { strict as assert } from 'node:assert';

import type { ObservationType } from '../../../../schema/graphql/index.ts';
import {
  computeComparison,
  formatBreakdown,
  type Decimal,
  type Observation,
  type Period,
  type Release,
} from '../../../../schema/values/index.ts';
import { breakdownText } from '../breakdownText.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Presenter } from '../presenter.ts';

/** What was said of a figure over time. */
export interface Revision {
  readonly first: ObservationType;
  readonly latest: ObservationType;
  /** How often the word changed; 0 where it never did. */
  readonly count: number;
  /** Latest less first, exactly, in the multiplier of the latest; `null` where either has no value. */
  readonly change: Decimal | null;
  /** The same in percent of the first, with two decimals; `null` also where the first is zero. */
  readonly percentChange: Decimal | null;
}

/** The series that figures are of: a result, with the text of its breakdown. */
interface Followed {
  readonly indicator: string;
  readonly organisation: string;
  readonly unit: string;
  readonly part: string;
}

/** What one release says of a figure. */
interface Word {
  readonly release: Release;
  readonly observation: Observation;
}

/**
 * Tells the revisions of the figures of one series, by all releases about its organisation. They are read once, when
 * the first revision is asked for.
 */
export function createRevisions(
  { presenter, knowledge }: { readonly presenter: Presenter; readonly knowledge: Knowledge },
  followed: Followed,
): (figure: ObservationType) => Promise<Revision> {
  const read = async (): Promise<readonly (readonly [Release, readonly Observation[]])[]> =>
    (await knowledge.history(followed.organisation)).map((release) => [
      release,
      release.observations.filter((one) => isOf(followed, one)),
    ]);
  let said: ReturnType<typeof read> | null = null;
  const show = ({ release, observation: { time, calendar } }: Word): ObservationType => {
    const shown = presenter
      .present(release, knowledge)
      .find(
        (one) =>
          one.indicator.code === followed.indicator &&
          one.unit.code === followed.unit &&
          one.setBy === null &&
          one.time === time &&
          one.calendar === (calendar ?? 'CALENDAR') &&
          breakdownText(one.breakdown) === followed.part,
      );
    assert(shown, 'a release is presented with all its figures');
    return shown;
  };
  return async ({ time, calendar }) => {
    const words = wordsOf(await (said ??= read()), time, calendar);
    const [first, latest] = [words[0], words.at(-1)];
    assert(first && latest, 'what stands in a series is said by some release');
    return {
      first: show(first),
      latest: show(latest),
      count: words.filter((word, index) => index > 0 && !isSameWord(word, words[index - 1])).length,
      change: compute(latest, first, 'ABSOLUTE_CHANGE'),
      percentChange: compute(latest, first, 'PERCENT_CHANGE'),
    };
  };
}

function isOf(followed: Followed, { indicator, unit, setBy, breakdown }: Observation): boolean {
  return (
    indicator === followed.indicator &&
    unit === followed.unit &&
    setBy === null &&
    formatBreakdown(breakdown) === followed.part
  );
}

/**
 * The words about a time that stood one after the other, as the series told them: the newest published. A release that
 * no longer holds the figure takes back what the one before it in its line had said.
 */
function wordsOf(
  history: readonly (readonly [Release, readonly Observation[]])[],
  time: Period,
  calendar: ObservationType['calendar'],
): readonly Word[] {
  const standing = new Map<Period, Word>();
  const words: Word[] = [];
  for (const [release, observations] of history) {
    const observation = observations.find(
      (one) => one.time === time && (one.calendar ?? 'CALENDAR') === calendar,
    );
    // Set anew, so that lines stand in the order of their newest release.
    standing.delete(release.period);
    if (observation) standing.set(release.period, { release, observation });
    const newest = [...standing.values()].at(-1);
    if (newest && newest !== words.at(-1)) words.push(newest);
  }
  return words;
}

/** Whether nothing that a reader would see of the number has changed. */
function isSameWord({ observation: a }: Word, before: Word | undefined): boolean {
  const b = before?.observation;
  return (
    a.value === b?.value &&
    a.unitMultiplier === b.unitMultiplier &&
    a.qualifier === b.qualifier &&
    a.stage === b.stage &&
    a.missing === b.missing
  );
}

function compute(latest: Word, first: Word, measure: 'ABSOLUTE_CHANGE' | 'PERCENT_CHANGE'): Decimal | null {
  return computeComparison(latest.observation, first.observation, measure, null)?.value ?? null;
}
