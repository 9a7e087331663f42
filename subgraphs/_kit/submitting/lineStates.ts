import {
  hasRole,
  type Instant,
  type EntryKind,
  type Principal,
  type Release,
  type ReleaseHeader,
  type ReleaseLine,
  type Role,
  type Scope,
  type SubmissionState,
} from '../../../schema/values/index.ts';
import type { LineFilter, MoveHeader } from '../storage/moveStore.ts';
import type { MoveLog } from './moveLog.ts';
import { submissionOf } from './storedMove.ts';

/** Where one line stands for whoever asks. */
export interface LineState extends Pick<ReleaseLine, 'organisation' | 'period'> {
  readonly state: SubmissionState;
  /** What is published of it; null where nothing is visible, or what was has been withdrawn. */
  readonly release: Release | null;
}

/** Who sees what is not published yet: whoever works with the figures. */
export const INSIDER_ROLES: readonly Role[] = ['ANALYST', 'OFFICER', 'APPROVER', 'ADMINISTRATOR'];

/** Whether somebody may see drafts, and that there are any. */
export function isInsider(principal: Principal | null, scope: Scope): boolean {
  return hasRole(principal, INSIDER_ROLES, scope);
}

/** What is asked: lines of one period, and what is published of them at a moment. */
export interface LinesAsked {
  readonly organisations: readonly string[];
  readonly period: ReleaseLine['period'];
  readonly asOf: Instant;
  /** What is visible of the lines at that moment. */
  readonly releases: readonly Release[];
  /** Headers of all releases of the lines that were visible until that moment; read where they are needed. */
  readonly headers: () => Promise<readonly ReleaseHeader[]>;
}

/**
 * Where lines stand at a moment, in the order of their organisations; without those of which the principal may know
 * nothing. Insiders see the workflow's state, everyone else what is or was published.
 */
export async function lineStates(
  log: MoveLog,
  principal: Principal | null,
  { organisations, period, asOf, releases, headers }: LinesAsked,
): Promise<readonly LineState[]> {
  const inside = organisations.filter((organisation) =>
    isInsider(principal, { agency: log.agency, organisation }),
  );
  const states = await workflowStates(
    log,
    { agency: log.agency, organisations: inside, periods: [period] },
    asOf,
  );
  const released = new Map(releases.map((release) => [release.organisation, release]));
  const isWithdrawalPossible = organisations.some((one) => !released.has(one) && !states.has(one));
  const withdrawn = new Set(
    isWithdrawalPossible ? (await headers()).map(({ organisation }) => organisation) : [],
  );
  return organisations.flatMap((organisation) => {
    const release = released.get(organisation) ?? null;
    const publicState = release ? 'PUBLISHED' : withdrawn.has(organisation) ? 'WITHDRAWN' : null;
    const state = states.get(organisation) ?? publicState;
    return state === null ? [] : [{ organisation, period, state, release }];
  });
}

/** The state of each line of the filter that anybody has moved in, by organisation: as drafts and releases have made it. */
async function workflowStates(
  log: MoveLog,
  filter: LineFilter,
  asOf: Instant,
): Promise<ReadonlyMap<string, SubmissionState>> {
  if (filter.organisations?.length === 0) return new Map();
  const last = await log.store.lastMoves(filter, asOf);
  const states = await Promise.all(last.map((move) => stateAfter(log, move, asOf)));
  return new Map(
    last.flatMap(({ organisation }, index) => {
      const state = states[index] ?? null;
      return state === null ? [] : [[organisation, state] as const];
    }),
  );
}

async function stateAfter(log: MoveLog, move: MoveHeader, asOf: Instant): Promise<SubmissionState | null> {
  // What is taken back leaves a draft as it was, which the move itself does not tell.
  if (move.kind === 'WITHDRAW') return submissionOf(await log.store.line(move, asOf)).state;
  return STATE_AFTER[move.kind];
}

const STATE_AFTER: Readonly<Record<Exclude<EntryKind, 'WITHDRAW'>, SubmissionState | null>> = {
  SAVE: 'DRAFT',
  SUBMIT: 'SUBMITTED',
  RETURN: 'RETURNED',
  APPROVE: 'APPROVED',
  PUBLISH: 'PUBLISHED',
  // Stand in no line of figures.
  CATALOGUE: null,
  ISSUE: null,
};
