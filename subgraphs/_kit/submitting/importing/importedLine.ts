import {
  observationKey,
  type Instant,
  type Observation,
  type ObservationIdentity,
  type Period,
  type Principal,
  type ReleaseLine,
  type Submission,
} from '../../../../schema/values/index.ts';
import type { ReleaseDraft } from '../../figures/readFigures.ts';
import { hashObservations } from '../../publishing/hashObservations.ts';
import { isSealOf } from '../../publishing/sealFigures.ts';
import type { StoredMove } from '../../storage/moveStore.ts';
import { standingFigures } from '../draftRelease.ts';
import { actorOf } from '../makeMove.ts';
import type { MoveLog } from '../moveLog.ts';
import { submissionOf, type PublishedBody } from '../storedMove.ts';
import { changesOf, replacedFigures, type MeasuredDraft } from './importedChanges.ts';

/** So many lines are judged in one request; whoever has more sends them one after the other. */
export const LINES_AT_ONCE = 20;

/** Where a line stands that figures are imported into. */
export interface ImportedLine extends MeasuredDraft {
  readonly submission: Submission;
  /** Whether what is published says the same already. */
  readonly isPublished: boolean;
  /** Whether the draft under way says the same already. */
  readonly isDraft: boolean;
}

/** What a line and the imported figures are to each other at a moment. */
export async function standingOf(
  draft: ReleaseDraft,
  log: MoveLog,
  at: Instant | null,
): Promise<ImportedLine> {
  const { moves, submission, held } = await heldIn(draft, log, at);
  const observations = keepConfidential(draft.observations, held);
  return {
    ...draft,
    observations,
    submission,
    isPublished: submission.draft === null && isPublished(submission, moves, observations),
    isDraft: submission.draft !== null && isSame(submission.draft.observations, observations),
    changes: changesOf(replacedFigures(submission, moves), observations),
  };
}

/** What has happened in a draft's line, and the figures that are published or drafted there. */
async function heldIn(
  { organisation, period }: ReleaseDraft,
  { agency, store }: MoveLog,
  at: Instant | null,
) {
  const line: ReleaseLine = { agency, organisation, period };
  const moves = at === null ? [] : await store.line(line, at);
  const submission = submissionOf(moves);
  const held = [...standingFigures(submission, moves), ...(submission.draft?.observations ?? [])];
  return { moves, submission, held };
}

/**
 * Keys of the figures that are there already in the lines of drafts, told to nobody but who may write them.
 * @throws TOKEN_REQUIRED, RIGHT_MISSING
 */
export async function standingKeys(
  drafts: readonly ReleaseDraft[],
  log: MoveLog,
  at: Instant | null,
  principal: Principal | null,
): Promise<ReadonlySet<string>> {
  const command = { kind: 'SAVE', observations: [], correction: null } as const;
  const asked = drafts.slice(0, LINES_AT_ONCE);
  for (const { organisation } of asked) actorOf(log.agency, { organisation, command, principal });
  const keys = await Promise.all(
    asked.map(async (draft) => {
      const { held } = await heldIn(draft, log, at);
      return held.map((one) => keyIn(draft.period, one));
    }),
  );
  return new Set(keys.flat());
}

/** Tells a figure of a period's release from all others. */
export function keyIn(period: Period, figure: ObservationIdentity): string {
  return `${period} ${observationKey(figure)}`;
}

/** A file opens no figure that was held back: a word that was left out must not make it public. */
function keepConfidential(
  observations: readonly Observation[],
  standing: readonly Observation[],
): readonly Observation[] {
  const held = new Map(standing.map((one) => [observationKey(one), one.confidentiality]));
  return observations.map((one) => ({
    ...one,
    confidentiality: one.confidentiality ?? held.get(observationKey(one)) ?? null,
  }));
}

function isSame(some: readonly Observation[], others: readonly Observation[]): boolean {
  return hashObservations(some) === hashObservations(others);
}

function isPublished(
  { published }: Submission,
  moves: readonly StoredMove[],
  observations: readonly Observation[],
): boolean {
  const move = moves.find(({ kind, number }) => kind === 'PUBLISH' && number === published);
  return move !== undefined && isSealOf(move.body as unknown as PublishedBody, observations);
}
