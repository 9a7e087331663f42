import type { CheckResultType } from '../../../schema/graphql/index.ts';
import { createFactBook, lazily, remembered } from '../../../schema/values/index.ts';
import {
  loadSection,
  readFacts,
  sectionFacts,
  type AgencyContext,
  type ReportKey,
} from '../../_kit/index.ts';
import { withNames, type Completeness } from '../completeness/completeness.ts';
import { completenessOf } from '../completeness/completenessOf.ts';
import { standingOf } from '../completeness/standing.ts';
import { directory, directoryOf } from '../directory/directory.ts';
import { reconciliationRulesOf } from './reconciliationRules.ts';
import { reconcile, rulesAbout, type Books, type SentFacts } from './reconcile.ts';

/** What office finds in one report: each part when it is first asked for, and once for all fields and aliases. */
export interface Judgement {
  /** What the rules between agencies say that speak of an agency; all for `null`. @throws CODE_UNKNOWN */
  reconciliation(agency: string | null): Promise<readonly CheckResultType[]>;
  /** What each agency owes, and what of it is here. */
  completeness(): Promise<Completeness>;
}

/** Judges a report by what the gateway has sent of it and by what office holds, read with the means of one request. */
export function createJudgement(report: ReportKey, sent: SentFacts, context: AgencyContext): Judgement {
  const { organisation, area, period, asOf } = report;
  const section = lazily(() => loadSection(report, context.releases, context));
  const others = lazily(() => new Map([...sent].map(([agency, facts]) => [agency, readFacts(facts)])));
  const books = lazily(async (): Promise<Books> => {
    const { releases } = await section();
    const { catalogue } = await context.presenters.at(asOf);
    const own = createFactBook(catalogue, releases);
    const read = [...others()].map(
      ([agency, facts]) => [agency, facts && createFactBook(facts.vocabulary, facts.releases)] as const,
    );
    return new Map([...read, ['office', own] as const]);
  });
  return {
    reconciliation: remembered(async (agency) => {
      const rules = reconciliationRulesOf(await context.presenters.at(asOf));
      return reconcile(rulesAbout(agency, rules), report, await books());
    }),
    completeness: lazily(async () => {
      const { obligations } = directoryOf(await context.presenters.at(asOf));
      const own = readFacts(await sectionFacts(await section(), context));
      const facts = new Map([...others(), ['office', own] as const]);
      const completeness = completenessOf({
        report: { organisation, area: area ?? organisation, period, asOf },
        agencies: [...directory.agencies.keys()],
        obligations,
        standings: new Map([...facts].map(([agency, read]) => [agency, standingOf(read)])),
      });
      return withNames(completeness, (agency) => facts.get(agency)?.vocabulary);
    }),
  };
}
