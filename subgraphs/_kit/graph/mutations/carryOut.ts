import type {
  Command,
  Instant,
  Period,
  Release,
  ReleaseLine,
  Submission,
} from '../../../../schema/values/index.ts';
import { checkResults, judgeRelease } from '../../rules/checkSection.ts';
import { draftHash } from '../../submitting/draftHash.ts';
import { draftRelease } from '../../submitting/draftRelease.ts';
import { RefusedInput } from '../../submitting/inputFault.ts';
import { makeMove, type MadeMove, type Prepare } from '../../submitting/makeMove.ts';
import { releaseOfMove } from '../../submitting/publication.ts';
import { submissionOf } from '../../submitting/storedMove.ts';
import type { AgencyContext } from '../context.ts';
import type { SubmissionType } from '../submissionTypes.ts';
import { readKey } from './moveArguments.ts';
import { SubmissionResultType } from './resultTypes.ts';

/** A move that a client asks for. */
export interface AskedMove {
  readonly organisation: string;
  readonly period: Period;
  readonly key: string;
  readonly command: Command;
  /** What the key stands for, where that is not the command. */
  readonly asked?: unknown;
  /** Hash of the draft that the person has seen; undefined or null where they do not say. */
  readonly draftHash?: string | null | undefined;
}

/**
 * Makes the move in the name of who asks, and tells what has come of it. Figures that are refused for what they are make
 * no move; all other refusals are thrown.
 */
export async function carryOut(
  { key, draftHash: seen, ...wanted }: AskedMove,
  context: AgencyContext,
  prepare?: Prepare,
): Promise<SubmissionResultType> {
  const { log, principal, requestId } = context;
  // type-graphql gives undefined for what is left out, whatever the type says.
  const request = { ...wanted, draftHash: seen ?? null, key: readKey(key), principal, requestId };
  try {
    return await madeResult(await makeMove(log, request, prepare), context);
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    const { organisation, period } = wanted;
    return refusedResult({ agency: log.agency, organisation, period }, error, context);
  }
}

async function madeResult(
  { move, submission }: MadeMove,
  context: AgencyContext,
): Promise<SubmissionResultType> {
  const { at } = move;
  const release = move.kind === 'PUBLISH' ? releaseOfMove(move) : null;
  const figures = draftRelease(move, submission, at) ?? release;
  return new SubmissionResultType({
    submission: await submissionAt(move, submission.state, at, context),
    release,
    draftHash: () => hashOf(submission),
    faults: [],
    furtherFaults: 0,
    judged: async () => {
      if (figures === null) return [];
      const presenter = await context.presenters.at(at);
      return checkResults(await judgeRelease(figures, at, context), [figures], presenter);
    },
  });
}

async function refusedResult(
  line: ReleaseLine,
  { faults, furtherFaults }: RefusedInput,
  context: AgencyContext,
): Promise<SubmissionResultType> {
  const { store } = context.log;
  const at = (await store.head(line.agency))?.at ?? null;
  const standing = submissionOf(at === null ? [] : await store.line(line, at));
  const submission = at && (await submissionAt(line, standing.state, at, context));
  return new SubmissionResultType({
    submission,
    release: null,
    draftHash: () => hashOf(standing),
    faults,
    furtherFaults,
    judged: () => Promise.resolve([]),
  });
}

function hashOf({ draft }: Submission): string | null {
  return draft && draftHash(draft);
}

/** The line at a moment, with what is published of it then; null where nothing has been saved. */
export async function submissionAt(
  { agency, organisation, period }: ReleaseLine,
  state: SubmissionType['state'] | null,
  asOf: Instant,
  { store, clock }: AgencyContext,
): Promise<SubmissionType | null> {
  if (state === null) return null;
  await clock.announce(asOf);
  const [release = null]: (Release | null)[] = await store.newestOfLines([
    { agency, organisation, period, asOf },
  ]);
  return { organisation, period, state, release };
}
