import type { Filter, IndexOptions, IndexSpecification } from 'mongodb';

import type { Instant } from '../../../schema/values/index.ts';
import type { MoveHeaderRecord, MoveRecord } from './moveRecord.ts';
import type { LineFilter } from './moveStore.ts';

/** A move as a document of its agency's collection `moves`; the sequence is its `_id`. */
export interface MoveDocument extends Omit<MoveRecord, 'sequence'> {
  readonly _id: number;
  /** The idempotency key's JSON, or the sequence where there is none: so one plain unique index serves all moves. */
  readonly uniqueKey: string | number;
}

/** An instant that the agency has answered for; the collection `answered` holds few of them, and the latest counts. */
export interface AnsweredDocument {
  readonly _id: Instant;
}

type Index = readonly [keys: IndexSpecification, options: IndexOptions & { readonly name: string }];

/** Lists read nothing but this index: a document of a release is long, its entry here is short. */
export const RELEASES_INDEX = 'releases';

/** As {@link RELEASES_INDEX}, for all moves. */
export const LINES_INDEX = 'lines';

/** What is asked of moves beside `_id`. */
export const INDEXES: readonly Index[] = [
  [{ uniqueKey: 1 }, { name: 'uniqueKey', unique: true }],
  [{ organisation: 1, period: 1, _id: 1, at: 1 }, { name: LINES_INDEX }],
  [
    {
      organisation: 1,
      period: 1,
      number: 1,
      _id: 1,
      visibleFrom: 1,
      kind: 1,
      supersedes: 1,
      releaseHash: 1,
    },
    { name: RELEASES_INDEX },
  ],
];

/** What {@link LINES_INDEX} tells of a move. */
export const LINE_ENTRY = { _id: 1, organisation: 1, period: 1 } as const;

/** What {@link RELEASES_INDEX} tells of a PUBLISH or WITHDRAW. */
export const RELEASE_ENTRY = {
  _id: 1,
  organisation: 1,
  period: 1,
  number: 1,
  visibleFrom: 1,
  kind: 1,
  supersedes: 1,
  releaseHash: 1,
} as const;

/** A document that {@link RELEASE_ENTRY} gives. */
export type ReleaseEntry = Pick<MoveDocument, keyof typeof RELEASE_ENTRY>;

/** The document that holds a move. */
export function documentOf({ sequence, ...record }: MoveRecord): MoveDocument {
  return { _id: sequence, uniqueKey: record.key ?? sequence, ...record };
}

/** The move that a document holds. */
export function recordOfDocument({ _id, ...record }: MoveDocument): MoveRecord {
  return { sequence: _id, ...record };
}

/** The move that a document read without its body holds. */
export function headerRecordOf({ _id, ...record }: Omit<MoveDocument, 'body'>): MoveHeaderRecord {
  return { sequence: _id, ...record };
}

/** The moves that a filter meets; the agency has its own database. */
export function conditionOf({ organisations, periods }: LineFilter): Filter<MoveDocument> {
  return {
    ...(organisations && { organisation: { $in: organisations } }),
    ...(periods && { period: { $in: periods } }),
  };
}

/** PUBLISH and WITHDRAW moves visible at a moment. */
export function visibleAt(asOf: Instant): Filter<MoveDocument> {
  return { number: { $gt: 0 }, visibleFrom: { $lte: asOf } };
}
