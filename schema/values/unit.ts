import type { Retirable } from './indicator.ts';
import type { Label } from './label.ts';
import type { Noun } from './words/noun.ts';

/** COUNT: things counted one by one. MEASURE: money, percent, tonnes…, known to the last printed digit. */
export const UNIT_KINDS = ['COUNT', 'MEASURE'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What a figure is counted or measured in, without any power of ten ("tỷ đồng" is VND with multiplier 9). */
export interface Unit extends Retirable {
  readonly code: string;
  readonly kind: UnitKind;
  readonly label: Label;
  readonly definition: Label;
  /** What is said after a number of it. */
  readonly noun: Noun;
}
