import { formatBreakdown, type Breakdown } from './breakdown.ts';
import type { ReportingCalendar } from './calendar.ts';
import type { Comparison } from './comparison.ts';
import type { Confidentiality } from './confidentiality.ts';
import type { CalendarDate } from './date.ts';
import type { Decimal } from './decimal.ts';
import type { Period } from './period.ts';

/** What the source says before the number: gần, khoảng, trên or hơn, ít nhất, không quá. */
export const QUALIFIERS = ['NEARLY', 'ABOUT', 'OVER', 'AT_LEAST', 'AT_MOST'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** How settled a figure is: kế hoạch, ước, sơ bộ, chính thức. */
export const STAGES = ['PLANNED', 'ESTIMATED', 'PRELIMINARY', 'FINAL'] as const;
export type Stage = (typeof STAGES)[number];

/** Why there is no value. */
export const MISSING_REASONS = ['NOT_COLLECTED', 'NOT_APPLICABLE', 'NOT_YET_AVAILABLE', 'WITHHELD'] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** Where a figure is printed. */
export interface Source {
  readonly document: string;
  /** Marks of the headings, joined by points as printed: `A.I.2`. Empty where the document has none. */
  readonly section: string;
  readonly footnote: number | null;
}

/** What makes two figures the same fact at two times of knowing. */
export interface ObservationIdentity {
  readonly indicator: string;
  readonly organisation: string;
  readonly time: Period;
  /** The calendar that the time follows; `null` where it follows the calendar's own periods. */
  readonly calendar: Exclude<ReportingCalendar, 'CALENDAR'> | null;
  readonly breakdown: Breakdown;
  readonly unit: string;
  /** Who set a planned figure; `null` for results. */
  readonly setBy: string | null;
}

/**
 * One figure as its agency publishes it. `value` is `null` where the source prints only comparisons of it,
 * or where `missing` says why there is none. A decrease is a negative number.
 */
export interface Observation extends ObservationIdentity {
  /** The printed day that a stock holds on. */
  readonly asAt: CalendarDate | null;
  readonly value: Decimal | null;
  /** Power of ten that the value is printed in: 9 for "tỷ". */
  readonly unitMultiplier: number;
  readonly qualifier: Qualifier | null;
  readonly stage: Stage;
  readonly missing: MissingReason | null;
  /** Dimensions of which the source lists only some parts ("…", "tiêu biểu"). */
  readonly openDimensions: readonly string[];
  readonly comparisons: readonly Comparison[];
  readonly sources: readonly Source[];
  readonly note: string | null;
  /**
   * Why this figure and later ones of its series cannot be compared with earlier ones, in the agency's words
   * (SDMX OBS_STATUS B); `null` where they can.
   */
  readonly seriesBreak: string | null;
  /** Who may see it, where not everyone: `null` is PUBLIC. Content, as its value is: another word may open it. */
  readonly confidentiality: Exclude<Confidentiality, 'PUBLIC'> | null;
}

/** What the vocabulary did not know from the beginning: an observation that was stored before tells nothing of it. */
const LATER_WORDS = { calendar: null, seriesBreak: null, confidentiality: null } as const;
type LaterWord = keyof typeof LATER_WORDS;

/** An observation as a store or another agency tells it, perhaps in the words of an earlier day. */
export type StoredObservation = Omit<Observation, LaterWord> & Partial<Pick<Observation, LaterWord>>;

/** The observation in today's words, those that it was stored without empty. */
export function inTodaysWords(stored: StoredObservation): Observation {
  return { ...LATER_WORDS, ...stored };
}

/** The identity as one text; equal for observations of the same fact only. */
export function observationKey(identity: ObservationIdentity): string {
  const { indicator, organisation, breakdown, unit, setBy } = identity;
  // Told only where set, so that keys are those of releases from before; with the time, since who set a plan is free text.
  const time = identity.calendar ? `${identity.time} ${identity.calendar}` : identity.time;
  return [indicator, organisation, time, formatBreakdown(breakdown), unit, setBy ?? ''].join('|');
}
