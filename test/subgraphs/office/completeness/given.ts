import type { Period } from '../../../../schema/values/index.ts';
import type {
  Completeness,
  SectionCompleteness,
} from '../../../../subgraphs/office/completeness/completeness.ts';
import { completenessOf } from '../../../../subgraphs/office/completeness/completenessOf.ts';
import type { AgencyStanding, ReleaseStanding } from '../../../../subgraphs/office/completeness/standing.ts';
import type { Obligation } from '../../../../subgraphs/office/directory/readObligations.ts';
import type { Plain } from '../../../support/given.ts';

/** Inspection owes the members disciplined of each quarter, 15 days after it. */
export function givenObligation(change: Plain<Obligation> = {}): Obligation {
  return {
    agency: 'inspection',
    organisation: 'ha-tinh-khoi',
    frequency: 'QUARTER',
    calendar: 'CALENDAR',
    deadlineDays: 15,
    from: null,
    to: null,
    indicators: ['members-disciplined'],
    ...change,
  } as Obligation;
}

/** Two figures of members disciplined in the first quarter of 2024, first published on 10 April, corrected on 1 May. */
export function givenStanding(change: Plain<ReleaseStanding> = {}): ReleaseStanding {
  return {
    organisation: 'ha-tinh-khoi',
    period: '2024-Q1',
    state: 'PUBLISHED',
    firstPublishedAt: '2024-04-10T02:00:00.000Z',
    publishedAt: '2024-05-01T02:00:00.000Z',
    figures: 2,
    indicators: new Map([['members-disciplined', 'REPORTED']]),
    ...change,
  } as ReleaseStanding;
}

/** What has been handed in and never been published. */
export function givenUnpublished(state: ReleaseStanding['state']): ReleaseStanding {
  return givenStanding({
    state,
    firstPublishedAt: null,
    publishedAt: null,
    figures: 0,
    indicators: new Map(),
  });
}

interface Question {
  readonly organisation?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly agencies?: readonly string[];
  readonly obligations?: readonly Obligation[];
  readonly standings?: Readonly<Record<string, AgencyStanding>>;
}

/** The report of the bloc for the first quarter of 2024 as of 20 May, from inspection alone, which has published nothing. */
export function givenCompleteness(question: Question = {}): Completeness {
  const {
    organisation = 'ha-tinh-khoi',
    period = '2024-Q1',
    asOf = '2024-05-20T00:00:00.000Z',
    agencies = ['inspection'],
    obligations = [givenObligation()],
    standings = { inspection: [] },
  } = question;
  return completenessOf({
    report: { organisation, area: 'ha-tinh', period: period as Period, asOf: asOf as never },
    agencies,
    obligations,
    standings: new Map(Object.entries(standings)),
  });
}

/** The one section of a completeness. */
export function onlySection({ sections }: Completeness): SectionCompleteness {
  const [section, ...others] = sections;
  if (!section || others.length > 0) throw new Error(`there are ${sections.length} sections`);
  return section;
}
