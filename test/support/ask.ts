import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A section as the full-report query asks for it, as far as tests look into it. */
export interface SectionAnswer {
  readonly observations: readonly {
    readonly organisation: string;
    readonly indicator: { readonly code: string };
    readonly value: string;
  }[];
  readonly submissions: readonly unknown[];
}

/** What came over HTTP, as text and read. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly AnswerError[];
}

export type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** The query behind the first tab of the Playground. */
export const FULL_REPORT = readFileSync(
  join(import.meta.dirname, '../../gateway/playground/tabs/1-full-report.graphql'),
  'utf8',
);

/** Posts GraphQL to an address, in the name of whom the token was made for; in nobody's without one. */
export function createAsk(url: string, token: string | null = null): Ask {
  return async (query, variables = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const { data, errors = [] } = JSON.parse(text) as Partial<Answer>;
    return { status: response.status, text, data, errors };
  };
}

/** The report of an answer. @throws Error when there is none. */
export function reportOf(answer: Answer): Readonly<Record<string, unknown>> {
  const report = answer.data?.report;
  if (typeof report !== 'object' || report === null) throw new Error(`no report: ${answer.text}`);
  return report as Record<string, unknown>;
}

/** The sections of a report by their fields, null where the agency is missing. */
export function sectionsOf(answer: Answer): Record<SectionField, SectionAnswer | null> {
  const report = reportOf(answer);
  return Object.fromEntries(
    Object.values(SECTION_FIELDS).map((field) => [field, report[field] as SectionAnswer | null]),
  ) as Record<SectionField, SectionAnswer | null>;
}

/** Agency → the field of its section. */
export const SECTION_FIELDS = {
  'party-building': 'partyBuilding',
  inspection: 'inspection',
  'mass-organisations': 'massOrganisations',
  'socio-economic': 'socioEconomic',
  office: 'officeWork',
} as const;

export type SectionField = (typeof SECTION_FIELDS)[keyof typeof SECTION_FIELDS];
