import { strict as assert } from 'node:assert';

import type { ObservationType } from '../../../../schema/graphql/index.ts';
import {
  computeComparison,
  lazily,
  remembered,
  type Decimal,
  type Release,
} from '../../../../schema/values/index.ts';
import { breakdownText } from '../breakdownText.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Presenter } from '../presenter.ts';
import { figureKey, wordsByFigure, type Followed, type Word } from './revisionWords.ts';

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

/**
 * Tells the revisions of the figures of one series, by all releases about its organisation. They are read once, when
 * the first revision is asked for.
 */
export function createRevisions(
  { presenter, knowledge }: { readonly presenter: Presenter; readonly knowledge: Knowledge },
  followed: Followed,
): (figure: ObservationType) => Promise<Revision> {
  const said = lazily(async () => wordsByFigure(followed, await knowledge.history(followed.organisation)));
  const shownIn = remembered((release: Release) =>
    shownByFigure(followed, release, { presenter, knowledge }),
  );
  const show = ({ release, observation }: Word): ObservationType => {
    const shown = shownIn(release).get(figureKey(observation.time, observation.calendar));
    assert(shown, 'a release is presented with all its figures');
    return shown;
  };
  return async ({ time, calendar }) => {
    const words = (await said())(figureKey(time, calendar));
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

/** The figures of a series that a release shows, each under its key. */
function shownByFigure(
  followed: Followed,
  release: Release,
  { presenter, knowledge }: { readonly presenter: Presenter; readonly knowledge: Knowledge },
): ReadonlyMap<string, ObservationType> {
  const shown = presenter
    .present(release, knowledge)
    .filter(
      (one) =>
        one.indicator.code === followed.indicator &&
        one.unit.code === followed.unit &&
        one.setBy === null &&
        breakdownText(one.breakdown) === followed.part,
    );
  return new Map(shown.map((one) => [figureKey(one.time, one.calendar), one]));
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
