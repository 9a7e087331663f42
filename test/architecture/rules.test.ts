import { describe, expect, it } from 'vitest';

import { RULE_KINDS, type Rule } from '../../schema/values/index.ts';
import { judge, readAgencies, readDocuments } from '../../scripts/judgeDocuments.ts';
import type { Agency } from '../../subgraphs/_kit/index.ts';
import { misfitOf } from '../../subgraphs/_kit/rules/assertRulesFit.ts';
import { reconciliationRules } from '../../subgraphs/office/rules.ts';
import { NO_FIGURES_YET, NOT_TESTABLE_YET } from './untestedRules.ts';

const agencies = await readAgencies();
const declared: readonly Agency[] = await Promise.all(
  agencies.map(async ({ code }) => {
    const { agency } = (await import(`../../subgraphs/${code}/agency.ts`)) as { agency: Agency };
    return agency;
  }),
);
const catalogueOf = (code: string | null) =>
  declared.find((agency) => agency.code === (code ?? 'office'))?.catalogue;

const RULES: readonly (readonly [agency: string, rule: Rule])[] = [
  ...agencies.flatMap(({ code, rules }) => rules.map((rule) => [code, rule] as const)),
  ...reconciliationRules.map((rule) => ['office', rule] as const),
];
const nameOf = (agency: string, { code }: Rule) => `${agency}: ${code}`;
const outcomes = readDocuments().flatMap((document) => judge(document, agencies));

describe('given the rules between agencies', () => {
  it.each(reconciliationRules.map((rule) => [rule.code, rule] as const))(
    'when %s is read, then each agency knows what it names of its figures',
    (_code, rule) => {
      expect(misfitOf(rule, catalogueOf)).toBeNull();
    },
  );

  it('when they are listed, then each is declared once, also beside the own rules of office', () => {
    const names = RULES.filter(([agency]) => agency === 'office').map(([, { code }]) => code);

    expect(new Set(names).size).toBe(names.length);
  });
});

describe('given all rules and the figures of the documents', () => {
  it('when these are judged, then every rule is tested by some figures, but for those that are listed', () => {
    const tested = new Set(
      outcomes
        .filter(({ finding }) => finding.verdict !== 'NOT_TESTABLE')
        .map(({ agency, rule }) => nameOf(agency, rule)),
    );
    const spoken = new Set(outcomes.map(({ agency, rule }) => nameOf(agency, rule)));
    const names = RULES.map(([agency, rule]) => nameOf(agency, rule));

    expect(names.filter((name) => !tested.has(name) && spoken.has(name))).toEqual(NOT_TESTABLE_YET);
    expect(names.filter((name) => !spoken.has(name))).toEqual(NO_FIGURES_YET);
  });

  it('when a figure may be below zero, then all rules of its agency know it', () => {
    const allowed = (agency: string) =>
      RULES.flatMap(([own, rule]) => (own === agency && rule.kind === 'NOT_BELOW_ZERO' ? rule.except : []));
    const unaware = RULES.filter(([agency, rule]) => {
      if ('partsMayBeNegative' in rule) {
        return rule.partsMayBeNegative !== allowed(agency).includes(rule.indicator);
      }
      return 'mayBeNegative' in rule && rule.mayBeNegative.join() !== allowed(agency).join();
    });

    expect(unaware.map(([agency, rule]) => nameOf(agency, rule))).toEqual([]);
  });

  it('when kinds of rules are counted, then some agency uses each, but for those that are listed', () => {
    const used = new Set(RULES.map(([, { kind }]) => kind));

    expect(RULE_KINDS.filter((kind) => !used.has(kind))).toEqual(['SUM_ACROSS']);
  });

  it('when each is read, then it says in both languages where it comes from and what it means', () => {
    const unsaid = RULES.filter(([, { source, words }]) =>
      [source, ...(words ? [words] : [])].some(({ VI, EN }) => VI.trim() === '' || EN.trim() === ''),
    );

    expect(unsaid.map(([agency, rule]) => nameOf(agency, rule))).toEqual([]);
  });
});
