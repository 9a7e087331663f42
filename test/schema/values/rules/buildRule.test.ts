import { describe, expect, it } from 'vitest';

import { figure, rule, RULE_SOURCES, termsOf, type Rule } from '../../../../schema/values/index.ts';

const a = figure('a');
const b = figure('b', { agency: 'party-building', breakdown: { form: 'warning' } });
const c = figure('c', { about: 'area', each: 'level', sumOver: 'form', unit: 'VND' });
const words = { VI: 'Như thế', EN: 'So it is' };

describe('given a rule that is declared', () => {
  it.each<[string, Rule]>([
    ['total-of-parts:a:form', rule.totalOfParts('a', 'form')],
    ['total-of-parts:a:form:level', rule.totalOfParts('a', ['form', 'level'])],
    ['weighted-total:a:counted:size', rule.weightedTotal(a, 'counted', 'size', { five: '5' })],
    ['sum-across:a:party-building/b/form=warning:c/level;sum form/VND/area', rule.sumAcross(a, [b, c])],
    ['structure:a:form', rule.structure('a', 'form')],
    ['part-of-whole:a:party-building/b/form=warning', rule.partOfWhole(a, b)],
    ['same-fact:a:c/level;sum form/VND/area', rule.sameFact(a, c)],
    ['not-below-zero', rule.notBelowZero()],
    ['growth', rule.statedComparisons()[0]!],
    ['attainment', rule.statedComparisons()[1]!],
    ['share', rule.statedComparisons()[2]!],
    ['rate:a:a:a', rule.rate(a, a, a)],
    ['average:a:a:a', rule.average(a, a, a)],
    ['growth-of-quotient:a:a:a', rule.growthOfQuotient(a, a, a)],
    ['growth-within-parts:a:form', rule.growthWithinParts('a', 'form')],
    ['stock-flow:a', rule.stockFlow(a, { in: [b], out: [c] })],
  ])('when it is of its kind, then its code is "%s"', (code, declared) => {
    expect(declared.code).toBe(code);
  });

  it('when two figures differ in their unit only, then so do the codes of rules about them', () => {
    const gifts = rule.partOfWhole(figure('gifts'), a).code;
    const money = rule.partOfWhole(figure('gifts', { unit: 'VND' }), a).code;

    expect([gifts, money]).toEqual(['part-of-whole:gifts:a', 'part-of-whole:gifts/VND:a']);
  });

  it('when nothing is said beyond its kind, then a conflict is an error against the definitions', () => {
    const { severity, source, words: own } = rule.partOfWhole(a, b);

    expect([severity, source, own]).toEqual(['ERROR', RULE_SOURCES.DEFINITION, null]);
  });

  it('when severity, source and words are given, then it has these', () => {
    const options = { severity: 'WARNING', source: RULE_SOURCES.OFFICE, words } as const;

    expect(rule.partOfWhole(a, b, options)).toMatchObject(options);
  });

  it('when nothing is said of signs, then no part and no indicator is below zero', () => {
    const either = { partsMayBeNegative: true };

    expect(rule.totalOfParts('a', 'form')).toMatchObject({ partsMayBeNegative: false });
    expect(rule.totalOfParts('a', 'form', either)).toMatchObject(either);
    expect(rule.structure('a', 'form', either)).toMatchObject(either);
    expect(rule.growthWithinParts('a', 'form', either)).toMatchObject(either);
    expect(rule.statedComparisons()[0]).toMatchObject({ mayBeNegative: [] });
    expect(rule.statedComparisons({ mayBeNegative: ['a'] })[2]).toMatchObject({ mayBeNegative: ['a'] });
  });

  it('when stated comparisons are declared, then arithmetic is their source', () => {
    expect(rule.statedComparisons().map(({ source }) => source)).toEqual([
      RULE_SOURCES.ARITHMETIC,
      RULE_SOURCES.ARITHMETIC,
      RULE_SOURCES.ARITHMETIC,
    ]);
  });
});

describe('given a figure of a rule', () => {
  it('when only the indicator is named, then the own total of the organisation in the first unit is meant', () => {
    expect(a).toEqual({
      agency: null,
      indicator: 'a',
      breakdown: {},
      unit: null,
      about: 'organisation',
      each: null,
      sumOver: null,
    });
  });
});

describe('given a rule that names figures', () => {
  it.each<[Rule, readonly unknown[]]>([
    [rule.weightedTotal(a, 'counted', 'size', {}), [a]],
    [rule.sumAcross(a, [b, c]), [a, b, c]],
    [rule.partOfWhole(a, b), [a, b]],
    [rule.sameFact(a, b), [a, b]],
    [rule.rate(a, b, c), [a, b, c]],
    [rule.average(a, b, c), [a, b, c]],
    [rule.growthOfQuotient(a, b, c), [a, b, c]],
    [rule.stockFlow(a, { in: [b], out: [c] }), [a, b, c]],
    [rule.totalOfParts('a', 'form'), []],
    [rule.notBelowZero(), []],
  ])('when its figures are listed, then the subject comes first', (declared, expected) => {
    expect(termsOf(declared)).toEqual(expected);
  });
});
