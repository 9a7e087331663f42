import { catalogued } from '../../../schema/errors/index.ts';
import {
  hasRole,
  instantMilliseconds,
  refusalOf,
  type Actor,
  type Command,
  type MoveKind,
  type Period,
  type Principal,
  type Refusal,
  type Role,
  type Submission,
} from '../../../schema/values/index.ts';
import { hashObservations } from '../publishing/hashObservations.ts';
import type { StoredMove } from '../storage/moveStore.ts';
import { appendMove, type MoveLog } from './moveLog.ts';
import { publication } from './publication.ts';
import { bodyOf, fingerprintOf, submissionOf, type MoveContext, type UnsealedMove } from './storedMove.ts';

/** What a person asks an agency for. */
export interface MoveRequest {
  readonly organisation: string;
  readonly period: Period;
  readonly command: Command;
  readonly principal: Principal | null;
  /** The client's idempotency key: the same request under it is carried out once. */
  readonly key: string | null;
  readonly requestId: string | null;
}

/** A move as it was made, and where the line stood after it. */
export interface MadeMove {
  readonly move: StoredMove;
  readonly submission: Submission;
}

type MoveRole = Extract<Role, Actor['role']>;

/** Who may make a move. An administrator can take back, but neither write nor approve. */
const ROLES_OF: Readonly<Record<MoveKind, readonly MoveRole[]>> = {
  SAVE: ['OFFICER'],
  SUBMIT: ['OFFICER'],
  RETURN: ['APPROVER'],
  APPROVE: ['APPROVER'],
  PUBLISH: ['APPROVER'],
  WITHDRAW: ['APPROVER', 'ADMINISTRATOR'],
};

/**
 * Makes a person's move. `assess` may refuse a submission for what its figures are (checks that nobody has explained).
 * @throws TOKEN_REQUIRED or RIGHT_MISSING; KEY_REUSED; MOVE_NOT_ALLOWED, OWN_WORK, CORRECTION_NOT_EXPLAINED or
 * PUBLISH_AT_PAST; what `assess` throws; MOVE_CONFLICT; STORE_UNAVAILABLE.
 */
export async function makeMove(
  log: MoveLog,
  request: MoveRequest,
  assess: (submission: Submission, request: MoveRequest) => Promise<void> = () => Promise.resolve(),
): Promise<MadeMove> {
  const { organisation, period, command, key, requestId } = request;
  const by = actorOf(log.agency, request);
  const fingerprint = fingerprintOf({ organisation, period, command, subject: by.subject });
  const line = { organisation, period };
  const move = await appendMove(
    log,
    line,
    async (moves, at) => {
      const submission = submissionOf(moves);
      const refusal = refusalOf(submission, command, by);
      if (refusal) throw refused(refusal, command.kind);
      if (command.kind === 'SUBMIT') await assess(submission, request);
      return unsealed(log.agency, request, submission, { by, requestId, fingerprint }, at);
    },
    { key, fingerprint },
  );
  const moves = await log.store.line({ agency: log.agency, ...line }, move.at);
  return { move, submission: submissionOf(moves.filter(({ sequence }) => sequence <= move.sequence)) };
}

function actorOf(agency: string, { organisation, command, principal }: MoveRequest): Actor {
  if (principal === null) throw catalogued('TOKEN_REQUIRED', {});
  const role = ROLES_OF[command.kind].find((one) => hasRole(principal, [one], { agency, organisation }));
  if (role) return { subject: principal.subject, role };
  const roles = ROLES_OF[command.kind];
  throw catalogued('RIGHT_MISSING', { move: command.kind, roles, agency, organisation });
}

function unsealed(
  agency: string,
  { organisation, period, command, key }: MoveRequest,
  submission: Submission,
  context: MoveContext,
  at: UnsealedMove['at'],
): UnsealedMove {
  const line = { agency, organisation, period, key };
  if (command.kind === 'PUBLISH' && submission.draft) {
    const { publishAt } = command;
    if (publishAt !== null && instantMilliseconds(publishAt) < instantMilliseconds(at)) {
      throw catalogued('PUBLISH_AT_PAST', { value: publishAt });
    }
    const { observations, correction, acknowledgements } = submission.draft;
    const hash = hashObservations(observations);
    const body = {
      hash,
      supersedes: submission.published,
      observations,
      correction,
      acknowledgements,
      ...context,
    };
    return publication(line, submission, { at, visibleFrom: publishAt ?? at, body });
  }
  const isWithdrawal = command.kind === 'WITHDRAW';
  return {
    ...line,
    kind: command.kind,
    at,
    number: isWithdrawal ? submission.lastNumber + 1 : null,
    visibleFrom: isWithdrawal ? at : null,
    body: bodyOf(command, context),
  };
}

function refused(refusal: Refusal, move: MoveKind): Error {
  switch (refusal.kind) {
    case 'NOT_ALLOWED':
      return catalogued('MOVE_NOT_ALLOWED', { move, state: refusal.state, allowed: refusal.allowed });
    case 'OWN_WORK':
      return catalogued('OWN_WORK', {});
    case 'CORRECTION_NOT_EXPLAINED':
      return catalogued('CORRECTION_NOT_EXPLAINED', {});
  }
}
