import { catalogued } from '../../../schema/errors/index.ts';
import {
  hasRole,
  instantMilliseconds,
  pascalCase,
  refusalOf,
  type Actor,
  type Command,
  type Instant,
  type MoveKind,
  type Period,
  type Principal,
  type Refusal,
  type Role,
  type Submission,
} from '../../../schema/values/index.ts';
import { sealFigures } from '../publishing/sealFigures.ts';
import type { StoredMove } from '../storage/moveStore.ts';
import { standingBefore } from '../storage/standing.ts';
import { draftHash } from './draftHash.ts';
import { appendMove, type MoveLog } from './moveLog.ts';
import { publication } from './publication.ts';
import { bodyOf, fingerprintOf, submissionOf, type MoveContext, type UnsealedMove } from './storedMove.ts';

/** What a person asks an agency for. */
export interface MoveRequest {
  readonly organisation: string;
  readonly period: Period;
  readonly command: Command;
  /** What the key stands for, where that is not the command: the client's own words, however the line stands. */
  readonly asked?: unknown;
  /** Hash of the draft that the person has seen; null or left out where they do not say which. */
  readonly draftHash?: string | null;
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

/** Where a line stands when a move on it is decided; `at` is the moment of the move, later than all before. */
export interface Standing {
  readonly submission: Submission;
  readonly moves: readonly StoredMove[];
  readonly at: Instant;
}

/** Completes a command that is allowed by what the line holds, or refuses it for what its figures are. */
export type Prepare = (standing: Standing) => Promise<Command>;

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
 * Makes a person's move. `prepare` is asked once the move is known to be allowed, and again where another process was
 * faster; no other move of the agency comes between it and this one.
 * @throws TOKEN_REQUIRED or RIGHT_MISSING; KEY_REUSED; DRAFT_CHANGED where the person has seen another draft;
 * MOVE_NOT_ALLOWED, OWN_WORK, CORRECTION_NOT_EXPLAINED or PUBLISH_AT_PAST; what `prepare` throws; MOVE_CONFLICT; MOVE_TOO_LARGE; STORE_UNAVAILABLE.
 */
export async function makeMove(
  log: MoveLog,
  request: MoveRequest,
  prepare: Prepare = () => Promise.resolve(request.command),
): Promise<MadeMove> {
  const { organisation, period, command, key, requestId } = request;
  const by = actorOf(log.agency, request);
  const { asked = command, draftHash: seen = null } = request;
  // Null is left out of a fingerprint: whoever does not say what they have seen asks for what they always did.
  const fingerprint = fingerprintOf({ organisation, period, asked, subject: by.subject, draftHash: seen });
  const line = { organisation, period };
  const move = await appendMove(
    log,
    line,
    async (moves, at) => {
      const submission = submissionOf(moves);
      assertSeen(submission, seen);
      const refusal = refusalOf(submission, command, by);
      if (refusal) throw refused(refusal, command, submission, log.agency);
      const prepared = { ...request, command: await prepare({ submission, moves, at }) };
      return unsealed(log.agency, prepared, { submission, moves, at }, { by, requestId, fingerprint });
    },
    { key, fingerprint },
  );
  const moves = await log.store.line({ agency: log.agency, ...line }, move.at);
  return { move, submission: submissionOf(moves.filter(({ sequence }) => sequence <= move.sequence)) };
}

/** Here, where the move is decided: a draft that is replaced while the move is under way is another one, too. */
function assertSeen({ draft }: Submission, seen: string | null): void {
  if (seen === null || (draft && draftHash(draft) === seen)) return;
  throw catalogued('DRAFT_CHANGED', { isThere: draft !== null });
}

/** Who makes the move, in the role that allows it. @throws TOKEN_REQUIRED, RIGHT_MISSING */
export function actorOf(
  agency: string,
  { organisation, command, principal }: Pick<MoveRequest, 'organisation' | 'command' | 'principal'>,
): Actor {
  if (principal === null) throw catalogued('TOKEN_REQUIRED', {});
  const role = ROLES_OF[command.kind].find((one) => hasRole(principal, [one], { agency, organisation }));
  if (role) return { subject: principal.subject, role };
  const roles = ROLES_OF[command.kind];
  throw catalogued('RIGHT_MISSING', { move: command.kind, roles, agency, organisation });
}

function unsealed(
  agency: string,
  { organisation, period, command, key }: MoveRequest,
  { submission, moves, at }: Standing,
  context: MoveContext,
): UnsealedMove {
  const line = { agency, organisation, period, key };
  if (command.kind === 'PUBLISH' && submission.draft) {
    const { publishAt } = command;
    if (publishAt !== null && instantMilliseconds(publishAt) < instantMilliseconds(at)) {
      throw catalogued('PUBLISH_AT_PAST', { value: publishAt });
    }
    const { observations, correction, acknowledgements } = submission.draft;
    const visibleFrom = publishAt ?? at;
    const body = {
      ...sealFigures(observations),
      // Not the last that was made: an embargoed one that this overtakes never stands, and is not to be told of.
      supersedes: standingBefore(moves, visibleFrom),
      observations,
      correction,
      acknowledgements,
      ...context,
    };
    return publication(line, submission, { at, visibleFrom, body });
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

/** The error that tells why a move of an agency cannot be made. */
export function refused(
  refusal: Refusal,
  command: Command,
  { lastNumber }: Submission,
  agency: string,
): Error {
  switch (refusal.kind) {
    case 'NOT_ALLOWED': {
      const move = command.kind === 'SAVE' && command.correction ? 'CORRECT' : command.kind;
      // What was published once is not saved over: a mutation of its own changes it, with a reason.
      const allowed = refusal.allowed.map((one) => (one === 'SAVE' && lastNumber > 0 ? 'CORRECT' : one));
      return catalogued('MOVE_NOT_ALLOWED', { move, state: refusal.state, allowed });
    }
    case 'OWN_WORK':
      return catalogued('OWN_WORK', {});
    case 'CORRECTION_NOT_EXPLAINED':
      return catalogued('CORRECTION_NOT_EXPLAINED', { mutation: `correct${pascalCase(agency)}Figures` });
  }
}
