import type { EntryKind, Instant, Period, Release } from '../../schema/values/index.ts';
import type { MoveHeader, StoredMove } from '../../subgraphs/_kit/storage/moveStore.ts';
import { givenObservation, type Plain } from './given.ts';
import { april } from './stores.ts';

/** A move that publishes two members disciplined, the first of the agency `inspection`, on 1 April 2024. */
export function givenMove(change: Plain<StoredMove> = {}): StoredMove {
  const sequence = change.sequence ?? 1;
  const kind = change.kind ?? 'PUBLISH';
  const at = change.at ?? april(1);
  const number = change.number ?? 1;
  return {
    agency: 'inspection',
    organisation: 'ha-tinh-khoi',
    period: '2024-Q1',
    sequence,
    kind,
    at,
    key: null,
    number: isNumbered(kind) ? number : null,
    visibleFrom: isNumbered(kind) ? at : null,
    body: kind === 'PUBLISH' ? givenPublishBody(number) : { note: `by move ${sequence}` },
    previousHash: hashOf(sequence - 1),
    hash: hashOf(sequence),
    ...change,
  } as StoredMove;
}

/** What publishing the given number of a line carries. */
export function givenPublishBody(number: number) {
  return {
    hash: `hash-of-${number}`,
    supersedes: number > 1 ? number - 1 : null,
    observations: [givenObservation({ value: String(number) })],
    correction: null,
    acknowledgements: [],
  };
}

/** The release that {@link givenMove} of this number makes visible. */
export function releaseOfNumber(number: number, publishedAt: Instant): Release {
  return {
    agency: 'inspection',
    organisation: 'ha-tinh-khoi',
    period: '2024-Q1' as Period,
    number,
    publishedAt,
    ...givenPublishBody(number),
  };
}

/** What a store tells of a move in lists. */
export function headerOfMove({ body: _body, ...header }: StoredMove): MoveHeader {
  return header;
}

/** 64 hex digits that tell the sequence. */
export const hashOf = (sequence: number): string => sequence.toString(16).padStart(64, '0');

const isNumbered = (kind: EntryKind): boolean => kind === 'PUBLISH' || kind === 'WITHDRAW';
