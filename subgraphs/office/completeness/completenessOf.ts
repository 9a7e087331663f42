import type { Instant, Period } from '../../../schema/values/index.ts';
import type { Obligation } from '../directory/readObligations.ts';
import type { Completeness, MissingIndicator, SectionCompleteness, SectionStatus } from './completeness.ts';
import { dueAtOf, endOfCoveredDays, obligationFor } from './duty.ts';
import type { AgencyStanding, ReleaseStanding } from './standing.ts';

/** What is judged. */
export interface CompletenessQuestion {
  /** `area` is the organisation around the report's own, null where it is not known; `asOf` is the present of the judgement. */
  readonly report: {
    readonly organisation: string;
    readonly area: string | null;
    readonly period: Period;
    readonly asOf: Instant;
  };
  /** All agencies, in the order in which they shall be listed. */
  readonly agencies: readonly string[];
  readonly obligations: readonly Obligation[];
  /** What each agency says; an agency that is not in it could not be reached. */
  readonly standings: ReadonlyMap<string, AgencyStanding>;
}

/** One agency's word about one organisation, owed or not. */
interface Entry {
  readonly agency: string;
  readonly organisation: string;
  readonly obligation: Obligation | null;
}

/**
 * Judges what of a report is there: one section per agency and organisation for which something is owed or published.
 * An agency that could not be reached is listed for all that it owes, or once where it owes nothing.
 */
export function completenessOf(question: CompletenessQuestion): Completeness {
  const sections = question.agencies.flatMap((agency) => sectionsOf(agency, question));
  const owed = sections.filter(({ calendar }) => calendar !== null);
  return {
    expected: owed.length,
    received: owed.filter(({ status }) => status === 'PUBLISHED').length,
    sections,
  };
}

function sectionsOf(agency: string, question: CompletenessQuestion): SectionCompleteness[] {
  const { report, obligations, standings } = question;
  const { organisation: own, area, period, asOf } = report;
  const entries = [...new Set([own, area ?? own])].map((organisation) => ({
    agency,
    organisation,
    obligation: obligationFor(obligations, { agency, organisation, period }),
  }));
  const standing = standings.get(agency) ?? 'UNREACHABLE';
  if (standing === 'UNREACHABLE') {
    const owed = entries.filter(({ obligation }) => obligation !== null);
    return (owed.length > 0 ? owed : entries.slice(0, 1)).map((entry) => unreachable(entry, period));
  }
  return entries
    .map((entry) => {
      const release = standing.find(
        (one) => one.organisation === entry.organisation && one.period === period,
      );
      return judge(entry, release ?? null, period, asOf);
    })
    .filter(({ calendar, status }) => calendar !== null || status === 'PUBLISHED');
}

function unreachable({ agency, organisation, obligation }: Entry, period: Period): SectionCompleteness {
  return {
    agency,
    organisation,
    status: 'UNREACHABLE',
    calendar: obligation?.calendar ?? null,
    dueAt: obligation && dueAtOf(obligation, period),
    publishedAt: null,
    late: false,
    figures: null,
    missing: [],
  };
}

function judge(
  { agency, organisation, obligation }: Entry,
  release: ReleaseStanding | null,
  period: Period,
  asOf: Instant,
): SectionCompleteness {
  const dueAt = obligation && dueAtOf(obligation, period);
  const publishedAt = release?.firstPublishedAt ?? null;
  const status = statusOf(release) ?? statusWithoutWord(obligation, period, asOf);
  const shown = status === 'PUBLISHED' ? release : null;
  return {
    agency,
    organisation,
    status,
    calendar: obligation?.calendar ?? null,
    dueAt,
    publishedAt,
    late: dueAt !== null && (publishedAt ?? asOf) > dueAt,
    figures: shown?.figures ?? 0,
    missing: obligation ? missingOf(obligation, shown) : [],
  };
}

/** What the agency's own word gives; null where it has not said one. */
function statusOf(release: ReleaseStanding | null): SectionStatus | null {
  if (release === null) return null;
  if (release.state === 'WITHHELD') return 'WITHHELD';
  // What has once been published stays so while a correction of it is under way.
  return release.firstPublishedAt === null ? release.state : 'PUBLISHED';
}

function statusWithoutWord(obligation: Obligation | null, period: Period, asOf: Instant): SectionStatus {
  if (obligation === null || asOf <= endOfCoveredDays(obligation, period)) return 'NOT_DUE';
  const dueAt = dueAtOf(obligation, period);
  return dueAt !== null && asOf > dueAt ? 'LATE' : 'NOT_SUBMITTED';
}

function missingOf({ indicators }: Obligation, shown: ReleaseStanding | null): MissingIndicator[] {
  return indicators.flatMap((indicator) => {
    const word = shown?.indicators.get(indicator) ?? null;
    return word === 'REPORTED' ? [] : [{ indicator, reason: word }];
  });
}
