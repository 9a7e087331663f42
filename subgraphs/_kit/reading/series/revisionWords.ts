import type { ObservationType } from '../../../../schema/graphql/index.ts';
import {
  formatBreakdown,
  groupBy,
  type Observation,
  type Period,
  type Release,
} from '../../../../schema/values/index.ts';

/** The series that figures are of: a result, with the text of its breakdown. */
export interface Followed {
  readonly indicator: string;
  readonly organisation: string;
  readonly unit: string;
  readonly part: string;
}

/** What one release says of a figure. */
export interface Word {
  readonly release: Release;
  readonly observation: Observation;
}

/** What tells the figures of one series apart, stored or shown. */
export function figureKey(
  time: Period,
  calendar: Observation['calendar'] | ObservationType['calendar'],
): string {
  return `${time} ${calendar ?? 'CALENDAR'}`;
}

/** A release with its figures of one series, and its place among all releases. */
interface Telling {
  readonly release: Release;
  readonly place: number;
  readonly figures: ReadonlyMap<string, Observation>;
}

/**
 * Finds the words about one figure in a history, the earliest published first. Only releases of lines that have told the
 * figure have a say in it: these are looked up, so that a figure costs no more the longer the rest of the series is.
 */
export function wordsByFigure(
  followed: Followed,
  history: readonly Release[],
): (figure: string) => readonly Word[] {
  const tellings = history.map((release, place): Telling => {
    const told = release.observations.filter((one) => isOf(followed, one));
    const figures = new Map(told.map((one) => [figureKey(one.time, one.calendar), one]));
    return { release, place, figures };
  });
  const lines = groupBy(tellings, ({ release }) => release.period);
  const named = [...lines].flatMap(([line, ofLine]) => {
    const figures = new Set(ofLine.flatMap((one) => [...one.figures.keys()]));
    return [...figures].map((figure) => ({ figure, line }));
  });
  const linesOf = groupBy(named, ({ figure }) => figure);
  return (figure) => {
    const ofFigure = (linesOf.get(figure) ?? []).flatMap(({ line }) => lines.get(line) ?? []);
    return wordsOf(
      [...ofFigure].sort((a, b) => a.place - b.place),
      figure,
    );
  };
}

/**
 * The words about a figure that stood one after the other, as the series told them: the newest published. A release that
 * no longer holds the figure takes back what the one before it in its line had said.
 */
function wordsOf(tellings: readonly Telling[], figure: string): readonly Word[] {
  const standing = new Map<Period, Word>();
  const words: Word[] = [];
  for (const { release, figures } of tellings) {
    const observation = figures.get(figure);
    // Set anew, so that lines stand in the order of their newest release.
    standing.delete(release.period);
    if (observation) standing.set(release.period, { release, observation });
    const newest = [...standing.values()].at(-1);
    if (newest && newest !== words.at(-1)) words.push(newest);
  }
  return words;
}

function isOf(followed: Followed, { indicator, unit, setBy, breakdown }: Observation): boolean {
  return (
    indicator === followed.indicator &&
    unit === followed.unit &&
    setBy === null &&
    formatBreakdown(breakdown) === followed.part
  );
}
