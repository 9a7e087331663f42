import { isDeepStrictEqual } from 'node:util';

import type { Instant } from '../../../schema/values/index.ts';
import { verifyChain } from '../../../subgraphs/_kit/auditing/verifyChain.ts';
import type { MoveStore } from '../../../subgraphs/_kit/storage/moveStore.ts';
import type { ReleaseStore } from '../../../subgraphs/_kit/storage/releaseStore.ts';
import { submissionOf } from '../../../subgraphs/_kit/submitting/storedMove.ts';
import { agency, LINES } from './lines.ts';
import { seenUntil, visibleAt, type Model } from './model.ts';

const END = '2030-01-01T00:00:00.000Z' as Instant;

/** What a reader was told of all lines at a moment: what stands, and what has stood until then. */
export interface Answer {
  readonly asOf: Instant;
  readonly shown: readonly (string | null)[];
  readonly seen: readonly (readonly string[])[];
}

async function shownAt(store: ReleaseStore, asOf: Instant): Promise<(string | null)[]> {
  const found = await store.newestOfLines(LINES.map((line) => ({ ...line, asOf })));
  return found.map((release) => release && `${release.number}: ${release.observations[0]?.value}`);
}

/** Of each line the releases that lists tell of, the earliest first, each with the one that it says to replace. */
async function listedAt(store: MoveStore, asOf: Instant): Promise<string[][]> {
  const headers = (await store.headers({ agency }, asOf)).toReversed();
  return LINES.map(({ organisation, period }) =>
    headers
      .filter((one) => one.organisation === organisation && one.period === period)
      .map(({ number, supersedes }) => `${number} for ${supersedes}`),
  );
}

/** What a reader is told at a moment. */
export async function answerAt(store: ReleaseStore, asOf: Instant): Promise<Answer> {
  return { asOf, shown: await shownAt(store, asOf), seen: await listedAt(store, asOf) };
}

/** Holds one line against the model. @throws Error in words where they diverge. */
export async function compareLine(
  store: ReleaseStore,
  model: Model,
  index: number,
  moment: Instant,
): Promise<void> {
  const line = model.lines[index]!;
  const moves = await store.line(LINES[index]!, moment);
  const { state, draft, published, lastNumber } = submissionOf(moves);
  const there = {
    state: state ?? 'NONE',
    draft: draft?.observations[0]?.value ?? null,
    authors: [...(draft?.authors ?? [])].sort(),
    published,
    last: lastNumber,
    moves: moves.length,
    shown: (await shownAt(store, moment))[index],
    seen: (await listedAt(store, moment))[index],
  };
  const { authors, moves: made, last } = line;
  const wanted = {
    state: line.state,
    draft: line.draft,
    authors: [...new Set(authors)].sort(),
    published: line.published,
    last,
    moves: made,
    shown: visibleAt(line, moment),
    seen: seenUntil(line, moment),
  };
  assertEqual(`line ${index} at ${moment}`, there, wanted);
}

/** Holds against the model all that was answered, what has ever stood, and the chain. @throws Error where they diverge. */
export async function compareEnd(
  store: ReleaseStore,
  model: Model,
  answers: readonly Answer[],
  catalogueMoves: number,
): Promise<void> {
  for (const told of answers) {
    const { asOf } = told;
    const now = await answerAt(store, asOf);
    assertEqual(`the answer as of ${asOf}`, now, told);
    const wanted = {
      asOf,
      shown: model.lines.map((line) => visibleAt(line, asOf)),
      seen: model.lines.map((line) => seenUntil(line, asOf)),
    };
    assertEqual(`the answer as of ${asOf}`, now, wanted);
  }
  // Long after all that waited for its moment has come to it.
  const seen = model.lines.map((line) => seenUntil(line, END));
  assertEqual('what has ever stood', await listedAt(store, END), seen);
  const { entries, fault } = await verifyChain(store, agency);
  const moves = model.lines.reduce((sum, line) => sum + line.moves, catalogueMoves);
  assertEqual('the chain', { entries, fault }, { entries: moves, fault: null });
}

function assertEqual(what: string, there: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(there, wanted)) return;
  throw new Error(`Of ${what} there is ${JSON.stringify(there)},\nthe model says ${JSON.stringify(wanted)}.`);
}
