import { fault } from '../../../schema/errors/index.ts';
import { termsOf, type Rule } from '../../../schema/values/index.ts';
import {
  addRules,
  merged,
  misfitOf,
  readRuleRows,
  RULE_COLUMNS,
  ruleRows,
  type CatalogueList,
  type CatalogueVersion,
  type DataRule,
} from '../../_kit/index.ts';
import { directory } from '../directory/directory.ts';
import { reconciliationRules } from '../rules.ts';

const KIND = 'reconciliation-rule';

/** The rules between agencies in force in a version of the office's catalogue: those of its code, then those of files. */
export function reconciliationRulesOf(version: CatalogueVersion): readonly Rule[] {
  return addRules(reconciliationRules, [...declaredIn(version).values()]);
}

/**
 * How files bring rules between agencies. Of the office's own figures they name what its catalogue has; what others
 * count is not known here: whoever sends a file asks them first.
 */
export const RECONCILIATION_LIST: CatalogueList = {
  columns: RULE_COLUMNS,
  rows: (version) => ruleRows(declaredIn(version).values()),
  read: (reading, rows, version) =>
    readRuleRows(reading, rows).map((read) => {
      const { rule } = read.entry as DataRule;
      const reason =
        misfitOfShared(rule) ?? misfitOf(rule, (agency) => (isOwn(agency) ? version.catalogue : 'UNSEEN'));
      if (reason !== null) {
        reading.refuse(read.row, 'rule', fault('RULE_INVALID', { rule: rule.code, reason }));
      }
      return { ...read, kind: KIND };
    }),
  standing: (version, { key }) => declaredIn(version).get(key),
  meaningChanges: () => [],
};

/** Those that files have ever said, by code. */
function declaredIn({ put }: CatalogueVersion): ReadonlyMap<string, DataRule> {
  return merged<DataRule>(
    new Map(),
    put.filter(({ kind }) => kind === KIND),
  );
}

function isOwn(agency: string | null): boolean {
  return agency === null || agency === 'office';
}

function misfitOfShared(rule: Rule): string | null {
  if (reconciliationRules.some(({ code }) => code === rule.code)) {
    return 'the code of the office declares it already';
  }
  const named = termsOf(rule).flatMap(({ agency }) => agency ?? []);
  const unknown = named.find((agency) => !directory.agencies.has(agency));
  if (unknown !== undefined) {
    return `there is no agency "${unknown}", but ${[...directory.agencies.keys()].join(', ')}`;
  }
  return !named.every(isOwn)
    ? null
    : 'it names no figure of another agency, as in party-building:members: it belongs into the list "rules"';
}
