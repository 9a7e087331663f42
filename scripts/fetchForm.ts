import { camelCase, previousPeriod, samePeriodLastYear, type Period } from '../schema/values/index.ts';
import type {
  FormFigure,
  FormIndicator,
  FormMaterial,
  FormPart,
} from '../subgraphs/_kit/importing/template/form.ts';
import { answerOf } from './answerOf.ts';
import type { Ask } from './askGateway.ts';

const PAGE_SIZE = 500;

/** What a form of an agency is laid out from, as the gateway tells it now. Rejects with GatewayProblem. */
export async function fetchForm(
  ask: Ask,
  agency: string,
  organisation: string,
  period: Period,
): Promise<FormMaterial> {
  const field = camelCase(agency);
  const words = await answerOf<Record<string, { indicators: FormIndicator[]; parts: FormPart[] }>>(
    ask,
    `{ ${field} { indicators { code label definition retired group { code label } units { code label } dimensions { code label } }
      parts { code label dimension { code label } } } }`,
  );
  const { indicators = [], parts = [] } = words[field] ?? {};
  const [lastPeriod, lastYear] = await Promise.all([
    fetchFigures(ask, field, organisation, previousPeriod(period)),
    fetchFigures(ask, field, organisation, samePeriodLastYear(period)),
  ]);
  // Nothing new is reported under what has been retired.
  const asked = indicators.filter(({ retired }) => !retired);
  return { indicators: asked, parts, lastPeriod, lastYear };
}

interface Page {
  readonly nodes: readonly (FormFigure & { readonly stage: string })[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Results of a period that were published for that period; plans are not what the next form asks for. */
async function fetchFigures(
  ask: Ask,
  field: string,
  organisation: string,
  period: Period,
): Promise<readonly FormFigure[]> {
  const query = `query Last($filter: ObservationFilter!, $first: Int!, $after: String) {
    ${field} { observations(filter: $filter, first: $first, after: $after) {
      nodes { indicator { code } breakdown { code label dimension { code label } } unit { code label } unitMultiplier
        value calendar stage sources { section } }
      pageInfo { endCursor hasNextPage } } } }`;
  const filter = { organisations: [organisation], periods: [period], times: [period] };
  const figures: FormFigure[] = [];
  let after: string | null = null;
  for (;;) {
    const variables = { filter, first: PAGE_SIZE, after };
    const answer: Record<string, { observations: Page }> = await answerOf(ask, query, variables);
    const page: Page | undefined = answer[field]?.observations;
    figures.push(...(page?.nodes ?? []).filter(({ stage }) => stage !== 'PLANNED'));
    if (!page?.pageInfo.hasNextPage) return figures;
    after = page.pageInfo.endCursor;
  }
}
