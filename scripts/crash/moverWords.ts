import type { Instant, Period, ReleaseLine } from '../../schema/values/index.ts';

/** Whose moves they are. */
export const AGENCY = 'inspection';

/** The lines that are moved about. */
export const LINES: readonly ReleaseLine[] = ['ha-tinh', 'ha-tinh-khoi'].flatMap((organisation) =>
  ['2024-Q1', '2024-Q2'].map((period) => ({ agency: AGENCY, organisation, period: period as Period })),
);

/** What the mover prints, a line of JSON each, once it is sure of it. */
export type Said =
  /** A move was acknowledged. */
  | { readonly sequence: number; readonly hash: string }
  /** A reader was answered: of each line the number and hash of what stands, null where nothing does. */
  | { readonly asOf: Instant; readonly shown: readonly (string | null)[] }
  /** The store could not be used; it is asked again. */
  | { readonly unavailable: string };
