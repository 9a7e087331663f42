import fc from 'fast-check';

import {
  figure,
  rule,
  type Comparison,
  type Decimal,
  type Observation,
  type Rule,
  type RuleScope,
} from '../../../../schema/values/index.ts';
import { givenComparison, type Plain } from '../../../support/given.ts';
import { earlier, givenScope, givenShownBook, part, told } from '../../../support/rules.ts';

/** Numbers from 1 upwards that a world is made of. */
export type Exact = readonly [bigint, bigint, bigint, bigint];

const anyNumber = fc.oneof(fc.bigInt(1n, 60n), fc.bigInt(1n, 10n ** 9n));
export const anyExact: fc.Arbitrary<Exact> = fc.tuple(anyNumber, anyNumber, anyNumber, anyNumber);

/** Digits and power of ten of a number. */
export type Digits = Readonly<{ value: Decimal; unitMultiplier: number }>;

/** How a figure and how a ratio is printed, each time that it is asked. */
export interface Printer {
  readonly figure: (numerator: bigint, denominator?: bigint) => Digits;
  readonly ratio: (numerator: bigint, denominator: bigint) => Digits;
}

/** What is told of a report and of the time before it. */
export interface World {
  readonly shown: readonly Observation[];
  readonly lastYear: readonly Observation[];
  readonly lastQuarter: readonly Observation[];
}

const [own, average, total] = [figure('enterprises'), figure('average-capital'), figure('capital')];

/** Rules of every kind, all of which are true of a world. */
export const WORLD_RULES: readonly Rule[] = [
  rule.totalOfParts('members-disciplined', 'form'),
  rule.totalOfParts('members-disciplined', 'level'),
  rule.totalOfParts('members-disciplined', ['form', 'level']),
  rule.totalOfParts('budget-revenue', 'source'),
  rule.weightedTotal(figure('commission-members'), 'commissions', 'size', { five: '5', three: '3' }),
  rule.sumAcross(figure('harvest'), [figure('pupils'), figure('prize-winners')]),
  rule.structure('budget-revenue', 'source'),
  rule.growthWithinParts('budget-revenue', 'source'),
  rule.average(average, total, own),
  rule.growthOfQuotient(total, own, average),
  rule.rate(figure('prize-rate'), figure('prize-winners'), figure('pupils')),
  rule.partOfWhole(figure('prize-winners'), figure('pupils')),
  rule.sameFact(figure('yield'), figure('pupils')),
  rule.stockFlow(figure('members'), { in: [figure('members-admitted')], out: [figure('members-left')] }),
  ...rule.statedComparisons(),
  rule.notBelowZero(),
];

/** A world in which every rule is true of the exact numbers, each of which is then printed. */
export function worldOf([a, b, c, d]: Exact, print: Printer): World {
  const { figure: f, ratio: r } = print;
  const share = (part_: bigint, whole: bigint) =>
    stated(r(100n * part_, whole), { against: 'WHOLE', baseTime: null, measure: 'SHARE' });
  const growth = (now: bigint, before: bigint) => stated(r(100n * (now - before), before), {});
  const times = (now: bigint, before: bigint) => stated(r(now, before), { measure: 'TIMES', unit: 'times' });
  const attainment = stated(r(100n * a, d), { against: 'PLAN', baseTime: null, measure: 'ATTAINMENT' });
  const disciplined = (codes: string, number: bigint, ...comparisons: readonly Comparison[]) =>
    part(codes, null, { ...f(number), comparisons });
  const revenue = (code: string, number: bigint, ...comparisons: readonly Comparison[]) =>
    part(`source=${code}`, null, { indicator: 'budget-revenue', ...f(number), comparisons });
  const of = (indicator: string, digits: Digits, change: Plain<Observation> = {}) =>
    told(indicator, null, { ...digits, ...change });
  return {
    shown: [
      of('members-disciplined', f(a + b + c)),
      disciplined('form=reprimand', a + b, share(a + b, a + b + c)),
      disciplined('form=warning', c, share(c, a + b + c)),
      disciplined('level=branch', a),
      disciplined('level=group', c),
      disciplined('level=province', b),
      disciplined('form=reprimand;level=grassroots', a),
      disciplined('form=reprimand;level=province', b),
      disciplined('form=warning;level=grassroots', c),
      of('budget-revenue', f(a + b), { comparisons: [growth(a + b, c + d)] }),
      revenue('domestic', a, share(a, a + b), growth(a, c)),
      revenue('customs', b, share(b, a + b), growth(b, d)),
      of('commission-members', f(5n * a + 3n * b)),
      of('commissions', f(a + b)),
      part('size=five', null, { indicator: 'commissions', ...f(a) }),
      part('size=three', null, { indicator: 'commissions', ...f(b) }),
      of('capital', f(a), { comparisons: [times(a, c), attainment] }),
      of('capital', f(d), { setBy: 'tỉnh', stage: 'PLANNED' }),
      of('enterprises', f(b), { comparisons: [growth(b, d)] }),
      of('average-capital', f(a, b), { comparisons: [times(a * d, b * c)] }),
      of('pupils', f(a + b)),
      of('prize-winners', f(a)),
      of('prize-rate', r(100n * a, a + b)),
      of('harvest', f(2n * a + b)),
      of('yield', f(a + b)),
      of('members', f(a + c)),
      of('members-admitted', f(a)),
      of('members-left', f(d)),
    ],
    lastYear: [
      of('budget-revenue', f(c + d), { time: '2023-Q1' }),
      part('source=domestic', null, { indicator: 'budget-revenue', time: '2023-Q1', ...f(c) }),
      part('source=customs', null, { indicator: 'budget-revenue', time: '2023-Q1', ...f(d) }),
      of('capital', f(c), { time: '2023-Q1' }),
      of('enterprises', f(d), { time: '2023-Q1' }),
      of('average-capital', f(c, d), { time: '2023-Q1' }),
    ],
    lastQuarter: [of('members', f(c + d), { time: '2023-Q4' })],
  };
}

/** A report on such a world. */
export function scopeOf({ shown, lastYear, lastQuarter }: World): RuleScope {
  return givenScope(
    givenShownBook(shown, [earlier('2023-Q1', ...lastYear), earlier('2023-Q4', ...lastQuarter)]),
  );
}

/** The world with each of its figures, of whatever time, changed. */
export function changed(
  { shown, lastYear, lastQuarter }: World,
  change: (observation: Observation, index: number) => Observation,
): World {
  const past = shown.length + lastYear.length;
  return {
    shown: shown.map(change),
    lastYear: lastYear.map((one, index) => change(one, shown.length + index)),
    lastQuarter: lastQuarter.map((one, index) => change(one, past + index)),
  };
}

function stated({ value }: Digits, change: Plain<Comparison>): Comparison {
  return givenComparison({ value, ...change });
}
