import { graphql } from 'graphql';

import { camelCase } from '../../schema/values/index.ts';
import type { AgencyContext } from '../../subgraphs/_kit/graph/context.ts';
import type { ReportKey } from '../../subgraphs/_kit/reading/sectionSource.ts';
import { Report } from '../../subgraphs/office/report/Report.ts';
import type { RunningAgency } from './agencies.ts';
import { type Failing, plain } from './operation.ts';

/** Office's report with what it requires of all other agencies but those that fail when they are asked about reports. */
export async function reportWithSections(
  { organisation, period, asOf, area }: ReportKey,
  agencies: readonly RunningAgency[],
  contexts: ReadonlyMap<string, AgencyContext>,
  failing: Failing,
): Promise<Report> {
  const key = { organisation, period, asOf, area };
  const asked = agencies.filter(({ code }) => {
    const part = failing.get(code);
    return code !== 'office' && part !== 'all' && part !== 'entities';
  });
  const sent = await Promise.all(
    asked.map(async ({ code, schema }) => {
      const field = camelCase(code);
      const { data, errors } = await graphql({
        schema,
        source: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report {
          ${field} { facts releases { organisation number hash } }
        } } }`,
        variableValues: { of: [{ __typename: 'Report', ...key }] },
        contextValue: contexts.get(code),
      });
      if (errors) throw new AggregateError(errors, `${code} tells nothing.`);
      const { _entities } = plain(data) as { _entities: readonly Readonly<Record<string, unknown>>[] };
      return [field, _entities[0]?.[field]] as const;
    }),
  );
  return new Report(key, Object.fromEntries(sent));
}
