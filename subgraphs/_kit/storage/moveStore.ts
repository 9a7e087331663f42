import type {
  Acknowledgement,
  Correction,
  EntryKind,
  Instant,
  Period,
  Release,
  ReleaseHeader,
  ReleaseLine,
  StoredObservation,
} from '../../../schema/values/index.ts';

/** One line of releases at one knowledge time. */
export interface LineAt extends ReleaseLine {
  readonly asOf: Instant;
}

/** Which lines are meant; what is left out is not restricted. */
export interface LineFilter {
  readonly agency: string;
  readonly organisations?: readonly string[];
  readonly periods?: readonly Period[];
}

/** What a move carries: plain JSON, read back exactly as it was given, decimals as text. */
export type MoveBody = Readonly<Record<string, unknown>>;

/** What the body of a PUBLISH holds at least: the release that it makes visible. */
export interface PublishBody {
  /** SHA-256 over the sorted observations. */
  readonly hash: string;
  /** Number of the release that it replaces; null for the first. */
  readonly supersedes: number | null;
  /** As they were when it was published; `inTodaysWords` reads them. */
  readonly observations: readonly StoredObservation[];
  readonly correction: Correction | null;
  readonly acknowledgements: readonly Acknowledgement[];
}

/** One thing that happened to an agency's figures: an immutable document, inserted once. */
export interface StoredMove extends ReleaseLine {
  /** 1, 2, 3… within the agency; with it the unique key. */
  readonly sequence: number;
  readonly kind: EntryKind;
  /** Stamped later than every instant that the agency has answered for. */
  readonly at: Instant;
  /** The client's idempotency key, unique within the agency; null where it gave none. */
  readonly key: string | null;
  /** PUBLISH and WITHDRAW: 1, 2, 3… within the line; null for other moves. */
  readonly number: number | null;
  /** PUBLISH: `at`, or later under an embargo; WITHDRAW: `at`; null for other moves. */
  readonly visibleFrom: Instant | null;
  /** For a PUBLISH it holds a {@link PublishBody}, and what else the workflow keeps. */
  readonly body: MoveBody;
  /** Hash of the agency's move before, 64 hex digits. */
  readonly previousHash: string;
  /** Hash of this move and so of all before it, 64 hex digits. */
  readonly hash: string;
}

/** All of a move but what it carries. */
export type MoveHeader = Omit<StoredMove, 'body'>;

/** The release that stands of a line at a moment, as short as an index tells it. */
export interface StandingRelease extends ReleaseHeader {
  /** Of the move that carries it: with the agency it names the release for ever. */
  readonly sequence: number;
}

/** A release as a store gives it, in today's words. */
export interface StoredRelease {
  /** Of the move that carries it. */
  readonly sequence: number;
  readonly release: Release;
  /** How long the move's body is as text, in bytes of UTF-8. */
  readonly bytes: number;
}

/** The end of an agency's chain of moves. */
export interface ChainHead {
  readonly sequence: number;
  readonly at: Instant;
  readonly hash: string;
}

/**
 * Where everything that happens to agencies' figures is kept. Moves are inserted, never updated or deleted; publishing
 * is one such insert and carries the release, so it is visible wholly or not at all.
 * Every adapter passes `test/contracts/moveStoreContract.ts`. Every method @throws STORE_UNAVAILABLE when the store
 * cannot be reached, takes too long or has no room; the same store object works again as soon as the store does.
 */
export interface MoveStore {
  /**
   * Inserts a move; it survives a crash once the promise is fulfilled. After STORE_UNAVAILABLE it may have been inserted
   * all the same: {@link moveWithKey} tells.
   * @throws MOVE_CONFLICT when the agency has a move with its sequence or key already.
   * @throws MOVE_TOO_LARGE when its body is longer than MOVE_BODY_LIMIT.
   */
  append(move: StoredMove): Promise<void>;

  /** The agency's last move; null before the first. */
  head(agency: string): Promise<ChainHead | null>;

  /** The agency's move that was made under this idempotency key; null where there is none. */
  moveWithKey(agency: string, key: string): Promise<StoredMove | null>;

  /** All moves of the line made at or before `asOf`, by sequence. */
  line(line: ReleaseLine, asOf: Instant): Promise<StoredMove[]>;

  /** The last move made at or before `asOf` of every line the filter meets, by organisation, then period. */
  lastMoves(filter: LineFilter, asOf: Instant): Promise<MoveHeader[]>;

  /**
   * What stands of each line at its `asOf`, in the order asked: the highest number visible then, whatever lower number
   * became visible after it. Null where nothing does, or where the highest number is a withdrawal.
   */
  standingOfLines(lines: readonly LineAt[]): Promise<(StandingRelease | null)[]>;

  /** As {@link standingOfLines} for every line the filter meets, without the nulls, by organisation, then period. */
  standingOfAll(filter: LineFilter, asOf: Instant): Promise<StandingRelease[]>;

  /**
   * The releases that the agency's moves of these sequences carry, each once, in no order; without those that carry none.
   * Readers have them from a `ReleaseStore`, which keeps what was read: a release never changes.
   */
  releases(agency: string, sequences: readonly number[]): Promise<StoredRelease[]>;

  /**
   * Headers of all releases that the filter meets and that have stood at `asOf` or before, those replaced or withdrawn
   * since among them: newest first, then by organisation, period. What was withdrawn or replaced before its moment came,
   * or at that very moment, never stood and is never told of.
   */
  headers(filter: LineFilter, asOf: Instant): Promise<ReleaseHeader[]>;

  /** At most `limit` (1 or more) moves of the agency whose sequence is higher than `after`, by sequence. */
  chain(agency: string, after: number, limit: number): Promise<StoredMove[]>;

  /** The latest instant that the agency has answered for; null before the first. */
  answeredUntil(agency: string): Promise<Instant | null>;

  /** Raises {@link answeredUntil}; an earlier instant than the one held changes nothing. */
  raiseAnsweredUntil(agency: string, instant: Instant): Promise<void>;

  /** Ends all connections; the store is not used afterwards. */
  close(): Promise<void>;
}
