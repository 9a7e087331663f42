import type { MissingReason, Qualifier, Stage } from '../observation.ts';
import type { SaidComparison } from './figure.ts';

/** How one language says a figure. */
export interface Grammar {
  /** Powers of ten that have a word, the greatest first; 0 has the empty one. */
  readonly powers: readonly (readonly [power: number, word: string])[];
  readonly qualifiers: Readonly<Record<Qualifier, string>>;
  /** Before a number; nothing for what is final. */
  readonly stages: Readonly<Record<Stage, string>>;
  /** Before a change without a value of its own, and before a reason why there is none. */
  readonly bareStages: Readonly<Record<Stage, string>>;
  /** What tells a final part from a total that is not. */
  readonly final: string;
  readonly missing: Readonly<Record<MissingReason, string>>;
  readonly setBy: (who: string) => string;
  /** `amount` is the number without its sign, with qualifier and unit; `rank` is it without a unit. */
  readonly compare: (comparison: SaidComparison, amount: string, rank: string) => string;
}

/** Joins what is there with blanks. */
export function join(...words: readonly (string | null)[]): string {
  return words.filter((word) => word).join(' ');
}

/** Whether the figure is compared with itself at another time. */
export function isOtherTime({ against }: SaidComparison): boolean {
  return ['SAME_PERIOD_LAST_YEAR', 'PREVIOUS_PERIOD', 'PERIOD', 'DATE'].includes(against);
}
