import type { Instant } from '../date.ts';
import type { MoveKind } from '../move.ts';
import type { Observation } from '../observation.ts';

/** Where an agency's word about one organisation and period stands: that of its draft, else of what is published. */
export const SUBMISSION_STATES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPROVED',
  'PUBLISHED',
  'WITHDRAWN',
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** Why what was published is changed. */
export const CORRECTION_REASONS = ['LATE_DATA', 'CORRECTION', 'METHOD_CHANGE'] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

/** Why a draft changes what is published, in a code and in words. */
export interface Correction {
  readonly reason: CorrectionReason;
  readonly words: string;
}

/** A conflict that the submitter knows of and explains; it is published beside the figure. */
export interface Acknowledgement {
  /** Key of the check: its rule and the figure that it is about. */
  readonly check: string;
  readonly note: string;
}

/** Who makes a move, and in which role. */
export interface Actor {
  readonly subject: string;
  readonly role: 'OFFICER' | 'APPROVER' | 'ADMINISTRATOR' | 'FIGURES_FOLDER';
}

/** What a person asks for. */
export type Command =
  | {
      readonly kind: 'SAVE';
      readonly observations: readonly Observation[];
      readonly correction: Correction | null;
    }
  | { readonly kind: 'SUBMIT'; readonly acknowledgements: readonly Acknowledgement[] }
  | { readonly kind: 'RETURN'; readonly reasons: readonly string[] }
  | { readonly kind: 'APPROVE' }
  | { readonly kind: 'PUBLISH'; readonly publishAt: Instant | null }
  | { readonly kind: 'WITHDRAW'; readonly reason: string };

/** A command that was carried out, by whom. */
export type Move = Command & { readonly by: Actor };

/** Figures on their way to publication. */
export interface Draft {
  readonly state: Extract<SubmissionState, 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED'>;
  readonly observations: readonly Observation[];
  /** `null` for the first word about the line. */
  readonly correction: Correction | null;
  readonly acknowledgements: readonly Acknowledgement[];
  /** Who has saved or submitted these figures: none of them may approve. */
  readonly authors: readonly string[];
  /** Why it was sent back; empty unless it was. */
  readonly reasons: readonly string[];
}

/** One agency's word about one organisation and period, as its moves have made it. */
export interface Submission {
  /** `null` before the first move. */
  readonly state: SubmissionState | null;
  readonly draft: Draft | null;
  /** Number of the release that stands; `null` where none does. */
  readonly published: number | null;
  /** Number of the last publication or withdrawal; 0 before the first. */
  readonly lastNumber: number;
}

/** Before the first move. */
export const NO_SUBMISSION: Submission = { state: null, draft: null, published: null, lastNumber: 0 };

/** What a move makes of a submission. Does not ask whether it was allowed: that is {@link refusalOf}. */
export function afterMove(submission: Submission, move: Move): Submission {
  const { draft, lastNumber } = submission;
  switch (move.kind) {
    case 'SAVE': {
      const { observations, correction, by } = move;
      const authors = [...new Set([...(draft?.authors ?? []), by.subject])];
      const saved = {
        state: 'DRAFT',
        observations,
        correction,
        acknowledgements: [],
        authors,
        reasons: [],
      } as const;
      return { ...submission, state: 'DRAFT', draft: saved };
    }
    case 'SUBMIT': {
      const authors = [...new Set([...(draft?.authors ?? []), move.by.subject])];
      return withDraft(submission, 'SUBMITTED', {
        acknowledgements: move.acknowledgements,
        authors,
        reasons: [],
      });
    }
    case 'RETURN':
      return withDraft(submission, 'RETURNED', { reasons: move.reasons });
    case 'APPROVE':
      return withDraft(submission, 'APPROVED', {});
    case 'PUBLISH': {
      const number = lastNumber + 1;
      return { state: 'PUBLISHED', draft: null, published: number, lastNumber: number };
    }
    case 'WITHDRAW':
      return {
        ...submission,
        state: draft?.state ?? 'WITHDRAWN',
        published: null,
        lastNumber: lastNumber + 1,
      };
  }
}

function withDraft(submission: Submission, state: Draft['state'], change: Partial<Draft>): Submission {
  const { draft } = submission;
  return { ...submission, state, draft: draft && { ...draft, ...change, state } };
}

/** The moves that a submission allows, whoever makes them. */
export function allowedMoves({ state, draft, published }: Submission): readonly MoveKind[] {
  const withdrawal: readonly MoveKind[] = published === null ? [] : ['WITHDRAW'];
  return [...MOVES_OF[draft?.state ?? state ?? 'WITHDRAWN'], ...withdrawal];
}

const MOVES_OF: Readonly<Record<SubmissionState, readonly MoveKind[]>> = {
  DRAFT: ['SAVE', 'SUBMIT'],
  SUBMITTED: ['RETURN', 'APPROVE'],
  RETURNED: ['SAVE', 'SUBMIT'],
  APPROVED: ['RETURN', 'PUBLISH'],
  PUBLISHED: ['SAVE'],
  WITHDRAWN: ['SAVE'],
};

/** Why a move cannot be made. */
export type Refusal =
  | {
      readonly kind: 'NOT_ALLOWED';
      readonly state: SubmissionState | null;
      readonly allowed: readonly MoveKind[];
    }
  | { readonly kind: 'OWN_WORK' }
  | { readonly kind: 'CORRECTION_NOT_EXPLAINED' };

/**
 * Whether a command may be carried out; `null` where it may. Who has saved or submitted figures may not approve them;
 * what has once been published is changed only with a reason. Rights and checks are asked for elsewhere.
 */
export function refusalOf(submission: Submission, command: Command, by: Actor): Refusal | null {
  const allowed = allowedMoves(submission);
  if (!allowed.includes(command.kind)) return { kind: 'NOT_ALLOWED', state: submission.state, allowed };
  if (command.kind === 'APPROVE' && submission.draft?.authors.includes(by.subject))
    return { kind: 'OWN_WORK' };
  const isChange = command.kind === 'SAVE' && submission.lastNumber > 0;
  return isChange && command.correction === null ? { kind: 'CORRECTION_NOT_EXPLAINED' } : null;
}
