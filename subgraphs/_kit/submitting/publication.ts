import {
  inTodaysWords,
  type Instant,
  type Release,
  type ReleaseLine,
  type Submission,
} from '../../../schema/values/index.ts';
import type { StoredMove } from '../storage/moveStore.ts';
import type { MoveContext, PublishedBody, UnsealedMove } from './storedMove.ts';

/** The move that makes figures the next release of their line. */
export function publication(
  line: ReleaseLine & { readonly key: string | null },
  submission: Submission,
  {
    at,
    visibleFrom,
    body,
  }: { readonly at: Instant; readonly visibleFrom: Instant; readonly body: PublishedBody },
): UnsealedMove {
  return { ...line, kind: 'PUBLISH', at, number: submission.lastNumber + 1, visibleFrom, body: { ...body } };
}

/** The release that a PUBLISH has made. */
export function releaseOfMove({
  agency,
  organisation,
  period,
  number,
  visibleFrom,
  at,
  body,
}: StoredMove): Release {
  const { hash, supersedes, observations, correction, acknowledgements } = body as unknown as PublishedBody &
    MoveContext;
  return {
    agency,
    organisation,
    period,
    number: number ?? 0,
    publishedAt: visibleFrom ?? at,
    supersedes,
    hash,
    observations: observations.map(inTodaysWords),
    correction,
    acknowledgements,
  };
}
