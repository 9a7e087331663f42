import { catalogued, CataloguedError } from '../../../schema/errors/index.ts';
import { hasRole, type Instant, type Period } from '../../../schema/values/index.ts';
import {
  appendMove,
  createKnowledgeClock,
  fingerprintOf,
  type AgencyContext,
  type MoveLog,
  type StoredMove,
} from '../../_kit/index.ts';
import { hashOfMarks, type ReleaseMark } from './releaseMarks.ts';
import type { SealedReport } from './seal.ts';

/** A report that was signed: what it says never changes. */
export interface Issue extends SealedReport {
  /** Its place in the chain of issued reports. */
  readonly sequence: number;
  /** The number that it was signed under, unique in the office. */
  readonly number: string;
  /** In which role it was signed, as printed under it. */
  readonly signedBy: string;
  readonly issuedAt: Instant;
  /** SHA-256 in hex of all its figures. */
  readonly hash: string;
}

/** What somebody asks the office to issue. */
export type IssueRequest = Pick<Issue, 'number' | 'signedBy'> & { readonly report: SealedReport };

/** Issued reports have a chain of their own beside the office's figures, in the same store. */
export const ISSUED_REPORTS = 'issued-reports';

/** How many entries of the chain are read at once. */
const PAGE = 200;

const logs = new WeakMap<MoveLog['store'], MoveLog>();

/** The chain of issued reports; one log per store, since its clock lets one writer in at a time. */
function logOf({ log: { store }, now }: AgencyContext): MoveLog {
  const known = logs.get(store);
  if (known) return known;
  const log = { agency: ISSUED_REPORTS, store, clock: createKnowledgeClock(ISSUED_REPORTS, store, now) };
  logs.set(store, log);
  return log;
}

/**
 * Issues a report; its number is its idempotency key. @throws TOKEN_REQUIRED, RIGHT_MISSING, REPORT_NUMBER_TAKEN,
 * MOVE_CONFLICT, STORE_UNAVAILABLE.
 */
export async function issue(
  { report, number, signedBy }: IssueRequest,
  context: AgencyContext,
): Promise<Issue> {
  const { organisation, period } = report;
  const { principal, requestId } = context;
  const scope = { agency: 'office', organisation };
  if (principal === null) throw catalogued('TOKEN_REQUIRED', {});
  if (!hasRole(principal, ['APPROVER'], scope)) {
    throw catalogued('RIGHT_MISSING', { move: 'ISSUE', roles: ['APPROVER'], ...scope });
  }
  const by = { subject: principal.subject, role: 'APPROVER' } as const;
  const fingerprint = fingerprintOf({ report, signedBy, subject: by.subject });
  const body = { ...report, signedBy, by, requestId, fingerprint };
  const line = { organisation, period };
  const entry = { agency: ISSUED_REPORTS, ...line, kind: 'ISSUE', key: number, number: null } as const;
  const decide = (_moves: unknown, at: Instant) => ({ ...entry, at, visibleFrom: null, body });
  try {
    return issueOf(await appendMove(logOf(context), line, decide, { key: number, fingerprint }));
  } catch (error) {
    const isTaken = error instanceof CataloguedError && error.fault.code === 'KEY_REUSED';
    if (!isTaken) throw error;
    throw catalogued('REPORT_NUMBER_TAKEN', { number });
  }
}

/** The report that was issued under a number; null where none was. @throws STORE_UNAVAILABLE */
export async function findIssue(number: string, context: AgencyContext): Promise<Issue | null> {
  const { agency, store } = logOf(context);
  const move = await store.moveWithKey(agency, number);
  return move && issueOf(move);
}

/** Which issued reports are meant; null is not restricted. */
export interface IssueFilter {
  readonly organisation: string | null;
  readonly period: Period | null;
}

/** Where a list of issued reports is read. */
export interface IssueSpan {
  /** Issued until this moment: always the same ones. */
  readonly asOf: Instant;
  /** Before this place in the chain; `null` for the end. */
  readonly before: number | null;
  readonly limit: number;
}

/**
 * At most so many reports, the last one first. The chain is read from its end, and only as far as it takes.
 * @throws STORE_UNAVAILABLE
 */
export async function listIssues(
  { organisation, period }: IssueFilter,
  { asOf, before, limit }: IssueSpan,
  context: AgencyContext,
): Promise<readonly Issue[]> {
  const { agency, store, clock } = logOf(context);
  await clock.announce(asOf);
  const found: Issue[] = [];
  const last = (await store.head(agency))?.sequence ?? 0;
  let end = Math.min(last, (before ?? Infinity) - 1);
  while (end > 0 && found.length < limit) {
    const start = Math.max(0, end - PAGE);
    const page = await store.chain(agency, start, end - start);
    const meant = page.filter(
      (move) =>
        move.at <= asOf &&
        (organisation === null || move.organisation === organisation) &&
        (period === null || move.period === period),
    );
    found.push(...meant.map(issueOf).reverse());
    end = start;
  }
  return found.slice(0, limit);
}

function issueOf({ sequence, at, key, organisation, period, body }: StoredMove): Issue {
  const { area, asOf, signedBy, releases } = body as unknown as Issue & { readonly releases: ReleaseMark[] };
  return {
    ...{ sequence, number: key ?? '', organisation, area, period, asOf, signedBy, releases },
    issuedAt: at,
    hash: hashOfMarks(releases),
  };
}
