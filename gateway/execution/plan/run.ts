import type { AgencyError, ErrorWords, Send } from '../agencyRequest.ts';
import type { JsonObject } from '../json.ts';
import type { Path, PathKey } from '../responsePath.ts';
import type { ExpectedKeys } from './expectedKeys.ts';
import type { SuppliedFields } from './suppliedFields.ts';

/** Where in the plan a fetch stands: compiled once, and all that is known of it when errors are placed. */
export interface FetchPlace {
  /** Counts the fetches in the plan's order, so that errors come in the same order on every run. */
  readonly order: number;
  readonly agency: string;
  /** The keys from the root to the objects it is about: one empty path for a root fetch. */
  readonly paths: readonly (readonly string[])[];
  readonly supplied: SuppliedFields;
  /** The paths below those objects at which other fetches stand; filled in when all fetches are known. */
  readonly shared: (readonly string[])[];
  /** The keys that its rewrites rename: old name to new. */
  readonly renamed: ReadonlyMap<string, string>;
  /** The keys that its answer must hold at those objects. */
  readonly expected: ExpectedKeys;
  /** The fields of those objects without which it cannot be sent. */
  readonly required: ReadonlySet<string>;
}

/** An object that a fetch is about, and where it stands. */
export interface Target {
  readonly object: JsonObject;
  readonly path: Path | undefined;
}

/** Something that an agency did not give, told about these objects or a path below them. */
export interface Incident {
  readonly place: FetchPlace;
  readonly words: ErrorWords;
  readonly targets: readonly Target[];
  readonly below: readonly PathKey[];
  /** An error that an agency gave beside its data is told even when nothing is lost. */
  readonly always: boolean;
}

/** Objects that could not be asked about, because a value they are known by is missing. */
export interface Unasked {
  readonly place: FetchPlace;
  readonly targets: readonly Target[];
}

/** The state of one request; compiled code holds none. */
export interface Run {
  readonly variables: Record<string, unknown>;
  readonly send: Send;
  readonly brokenAnswer: (agency: string) => ErrorWords;
  readonly mapError: (agency: string, error: AgencyError) => ErrorWords;
  /** Fetches of root fields that brought errors and no data: one field that must not be null takes all others along. */
  readonly refused: Set<FetchPlace>;
  /** The keys of the root fields that this request includes. */
  readonly rootKeys: ReadonlySet<string>;
  readonly data: JsonObject;
  readonly incidents: Incident[];
  readonly unasked: Unasked[];
}

/** A compiled piece of the plan; answers nothing to wait for when there is nothing to ask. */
export type Step = (run: Run) => Promise<void> | undefined;
