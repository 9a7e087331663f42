import { catalogued } from '../../../schema/errors/index.ts';
import { CheckResultType } from '../../../schema/graphql/index.ts';
import { evaluateRules, termsOf, type FactBook, type Rule } from '../../../schema/values/index.ts';
import type { ReportKey } from '../../_kit/index.ts';
import { directory } from '../directory/directory.ts';

/** What the gateway has sent of each agency's section: its facts; an agency that was not reached is absent. */
export type SentFacts = ReadonlyMap<string, unknown>;

/** What each agency holds, office among them; absent or `null` where it was not reached or told nothing that can be read. */
export type Books = ReadonlyMap<string, FactBook | null>;

/**
 * What the rules between agencies say of one report: in the order of the rules. Those about an agency without a book
 * are NOT_TESTABLE.
 */
export function reconcile(
  rules: readonly Rule[],
  { organisation, area, period }: ReportKey,
  books: Books,
): readonly CheckResultType[] {
  const scope = { organisation, area: area ?? organisation, period, own: 'office', books };
  return evaluateRules(rules, scope).map(
    (outcome) => new CheckResultType(outcome, (agency) => books.get(agency)?.vocabulary ?? null),
  );
}

/** Those of the rules that speak of an agency; all for `null`. @throws CODE_UNKNOWN */
export function rulesAbout(agency: string | null, rules: readonly Rule[]): readonly Rule[] {
  if (agency === null) return rules;
  if (directory.agencies.has(agency)) return rules.filter((rule) => agenciesOf(rule).includes(agency));
  throw catalogued('CODE_UNKNOWN', {
    what: 'Agency',
    value: agency,
    known: [...directory.agencies.keys()],
    remedy: 'Use a code of the directory of agencies.',
  });
}

function agenciesOf(rule: Rule): readonly string[] {
  return [...new Set(termsOf(rule).map(({ agency }) => agency ?? 'office'))];
}
