import { describe, expect, it } from 'vitest';

import {
  checkExpression,
  checkSides,
  evaluateRules,
  figure,
  figureLabel,
  figureNumber,
  LOCALES,
  rule,
  type CheckOutcome,
  type Observation,
  type Rule,
} from '../../../../schema/values/index.ts';
import { givenComparison } from '../../../support/given.ts';
import { earlier, givenRuleWords, givenScope, givenShownBook, part, told } from '../../../support/rules.ts';
import { written } from '../checks/printed.ts';

const WORDS = givenRuleWords();
const words = () => WORDS;

function firstOutcome(declared: Rule, ...shown: readonly Observation[]): CheckOutcome {
  const book = givenShownBook(shown, [earlier('2023-Q4', told('members', '100', { time: '2023-Q4' }))]);
  return evaluateRules([declared], givenScope(book))[0]!;
}

const [growth] = rule.statedComparisons() as [Rule];
const byForm = rule.totalOfParts('members-disciplined', 'form');
const capital = (value: string, change = {}) => told('capital', value, { unitMultiplier: 9, ...change });
const grown = (value: string, change = {}) => ({ comparisons: [givenComparison({ value, ...change })] });

describe('given what a check has found', () => {
  it.each<[string, CheckOutcome, string, string]>([
    [
      'a sum that holds',
      firstOutcome(
        byForm,
        told('members-disciplined', '39'),
        part('form=reprimand', '29'),
        part('form=warning', '10'),
      ),
      '39 = 29 + 10',
      '39 = 29 + 10',
    ],
    [
      'a sum that does not',
      firstOutcome(
        byForm,
        told('members-disciplined', '1039'),
        part('form=reprimand', '1029'),
        part('form=warning', '9'),
      ),
      '1.039 ≠ 1.029 + 9 = 1.038',
      '1,039 ≠ 1,029 + 9 = 1,038',
    ],
    [
      'a sum of an open list',
      firstOutcome(
        byForm,
        told('members-disciplined', '3', { openDimensions: ['form'] }),
        part('form=warning', '2'),
      ),
      '3 ≟ 2 + …',
      '3 ≟ 2 + …',
    ],
    [
      'a product within rounding',
      firstOutcome(
        rule.average(figure('average-capital'), figure('capital'), figure('enterprises')),
        told('average-capital', '7.1', { unitMultiplier: 9 }),
        capital('1636', { qualifier: 'NEARLY' }),
        told('enterprises', '230', { qualifier: 'NEARLY' }),
      ),
      'gần 1.636 tỷ ≈ gần 230 × 7,1 tỷ = 1.633 tỷ',
      'nearly 1,636 billion ≈ nearly 230 × 7.1 billion = 1,633 billion',
    ],
    [
      'a product with a constant',
      firstOutcome(
        rule.weightedTotal(figure('commission-members'), 'commissions', 'size', { five: '5', three: '3' }),
        told('commission-members', '30'),
        part('size=five', '3', { indicator: 'commissions' }),
        part('size=three', '5', { indicator: 'commissions' }),
      ),
      '30 = 3 × 5 + 5 × 3',
      '30 = 3 × 5 + 5 × 3',
    ],
    [
      'a limit that is kept',
      firstOutcome(
        rule.partOfWhole(figure('prize-winners'), figure('pupils')),
        told('prize-winners', '5'),
        told('pupils', '9'),
      ),
      '5 ≤ 9',
      '5 ≤ 9',
    ],
    [
      'a limit that is broken',
      firstOutcome(
        rule.partOfWhole(figure('prize-winners'), figure('pupils')),
        told('prize-winners', '9'),
        told('pupils', '5'),
      ),
      '9 > 5',
      '9 > 5',
    ],
    ['a number below zero', firstOutcome(rule.notBelowZero(), told('pupils', '-5')), '0 > -5', '0 > -5'],
    [
      'a decrease without a base',
      firstOutcome(growth, capital('47388', grown('-0.43'))),
      '47.388 tỷ ≟ ? × (100% − 0,43%)',
      '47,388 billion ≟ ? × (100% − 0.43%)',
    ],
    [
      'a decrease with a qualifier',
      firstOutcome(growth, capital('47388', grown('-10', { qualifier: 'NEARLY' }))),
      '47.388 tỷ ≟ ? × (100% − gần 10%)',
      '47,388 billion ≟ ? × (100% − nearly 10%)',
    ],
    [
      'a growth that no whole base explains',
      firstOutcome(growth, told('pupils', '38', grown('15.5'))),
      '38 ≠ 33 × (100% + 15,5%) = 38,115',
      '38 ≠ 33 × (100% + 15.5%) = 38.115',
    ],
    [
      'the growth of a quotient',
      firstOutcome(
        rule.growthOfQuotient(figure('capital'), figure('enterprises'), figure('average-capital')),
        capital('5', grown('17')),
        told('enterprises', '5', grown('8.4')),
        told('average-capital', '5', grown('9')),
      ),
      '100% + 17% = 117% ≠ (100% + 8,4%) × (100% + 9%) = 118,156%',
      '100% + 17% = 117% ≠ (100% + 8.4%) × (100% + 9%) = 118.156%',
    ],
    [
      'a stock with what went out',
      firstOutcome(
        rule.stockFlow(figure('members'), {
          in: [figure('members-admitted')],
          out: [figure('members-left')],
        }),
        told('members', '97'),
        told('members-admitted', '2'),
        told('members-left', '4'),
      ),
      '97 ≠ 100 + 2 − 4 = 98',
      '97 ≠ 100 + 2 − 4 = 98',
    ],
    [
      'a structure',
      firstOutcome(
        rule.structure('budget-revenue', 'source'),
        part('source=domestic', null, {
          indicator: 'budget-revenue',
          ...grown('58.1', { measure: 'SHARE', against: 'WHOLE' }),
        }),
        part('source=customs', null, {
          indicator: 'budget-revenue',
          ...grown('42.1', { measure: 'SHARE', against: 'WHOLE' }),
        }),
      ),
      '100% ≠ 58,1% + 42,1% = 100,2%',
      '100% ≠ 58.1% + 42.1% = 100.2%',
    ],
  ])('when %s is said, then so is its arithmetic', (_what, outcome, vietnamese, english) => {
    expect(LOCALES.map((locale) => checkExpression(outcome, words, locale))).toEqual([vietnamese, english]);
  });
});

