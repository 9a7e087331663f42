import type {
  FactVocabulary,
  Instant,
  Label,
  MissingReason,
  ReportingCalendar,
} from '../../../schema/values/index.ts';

/** Where an agency's part of a report stands; each word is explained where the enum is described. */
export const SECTION_STATUSES = [
  'PUBLISHED',
  'SUBMITTED',
  'RETURNED',
  'NOT_SUBMITTED',
  'NOT_DUE',
  'LATE',
  'WITHHELD',
  'UNREACHABLE',
] as const;
export type SectionStatus = (typeof SECTION_STATUSES)[number];

/** What of a report is there, and what is not. */
export interface Completeness {
  /** How many of the sections are owed. */
  readonly expected: number;
  /** How many of those are published. */
  readonly received: number;
  /** By agency, and for each the report's organisation before its area. */
  readonly sections: readonly SectionCompleteness[];
}

/** What one agency has published, or not, about one organisation for the report's period. */
export interface SectionCompleteness {
  readonly agency: string;
  readonly organisation: string;
  readonly status: SectionStatus;
  /** Null where the agency owes nothing. */
  readonly calendar: ReportingCalendar | null;
  /** Null without a deadline. */
  readonly dueAt: Instant | null;
  /** When it was first published; null where it never was, or where that is not known. */
  readonly publishedAt: Instant | null;
  /** First published after `dueAt`, or not yet and past it; false without a deadline, or where it is not known. */
  readonly late: boolean;
  /** Number of observations that the section shows of the organisation; null where it is not known. */
  readonly figures: number | null;
  /** The owed indicators without a figure, in the order of the obligation; none where it is not known. */
  readonly missing: readonly MissingIndicator[];
}

/** `reason` is what the agency says; null where it says nothing. `name` is put on by {@link withNames}. */
export interface MissingIndicator {
  readonly indicator: string;
  readonly name?: Label | undefined;
  readonly reason: MissingReason | null;
}

/** The same with what the agencies call the missing indicators, as far as their words are known. */
export function withNames(
  completeness: Completeness,
  wordsOf: (agency: string) => FactVocabulary | undefined,
): Completeness {
  const sections = completeness.sections.map((section) => ({
    ...section,
    missing: section.missing.map((one) => ({
      ...one,
      name: wordsOf(section.agency)?.indicators.get(one.indicator)?.label,
    })),
  }));
  return { ...completeness, sections };
}
