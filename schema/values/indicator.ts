import type { Label, Locale } from './label.ts';
import type { NounForms } from './words/noun.ts';

/** STOCK holds at a moment, FLOW happens during the period, CUMULATIVE adds up since a start. */
export const BASES = ['STOCK', 'FLOW', 'CUMULATIVE'] as const;
export type Basis = (typeof BASES)[number];

/** What becomes of a code that new figures shall not use any more; those that use it stay. */
export interface Retirement {
  /** Code of the same list that takes its place; null where none does. */
  readonly supersededBy: string | null;
}

/** An entry that can be retired. */
export interface Retirable {
  /** Absent while it is in force. */
  readonly retired?: Retirement;
}

/** A heading of an agency's form under which indicators stand. */
export interface IndicatorGroup {
  readonly code: string;
  readonly label: Label;
  readonly definition: Label;
}

/** What is counted: the agency that publishes it answers for it under one code over all years. */
export interface Indicator extends Retirable {
  readonly code: string;
  readonly group: string;
  readonly label: Label;
  readonly definition: Label;
  /** Codes of the units it is published in; the first is meant where none is named. Never empty. */
  readonly units: readonly [string, ...string[]];
  readonly basis: Basis;
  /** Codes of the dimensions that it may be broken down by. */
  readonly dimensions: readonly string[];
  /** What is said after a number of its first unit ("39 đảng viên"); `null` where that is the unit's own noun. */
  readonly counted: Readonly<Record<Locale, NounForms | null>>;
}

/** A way to break a total down (form of discipline, deciding level…). */
export interface Dimension {
  readonly code: string;
  readonly label: Label;
  readonly definition: Label;
}

/** One code of a dimension. Only codes with the same parent add up. */
export interface DimensionCode extends Retirable {
  readonly dimension: string;
  readonly code: string;
  readonly parent: string | null;
  readonly label: Label;
}

/**
 * A code, its parent, the parent's parent…: outwards. A code that the dimension does not have stands alone. It ends,
 * since a catalogue names parents before their children.
 */
export function lineageOf(
  code: string,
  ofDimension: ReadonlyMap<string, Pick<DimensionCode, 'parent'>> | undefined,
): readonly string[] {
  const parent = ofDimension?.get(code)?.parent ?? null;
  return parent === null ? [code] : [code, ...lineageOf(parent, ofDimension)];
}
