import { CheckResultType } from '../../../schema/graphql/index.ts';
import {
  createFactBook,
  evaluateRules,
  termsOf,
  type FactBook,
  type Rule,
} from '../../../schema/values/index.ts';
import { readFacts, type ReportKey } from '../../_kit/index.ts';

/** What the gateway has sent of each agency's section: its facts; an agency that was not reached is absent. */
export type SentFacts = ReadonlyMap<string, unknown>;

/**
 * What the rules between agencies say of one report: in the order of the rules. `own` is what office itself holds. An
 * agency without facts that can be read counts as not reached; its rules are NOT_TESTABLE.
 */
export function reconcile(
  rules: readonly Rule[],
  { organisation, area, period }: ReportKey,
  own: FactBook,
  sent: SentFacts,
): readonly CheckResultType[] {
  const books = new Map<string, FactBook | null>([['office', own]]);
  for (const agency of new Set(rules.flatMap(agenciesOf))) {
    const facts = readFacts(sent.get(agency));
    if (agency !== 'office') books.set(agency, facts && createFactBook(facts.vocabulary, facts.releases));
  }
  const scope = { organisation, area: area ?? organisation, period, own: 'office', books };
  return evaluateRules(rules, scope).map(
    (outcome) => new CheckResultType(outcome, (agency) => books.get(agency)?.vocabulary ?? null),
  );
}

/** The agencies that a rule speaks of, each once. */
export function agenciesOf(rule: Rule): readonly string[] {
  return [...new Set(termsOf(rule).map(({ agency }) => agency ?? 'office'))];
}
