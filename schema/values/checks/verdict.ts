import type { Operand } from './operand.ts';

/**
 * What a check finds. HOLDS: the printed numbers satisfy it. WITHIN_ROUNDING: only another reading of their digits
 * or qualifiers does. CONFLICT: no reading does. NOT_TESTABLE: it cannot be told, for a reason that is named.
 */
export const VERDICTS = ['HOLDS', 'WITHIN_ROUNDING', 'CONFLICT', 'NOT_TESTABLE'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a check cannot be told: the whole list. A base is what a growth, share, average or attainment divides by. */
export const NOT_TESTABLE_REASONS = [
  'FIGURE_MISSING',
  'BASE_MISSING',
  'BASE_ZERO',
  'AGENCY_NOT_REACHED',
  'CALENDARS_DIFFER',
  'UNITS_DIFFER',
  'PERIODS_DIFFER',
  'BREAK_IN_SERIES',
  'PARTS_OPEN',
] as const;
export type NotTestableReason = (typeof NOT_TESTABLE_REASONS)[number];

/** The two sides of a relation as compared, in the order in which it is said: figure = what it should be. */
export type Sides = readonly [Operand, Operand];

/** The finding with its arithmetic. `sides` is `null` where a figure that a side needs is absent. */
export type Finding =
  | { readonly verdict: Exclude<Verdict, 'NOT_TESTABLE'>; readonly reason: null; readonly sides: Sides }
  | {
      readonly verdict: 'NOT_TESTABLE';
      readonly reason: NotTestableReason;
      readonly sides: Sides | null;
    };

/** The finding of a check that cannot be told, with its sides as far as they could be computed. */
export function notTestable(reason: NotTestableReason, sides: Sides | null = null): Finding {
  return { verdict: 'NOT_TESTABLE', reason, sides };
}

/** The finding of a check that could be told: whether some reading satisfies it, and whether the printed numbers do. */
export function tested(possible: boolean, asPrinted: boolean, sides: Sides): Finding {
  const verdict = !possible ? 'CONFLICT' : asPrinted ? 'HOLDS' : 'WITHIN_ROUNDING';
  return { verdict, reason: null, sides };
}
