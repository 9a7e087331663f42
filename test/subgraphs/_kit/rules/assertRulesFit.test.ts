import { describe, expect, it } from 'vitest';

import { figure, rule, type Rule } from '../../../../schema/values/index.ts';
import { assertRulesFit, misfitOf } from '../../../../subgraphs/_kit/rules/assertRulesFit.ts';
import { givenCatalogue } from '../../../support/given.ts';

const catalogue = givenCatalogue();
const disciplined = figure('members-disciplined');
const revenue = figure('budget-revenue');

describe('given the rules of an agency', () => {
  it.each<[Rule, string]>([
    [
      rule.totalOfParts('member-disciplined', 'form'),
      'the catalogue has no indicator "member-disciplined" (did you mean "members-disciplined"?)',
    ],
    [
      rule.totalOfParts('members-disciplined', 'forms'),
      'indicator "members-disciplined" has no dimension "forms" (did you mean "form"?)',
    ],
    [
      rule.totalOfParts('members-disciplined', ['form', 'source']),
      'indicator "members-disciplined" has no dimension "source"',
    ],
    [
      rule.structure('budget-revenue', 'sources'),
      'indicator "budget-revenue" has no dimension "sources" (did you mean "source"?)',
    ],
    [rule.growthWithinParts('gifts', 'source'), 'indicator "gifts" has no dimension "source"'],
    [rule.notBelowZero(['gift']), 'the catalogue has no indicator "gift" (did you mean "gifts"?)'],
    [
      rule.partOfWhole(figure('members-disciplined', { breakdown: { form: 'warnings' } }), disciplined),
      'dimension "form" has no code "warnings" (did you mean "warning"?)',
    ],
    [
      rule.partOfWhole(figure('gifts', { unit: 'VNDD' }), disciplined),
      'indicator "gifts" has no unit "VNDD" (did you mean "VND"?)',
    ],
    [
      rule.sameFact(disciplined, figure('gifts', { sumOver: 'form' })),
      'indicator "gifts" has no dimension "form"',
    ],
    [
      rule.average(disciplined, disciplined, figure('members-disciplined', { each: 'form' })),
      'it is not about each part by "form", as "members-disciplined" in it is',
    ],
    [rule.sumAcross(disciplined, [revenue]), 'it adds figures of different units (person, VND)'],
    [
      rule.stockFlow(disciplined, { in: [disciplined], out: [revenue] }),
      'it adds figures of different units (person, VND)',
    ],
    [
      rule.weightedTotal(disciplined, 'budget-revenue', 'source', { domestc: '1' }),
      'dimension "source" has no code "domestc" (did you mean "domestic"?)',
    ],
    [
      rule.weightedTotal(disciplined, 'budget-revenue', 'source', { domestic: '1,5' }),
      'the weight "1,5" of "domestic" is no plain number',
    ],
    [
      rule.partOfWhole(disciplined, figure('members', { agency: 'party-building' })),
      'agency "party-building" is none whose figures these rules can see: rules between agencies are a list of the office',
    ],
  ])('when the catalogue contradicts one, then the agency cannot be defined with it', (declared, reason) => {
    expect(() =>
      assertRulesFit([rule.totalOfParts('members-disciplined', 'level'), declared], catalogue),
    ).toThrow(`Rule "${declared.code}" does not fit the catalogue: ${reason}.`);
  });

  it('when one is declared twice, then that is a fault too', () => {
    const twice = [
      rule.totalOfParts('members-disciplined', 'form'),
      rule.totalOfParts('members-disciplined', 'form'),
    ];

    expect(() => assertRulesFit(twice, catalogue)).toThrow(
      'Rule "total-of-parts:members-disciplined:form" does not fit the catalogue: it is declared twice.',
    );
  });

  it('when all fit, then nothing is said', () => {
    const fitting = [
      rule.totalOfParts('members-disciplined', ['form', 'level']),
      rule.weightedTotal(disciplined, 'budget-revenue', 'source', { domestic: '1.5' }),
      rule.partOfWhole(figure('members-disciplined', { each: 'form' }), disciplined),
      rule.partOfWhole(figure('gifts', { unit: 'VND' }), figure('budget-revenue', { sumOver: 'source' })),
      ...rule.statedComparisons(),
    ];

    expect(() => assertRulesFit(fitting, catalogue)).not.toThrow();
  });
});

describe('given a rule between agencies', () => {
  const between = rule.sumAcross(figure('gifts', { agency: 'one' }), [revenue]);

  it('when each figure is looked up in the catalogue of its agency, then it is judged as a whole', () => {
    expect(misfitOf(between, () => catalogue)).toBe('it adds figures of different units (gift, VND)');
  });

  it('when the catalogue of one is not seen, then only what the others count is judged', () => {
    const seen = (agency: string | null) => (agency === 'one' ? 'UNSEEN' : catalogue);
    const strange = rule.sumAcross(figure('gifts', { agency: 'one' }), [figure('revenues')]);

    expect(misfitOf(between, seen)).toBeNull();
    expect(misfitOf(strange, seen)).toBe('the catalogue has no indicator "revenues"');
  });
});
