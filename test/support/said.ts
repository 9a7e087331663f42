import type { Noun, SaidComparison, SaidFigure, SaidNumber, SaidPart } from '../../schema/values/index.ts';
import type { Plain } from './given.ts';

/** A noun by its Vietnamese and English forms; the English one for one and for others. */
export function noun(vietnamese: string, [one, other]: readonly [string, string]): Noun {
  return { VI: { one: vietnamese, other: vietnamese }, EN: { one, other } };
}

export const MEMBERS = noun('đảng viên', ['Party member', 'Party members']);
export const DONG = noun('đồng', ['dong', 'dong']);
export const PERCENT = noun('%', ['%', '%']);
export const POINTS = noun('điểm phần trăm', ['percentage point', 'percentage points']);
export const TIMES = noun('lần', ['time', 'times']);
export const TONNES = noun('tấn', ['tonne', 'tonnes']);
export const NOTHING = noun('', ['', '']);

/** A plain count of members. */
export function saidNumber(value: string, change: Plain<SaidNumber> = {}): SaidNumber {
  return { value, unitMultiplier: 0, qualifier: null, noun: MEMBERS, ...change } as SaidNumber;
}

/** A part in members, final. */
export function saidPart(
  [vietnamese, english]: readonly [string, string],
  value: string,
  change: Plain<SaidPart> = {},
): SaidPart {
  return {
    ...saidNumber(value),
    stage: 'FINAL',
    label: { VI: vietnamese, EN: english },
    ...change,
  } as SaidPart;
}

/** A growth in percent on the same period of last year. */
export function saidComparison(value: string, change: Plain<SaidComparison> = {}): SaidComparison {
  return {
    ...saidNumber(value, { noun: PERCENT }),
    against: 'SAME_PERIOD_LAST_YEAR',
    baseTime: '2023-Q1',
    setBy: null,
    peer: null,
    measure: 'PERCENT_CHANGE',
    ...change,
  } as SaidComparison;
}

/** A final figure of nothing: neither number nor comparisons. */
export function saidFigure(change: Partial<SaidFigure> = {}): SaidFigure {
  return {
    number: null,
    stage: 'FINAL',
    setBy: null,
    missing: null,
    comparisons: [],
    parts: [],
    hasMoreParts: false,
    ...change,
  };
}
