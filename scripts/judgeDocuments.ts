import { readFigures } from '../subgraphs/_kit/figures/readFigures.ts';
import { readFiguresFolder } from '../subgraphs/_kit/publishing/publishFigures.ts';
import type { Agency } from '../subgraphs/_kit/index.ts';
import { directory } from '../subgraphs/office/directory/directory.ts';
import { reconciliationRules } from '../subgraphs/office/rules.ts';
import {
  AGENCY_CODES,
  comparePeriods,
  createFactBook,
  evaluateRules,
  instantOf,
  type CheckOutcome,
  type FactBook,
  type FactRelease,
  type FactVocabulary,
  type Period,
  type Rule,
} from '../schema/values/index.ts';

/** An agency with what its folder declares. */
export interface DeclaredAgency {
  readonly code: string;
  readonly vocabulary: FactVocabulary;
  readonly rules: readonly Rule[];
  /** What its figures folder holds, as if each period had been published after the one before. */
  readonly releases: readonly FactRelease[];
}

/** A published document as a report: whose, of which area and period. */
export interface ReportedDocument {
  readonly code: string;
  readonly organisation: string;
  readonly area: string;
  readonly period: Period;
}

/** Every agency with the figures of its folder. */
export async function readAgencies(): Promise<readonly DeclaredAgency[]> {
  const agencies: DeclaredAgency[] = [];
  for (const code of AGENCY_CODES) {
    const { agency } = (await import(`../subgraphs/${code}/agency.ts`)) as { agency: Agency };
    const { rules } = (await import(`../subgraphs/${code}/rules.ts`)) as { rules: readonly Rule[] };
    const drafts = readFigures(readFiguresFolder(agency.figuresFolder), agency.catalogue, code);
    const inOrder = [...drafts].sort((a, b) => comparePeriods(a.period, b.period));
    const releases = inOrder.map((draft, index) => ({
      ...draft,
      number: 1,
      publishedAt: instantOf(index * 1000),
    }));
    agencies.push({ code, vocabulary: agency.catalogue, rules, releases });
  }
  return agencies;
}

/** The documents that office knows. */
export function readDocuments(): readonly ReportedDocument[] {
  return [...directory.documents.values()].map(({ code, organisation, period }) => ({
    code,
    organisation,
    area: directory.organisations.get(organisation)?.area ?? organisation,
    period,
  }));
}

/** All rules that speak of an agency's figures, its own and office's: what the report of a document says of them. */
export function judge(
  document: ReportedDocument,
  agencies: readonly DeclaredAgency[],
): readonly CheckOutcome[] {
  const books = new Map(agencies.map((agency) => [agency.code, bookOf(document, agency)]));
  return [
    ...agencies.flatMap(({ code, rules }) => evaluateRules(rules, { ...document, own: code, books })),
    ...evaluateRules(reconciliationRules, { ...document, own: 'office', books }),
  ];
}

function bookOf(
  { organisation, area, period }: ReportedDocument,
  { vocabulary, releases }: DeclaredAgency,
): FactBook {
  const shown = [...new Set([organisation, area])].flatMap((one) =>
    releases.filter((release) => release.organisation === one && release.period === period),
  );
  return createFactBook(vocabulary, shown, releases);
}
