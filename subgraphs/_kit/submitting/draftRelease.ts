import {
  inTodaysWords,
  type Instant,
  type Observation,
  type Release,
  type ReleaseLine,
  type Submission,
} from '../../../schema/values/index.ts';
import { hashObservations } from '../publishing/hashObservations.ts';
import type { StoredMove } from '../storage/moveStore.ts';
import type { PublishedBody } from './storedMove.ts';

/** The release that a line's draft would become if it were published at a moment; null without a draft. */
export function draftRelease(
  { agency, organisation, period }: ReleaseLine,
  { draft, published, lastNumber }: Submission,
  at: Instant,
): Release | null {
  if (draft === null) return null;
  const { observations, correction, acknowledgements } = draft;
  return {
    agency,
    organisation,
    period,
    number: lastNumber + 1,
    publishedAt: at,
    supersedes: published,
    hash: hashObservations(observations),
    observations,
    correction,
    acknowledgements,
  };
}

/** The figures of the release that stands, also under an embargo; none where none does. */
export function standingFigures(
  { published }: Submission,
  moves: readonly StoredMove[],
): readonly Observation[] {
  const move = moves.find(({ kind, number }) => kind === 'PUBLISH' && number === published);
  return move ? (move.body as unknown as PublishedBody).observations.map(inTodaysWords) : [];
}
