import type {
  CalendarDate,
  ComparisonMeasure,
  Decimal,
  Instant,
  MissingReason,
  NotTestableReason,
  Period,
  RuleKind,
  Severity,
  Verdict,
} from '../schema/values/index.ts';
import type { SectionStatus } from '../subgraphs/office/completeness/completeness.ts';

/** A code with its label. */
export interface Coded {
  readonly code: string;
  readonly label: string;
}

/** Where a figure is printed. */
export interface Place {
  readonly document: string;
  readonly section: string;
  readonly footnote: number | null;
}

/** One dimension of the part that a figure is about. */
export interface Part extends Coded {
  readonly dimension: Coded;
  readonly parent: string | null;
}

/** A figure of a section, as far as it is printed. */
export interface ObservationAnswer {
  readonly indicator: Coded & { readonly group: Coded };
  readonly organisation: string;
  readonly time: Period;
  readonly asAt: CalendarDate | null;
  readonly breakdown: readonly Part[];
  readonly text: string;
  readonly value: Decimal | null;
  readonly unit: Coded;
  readonly unitMultiplier: number;
  readonly sources: readonly Place[];
  readonly comparisons: readonly {
    readonly measure: ComparisonMeasure;
    readonly reported: { readonly value: Decimal; readonly sources: readonly Place[] } | null;
  }[];
  readonly note: string | null;
}

/** A figure that a check has used, or has not found. */
export interface CheckFigureAnswer {
  readonly agency: string;
  readonly indicator: string;
  readonly organisation: string;
  readonly time: Period;
  readonly breakdown: readonly { readonly dimension: string; readonly code: string }[];
  readonly measure: ComparisonMeasure | null;
  readonly label: string;
  readonly text: string;
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly unitMultiplier: number;
  readonly sources: readonly Place[];
}

/** What a rule says of some figures. */
export interface CheckAnswer {
  readonly code: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
  readonly verdict: Verdict;
  readonly reason: NotTestableReason | null;
  readonly unreached: readonly string[];
  /** Why the figures stand all the same, in the words that the agency has published; `null` where it says nothing. */
  readonly acknowledgement: string | null;
  readonly rule: string;
  readonly expression: string;
  readonly figures: readonly CheckFigureAnswer[];
}

/** An agency's part of the report. */
export interface SectionAnswer {
  readonly observations: readonly ObservationAnswer[];
  readonly submissions: readonly {
    readonly organisation: string;
    readonly release: { readonly number: number; readonly publishedAt: Instant } | null;
  }[];
  readonly checks: readonly CheckAnswer[] | null;
}

/** Where an agency's figures about one organisation stand. */
export interface StandingAnswer {
  readonly agency: string;
  readonly organisation: string;
  readonly status: SectionStatus;
  readonly calendar: string | null;
  readonly dueAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly late: boolean;
  readonly figures: number | null;
  readonly missing: readonly { readonly label: string; readonly reason: MissingReason | null }[];
}

/** The answer to the full-report query, as far as it is printed. */
export interface ReportAnswer {
  readonly title: string;
  readonly organisation: string;
  readonly period: Period;
  readonly asOf: string;
  readonly reconciliation: readonly CheckAnswer[] | null;
  readonly completeness: {
    readonly expected: number;
    readonly received: number;
    readonly sections: readonly StandingAnswer[];
  } | null;
  readonly [section: string]: unknown;
}

/** What a code of an organisation is called; the code itself where the directory does not have it. */
export type OrganisationLabel = (code: string) => string;

/** A section with whose it is and its heading; `section` is null where the agency did not answer. */
export interface NamedSection {
  readonly agency: string;
  readonly title: string;
  readonly section: SectionAnswer | null;
}

const TITLES: Readonly<Record<string, readonly [agency: string, title: string]>> = {
  partyBuilding: ['party-building', 'Xây dựng Đảng'],
  inspection: ['inspection', 'Kiểm tra, giám sát, kỷ luật'],
  massOrganisations: ['mass-organisations', 'Mặt trận và các đoàn thể'],
  socioEconomic: ['socio-economic', 'Kinh tế - xã hội'],
  officeWork: ['office', 'Văn phòng'],
};

/** The sections that were asked for: first those that have a title here, in its order, then any other. */
export function sectionsOf(report: ReportAnswer): readonly NamedSection[] {
  const titled = Object.entries(TITLES).filter(([field]) => field in report);
  const others = Object.keys(report)
    .filter((field) => isSection(report[field]) && !(field in TITLES))
    .map((field) => [field, [field.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`), field]] as const);
  return [...titled, ...others].map(([field, [agency, title]]) => ({
    agency,
    title,
    section: report[field] as SectionAnswer | null,
  }));
}

/** The heading of an agency's section; its code where it has none here. */
export function agencyTitle(agency: string): string {
  return Object.values(TITLES).find(([code]) => code === agency)?.[1] ?? agency;
}

function isSection(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'observations' in value;
}
