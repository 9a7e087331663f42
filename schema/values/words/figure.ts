import type { Comparison } from '../comparison.ts';
import type { Decimal } from '../decimal.ts';
import type { Label } from '../label.ts';
import type { MissingReason, Qualifier, Stage } from '../observation.ts';
import type { Noun } from './noun.ts';

/** A number with all that must be said with it. */
export interface SaidNumber {
  readonly value: Decimal;
  readonly unitMultiplier: number;
  readonly qualifier: Qualifier | null;
  readonly noun: Noun;
}

/** A part that is told within its total. */
export interface SaidPart extends SaidNumber {
  readonly label: Label;
  readonly stage: Stage;
}

export interface SaidComparison
  extends SaidNumber, Pick<Comparison, 'against' | 'baseTime' | 'setBy' | 'peer' | 'measure'> {}

/** A figure with the words of its catalogue in the place of codes. */
export interface SaidFigure {
  /** `null` where there are only comparisons, or none at all. */
  readonly number: SaidNumber | null;
  readonly stage: Stage;
  readonly setBy: string | null;
  readonly missing: MissingReason | null;
  readonly comparisons: readonly SaidComparison[];
  /** Parts of the total, in their order; empty for what is not broken down. */
  readonly parts: readonly SaidPart[];
  /** Whether there are further parts that are not told. */
  readonly hasMoreParts: boolean;
}
