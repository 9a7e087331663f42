import { camelCase, type Decimal } from '../schema/values/index.ts';
import { answerOf } from './answerOf.ts';
import type { Ask } from './askGateway.ts';

interface Coded {
  readonly code: string;
}

interface Place {
  readonly document: string;
  readonly section: string;
  readonly footnote: number | null;
}

interface ReportedNumber {
  readonly value: Decimal | null;
  readonly unitMultiplier: number;
  readonly qualifier: string | null;
  readonly sources: readonly Place[];
}

export interface PrintedNumber extends ReportedNumber {
  readonly unit: Coded;
}

export interface StatedComparison extends PrintedNumber {
  readonly against: string;
  readonly baseTime: string | null;
  readonly setBy: string | null;
  readonly peer: string | null;
  readonly measure: string;
}

/** One observation as the gateway answers it, with the agency that was asked. */
export interface Figure extends PrintedNumber {
  readonly agency: string;
  readonly indicator: Coded & { readonly label: string };
  readonly organisation: string;
  readonly time: string;
  readonly asAt: string | null;
  readonly calendar: string;
  readonly breakdown: readonly (Coded & { readonly dimension: Coded })[];
  readonly openDimensions: readonly Coded[];
  readonly stage: string;
  readonly setBy: string | null;
  readonly missing: string | null;
  readonly note: string | null;
  readonly seriesBreak: string | null;
  readonly confidentiality: string;
  readonly comparisons: readonly StatedComparison[];
  readonly release: { readonly period: string; readonly number: number };
}

/** What is asked for; all where left out. */
export interface Choice {
  readonly organisation?: string;
  readonly period?: string;
  readonly document?: string;
}

const PAGE_SIZE = 500;

const NUMBER = 'value unitMultiplier qualifier sources { document section footnote }';
const OBSERVATION = `
  indicator { code label } organisation time asAt calendar breakdown { code dimension { code } } openDimensions { code }
  ${NUMBER} unit { code } stage setBy missing note seriesBreak confidentiality
  comparisons { against baseTime setBy peer measure unit { code } reported { ${NUMBER} } }
  release { period number }`;

interface Line {
  readonly organisation: string;
  readonly period: string;
  readonly publishedAt: string;
}

interface AnsweredComparison extends Omit<StatedComparison, keyof ReportedNumber> {
  readonly reported: ReportedNumber | null;
}

interface AnsweredFigure extends Omit<Figure, 'agency' | 'comparisons'> {
  readonly comparisons: readonly AnsweredComparison[];
}

interface Page {
  readonly nodes: readonly AnsweredFigure[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/**
 * All figures that the agencies have released, each release whole and all at one knowledge time: by agency in the
 * order of the directory, then by organisation and period, then in the order of the report.
 * Rejects with GatewayProblem when any part of them cannot be had.
 */
export async function fetchFigures(
  ask: Ask,
  choice: Choice,
  tell: (progress: string) => void,
): Promise<Figure[]> {
  const agencies = await fetchAgencies(ask);
  const lines = await fetchLines(ask, agencies, choice);
  const instants = [...lines.values()].flat().map(({ publishedAt }) => publishedAt);
  const asOf = instants.sort().at(-1);
  const figures: Figure[] = [];
  for (const [agency, ofAgency] of lines) {
    for (const line of ofAgency) {
      figures.push(...(await fetchLine(ask, agency, line, { ...choice, asOf })));
      tell(`${agency}: ${line.organisation} ${line.period}, ${figures.length} figures so far`);
    }
  }
  return figures;
}

async function fetchAgencies(ask: Ask): Promise<string[]> {
  const { agencies } = await answerOf<{ agencies: Coded[] }>(ask, '{ agencies { code } }', {});
  return agencies.map(({ code }) => code);
}

/** Agency → the organisations and periods that it has published about, each once with its newest release. */
async function fetchLines(
  ask: Ask,
  agencies: readonly string[],
  choice: Choice,
): Promise<Map<string, Line[]>> {
  const fields = agencies.map(
    (code) =>
      `${camelCase(code)} { releases(organisation: $organisation, period: $period) { organisation period publishedAt } }`,
  );
  const query = `query Lines($organisation: ID, $period: Period) { ${fields.join(' ')} }`;
  const { organisation, period } = choice;
  const answer = await answerOf<Record<string, { releases: Line[] }>>(ask, query, { organisation, period });
  return new Map(
    agencies.map((code) => {
      const releases = answer[camelCase(code)]?.releases ?? [];
      const newest = releases.filter(
        (one, index) =>
          releases.findIndex(
            (other) => other.organisation === one.organisation && other.period === one.period,
          ) === index,
      );
      return [code, newest.sort((a, b) => (lineText(a) < lineText(b) ? -1 : 1))];
    }),
  );
}

function lineText({ organisation, period }: Line): string {
  return `${organisation}|${period}`;
}

async function fetchLine(
  ask: Ask,
  agency: string,
  { organisation, period }: Line,
  { document, asOf }: Choice & { asOf: string | undefined },
): Promise<Figure[]> {
  const field = camelCase(agency);
  const query = `query Figures($filter: ObservationFilter!, $first: Int!, $after: String, $asOf: DateTime) {
    ${field} { observations(filter: $filter, first: $first, after: $after, asOf: $asOf) {
      nodes { ${OBSERVATION} } pageInfo { endCursor hasNextPage } } } }`;
  const filter = {
    organisations: [organisation],
    periods: [period],
    ...(document !== undefined && { documents: [document] }),
  };
  const figures: Figure[] = [];
  let after: string | null = null;
  for (;;) {
    const variables: Record<string, unknown> = { filter, first: PAGE_SIZE, after, asOf };
    const answer: Record<string, { observations: Page }> = await answerOf(ask, query, variables);
    const page: Page | undefined = answer[field]?.observations;
    figures.push(...(page?.nodes ?? []).map((node) => figureOf(node, agency)));
    if (!page?.pageInfo.hasNextPage) return figures;
    after = page.pageInfo.endCursor;
  }
}

/** With what the source states of each comparison beside its head; what is only computed is printed nowhere. */
function figureOf({ comparisons, ...figure }: AnsweredFigure, agency: string): Figure {
  const stated = comparisons.flatMap(({ reported, ...head }) => (reported ? [{ ...head, ...reported }] : []));
  return { ...figure, agency, comparisons: stated };
}