describe('given both sides of a check', () => {
  const sidesOf = (outcome: CheckOutcome) =>
    checkSides(outcome, words).map(({ text, interval }) => [text('VI'), text('EN'), written(interval)]);

  it('when they are money, then they are in the multiplier of the first figure', () => {
    const average = rule.average(figure('average-capital'), figure('capital'), figure('enterprises'));
    const outcome = firstOutcome(
      average,
      told('average-capital', '7100', { unitMultiplier: 6 }),
      capital('1633'),
      told('enterprises', '230'),
    );

    expect(sidesOf(outcome)).toEqual([
      ['1.633 tỷ đồng', '1,633 billion dong', '[1632.5; 1633.5]'],
      ['1.633 tỷ đồng', '1,633 billion dong', '[1632.885; 1633.115]'],
    ]);
  });

  it('when they are counts, then what is counted is said', () => {
    const outcome = firstOutcome(byForm, told('members-disciplined', '3'), part('form=warning', '1'));

    expect(sidesOf(outcome)).toEqual([
      ['3 đảng viên', '3 Party members', '[3; 3]'],
      ['1 đảng viên', '1 Party member', '[1; 1]'],
    ]);
  });

  it('when they are factors of growth, then they are in percent of the base', () => {
    const quotient = rule.growthOfQuotient(
      figure('capital'),
      figure('enterprises'),
      figure('average-capital'),
    );
    const outcome = firstOutcome(
      quotient,
      capital('5', grown('17')),
      told('enterprises', '5', grown('8')),
      told('average-capital', '5', grown('9')),
    );

    expect(sidesOf(outcome)).toEqual([
      ['117%', '117%', '[116.5; 117.5]'],
      ['117,72%', '117.72%', '[116.6375; 118.8075]'],
    ]);
  });

  it('when a figure that they need is not held, then there are none', () => {
    expect(sidesOf(firstOutcome(growth, capital('5', grown('17'))))).toEqual([]);
  });
});

describe('given a figure of a check', () => {
  const [total, ofForm] = firstOutcome(
    byForm,
    told('members-disciplined', '3'),
    part('form=warning', '3'),
  ).figures;

  it('when it is said, then by indicator and parts, and by its number alone', () => {
    expect(LOCALES.map((locale) => figureLabel(ofForm!, words, locale))).toEqual([
      'Đảng viên bị kỷ luật, cảnh cáo',
      'Members disciplined, warning',
    ]);
    expect(LOCALES.map((locale) => figureNumber(total!, words, locale))).toEqual(['3', '3']);
  });

  it('when the words of its agency are not known, then its codes are said', () => {
    expect(figureLabel(ofForm!, () => null, 'VI')).toBe('members-disciplined, form=warning');
  });

  it('when it is not held, then its number is "?"', () => {
    expect(figureNumber({ ...total!, fact: null }, words, 'VI')).toBe('?');
  });
});
