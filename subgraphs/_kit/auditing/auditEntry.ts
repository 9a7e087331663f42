import type { Actor, EntryKind, Instant, Period } from '../../../schema/values/index.ts';
import type { StoredMove } from '../storage/moveStore.ts';
import { catalogueChanges } from './catalogueChanges.ts';

/** One move as the log tells it: who did what to which line, when, and where it stands in the chain. No figures. */
export interface AuditEntry {
  /** Whom the figures are about; null for a change of the catalogue, which is about no line. */
  readonly organisation: string | null;
  /** The reporting period of the figures; null as {@link organisation}. */
  readonly period: Period | null;
  readonly sequence: number;
  readonly at: Instant;
  readonly kind: EntryKind;
  /** Who made it; null where the entry does not say, which no entry does that was left as it was written. */
  readonly subject: string | null;
  /** In which role; null as {@link subject}. */
  readonly role: Actor['role'] | null;
  /** PUBLISH and WITHDRAW: number within the line; null for other moves. */
  readonly number: number | null;
  /** ISSUE: number that the report was issued under; null for moves. */
  readonly reportNumber: string | null;
  /** PUBLISH and WITHDRAW: from when it is seen; null for other moves. */
  readonly visibleFrom: Instant | null;
  /** PUBLISH: hash of the published figures; null for other moves. */
  readonly figuresHash: string | null;
  /** Why, as people said it: reasons of a RETURN and WITHDRAW, words of the correction of a SAVE or PUBLISH; else none. */
  readonly words: readonly string[];
  /** CATALOGUE: lists and codes that were put, as {@link catalogueChanges} tells them; else none. */
  readonly changes: readonly string[];
  /** Id of the request that asked for it; null where none did. */
  readonly requestId: string | null;
  /** Hash of the entry before. */
  readonly previousHash: string;
  /** Hash of this entry and so of all before it. */
  readonly hash: string;
}

/** What the log tells of a move, also of one that was tampered with. */
export function auditEntryOf(move: StoredMove): AuditEntry {
  const { sequence, at, kind, organisation, period, key, number, visibleFrom, previousHash, hash } = move;
  const body = move.body as unknown as PossibleBody;
  return {
    sequence,
    at,
    kind,
    organisation: kind === 'CATALOGUE' ? null : organisation,
    period: kind === 'CATALOGUE' ? null : period,
    subject: textOf(body?.by?.subject),
    role: textOf(body?.by?.role) as Actor['role'] | null,
    number,
    reportNumber: kind === 'ISSUE' ? key : null,
    visibleFrom,
    figuresHash: kind === 'PUBLISH' ? textOf(body?.hash) : null,
    words: wordsOf(kind, body),
    changes: kind === 'CATALOGUE' ? catalogueChanges(body?.put, body?.added) : [],
    requestId: textOf(body?.requestId),
    previousHash,
    hash,
  };
}

/** What may be left of a body: anything. */
type PossibleBody =
  | {
      readonly by?: { readonly subject?: unknown; readonly role?: unknown } | null;
      readonly hash?: unknown;
      readonly reasons?: unknown;
      readonly reason?: unknown;
      readonly correction?: { readonly words?: unknown } | null;
      readonly put?: unknown;
      readonly added?: unknown;
      readonly requestId?: unknown;
    }
  | null
  | undefined;

function wordsOf(kind: EntryKind, body: PossibleBody): readonly string[] {
  return saidOf(kind, body).filter((one) => typeof one === 'string');
}

function saidOf(kind: EntryKind, body: PossibleBody): readonly unknown[] {
  switch (kind) {
    case 'RETURN':
      return Array.isArray(body?.reasons) ? body.reasons : [];
    case 'WITHDRAW':
      return [body?.reason];
    case 'SAVE':
    case 'PUBLISH':
      return [body?.correction?.words];
    default:
      return [];
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
