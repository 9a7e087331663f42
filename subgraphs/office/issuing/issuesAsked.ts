import { catalogued } from '../../../schema/errors/index.ts';
import { parseInstant, parsePeriod, type Instant } from '../../../schema/values/index.ts';
import { listFingerprint } from '../../_kit/index.ts';
import type { IssueFilter } from './issueLog.ts';

/** How many issued reports may be looked at for one page. */
export const MAXIMUM_LIST = 1000;

/** Which issued reports are asked for, and the moment that they are held against. */
export interface IssuesAsked extends IssueFilter {
  /** Whether only those are meant whose figures have changed since, or only the others; `null`: all. */
  readonly affected: boolean | null;
  /** How many are looked at, 1 to {@link MAXIMUM_LIST}. */
  readonly first: number;
  /** Place in the chain of the last one on the page before; `null` on the first page. */
  readonly before: number | null;
  readonly asOf: Instant;
}

/** What is asked as the gateway keeps it: the "id" of the list. */
export function formatAsked(asked: IssuesAsked): string {
  return Buffer.from(JSON.stringify(asked)).toString('base64url');
}

/** What tells this list from others, on all its pages. */
export function issuesFingerprint({
  organisation,
  period,
  affected,
}: Pick<IssuesAsked, 'organisation' | 'period' | 'affected'>): string {
  return listFingerprint(['issued reports', organisation, period, affected]);
}

/** What an "id" asks for, as far as the office itself could have asked so. @throws ARGUMENT_INVALID for any other. */
export function readAsked(id: unknown): IssuesAsked {
  const asked: unknown = parseJson(Buffer.from(String(id), 'base64url').toString());
  if (isAsked(asked)) return asked;
  throw catalogued('ARGUMENT_INVALID', { reason: 'The "id" is not one of a list of issued reports.' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isAsked(sent: unknown): sent is IssuesAsked {
  if (typeof sent !== 'object' || sent === null) return false;
  const { organisation, period, affected, first, before, asOf } = sent as Readonly<Record<string, unknown>>;
  return (
    (organisation === null || typeof organisation === 'string') &&
    (period === null || (typeof period === 'string' && parsePeriod(period).ok)) &&
    (affected === null || typeof affected === 'boolean') &&
    isPlace(first) &&
    first <= MAXIMUM_LIST &&
    (before === null || isPlace(before)) &&
    typeof asOf === 'string' &&
    parseInstant(asOf).ok
  );
}

function isPlace(sent: unknown): sent is number {
  return Number.isSafeInteger(sent) && (sent as number) >= 1;
}
