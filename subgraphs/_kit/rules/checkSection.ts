import { CheckResultType } from '../../../schema/graphql/index.ts';
import { evaluateRules, type Rule, type Verdict } from '../../../schema/values/index.ts';
import type { RequestReading } from '../reading/knowledge.ts';
import type { SectionSource } from '../reading/sectionSource.ts';

/**
 * What an agency's rules say of a section: judged on the figures that it shows and, for bases and stocks, on all that
 * the agency holds about its organisations at the report's knowledge time. In the order of the rules.
 */
export async function checkSection(
  rules: readonly Rule[],
  { key, releases }: SectionSource,
  { agency, presenter, knowledgeAt }: RequestReading,
): Promise<readonly CheckResultType[]> {
  const { organisation, period, asOf } = key;
  const area = key.area ?? organisation;
  const book = await knowledgeAt(asOf).book([organisation, area], releases);
  const scope = { organisation, area, period, own: agency, books: new Map([[agency, book]]) };
  return evaluateRules(rules, scope).map(
    (outcome) => new CheckResultType(outcome, () => presenter.catalogue),
  );
}

/** The results with one of the verdicts; all where none is asked for. */
export function withVerdict(
  results: readonly CheckResultType[],
  verdicts: readonly Verdict[] | null | undefined,
): readonly CheckResultType[] {
  return verdicts ? results.filter(({ verdict }) => verdicts.includes(verdict)) : results;
}
