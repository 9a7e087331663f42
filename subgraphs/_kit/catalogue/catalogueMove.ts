import type { Actor, Period, ReleaseLine } from '../../../schema/values/index.ts';
import type { StoredMove } from '../storage/moveStore.ts';

/** The line that changes of an agency's catalogue stand in: no figures have an empty period. */
export const CATALOGUE_LINE: Omit<ReleaseLine, 'agency'> = { organisation: '', period: '' as Period };

/** What lists an agency's catalogue has; the last four are the office's alone. */
export const ENTRY_KINDS = [
  'unit',
  'group',
  'indicator',
  'dimension',
  'code',
  'rule',
  'organisation',
  'document',
  'obligation',
  'reconciliation-rule',
] as const;

/** One of {@link ENTRY_KINDS}. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One entry of the catalogue, put whole in the place of its like where there is one. */
export interface PutEntry {
  readonly kind: EntryKind;
  /** What tells it from others of its kind; of a dimension's code `dimension=code`. */
  readonly key: string;
  /** The new entry: plain data of the kind. */
  readonly entry: object;
}

/** What has come of the rows of a file: keys in the order of the file. */
export interface CatalogueOutcome {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
}

/** What a move of kind CATALOGUE carries. */
export interface CatalogueBody extends CatalogueOutcome {
  /** What is new or changed, in the order of the file. */
  readonly put: readonly PutEntry[];
  readonly by: Actor;
  readonly requestId: string | null;
  readonly fingerprint: string;
}

/** What a move of kind CATALOGUE carries. */
export function catalogueBodyOf({ body }: StoredMove): CatalogueBody {
  return body as unknown as CatalogueBody;
}
