import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  checkExpression,
  evaluateRules,
  rule,
  type Comparison,
  type Observation,
  type Rule,
} from '../../../../schema/values/index.ts';
import { givenComparison } from '../../../support/given.ts';
import { earlier, givenRuleWords, givenScope, givenShownBook, part, told } from '../../../support/rules.ts';
import { anyPrinting, printed, type Printing } from '../checks/arbitraries.ts';

const WORDS = givenRuleWords();
const SOURCES = ['domestic', 'customs', 'fees'] as const;
const EITHER = { partsMayBeNegative: true } as const;
const RULES: readonly Rule[] = [
  rule.totalOfParts('budget-revenue', 'source', EITHER),
  rule.structure('budget-revenue', 'source', EITHER),
  rule.growthWithinParts('budget-revenue', 'source', EITHER),
  ...rule.statedComparisons({ mayBeNegative: ['budget-revenue'] }),
];

/** A part before and now, either of which may be below zero, and what is told of it. */
interface Part {
  readonly before: bigint;
  readonly now: bigint;
  readonly isTold: boolean;
  readonly hasValue: boolean;
}

const anySigned = fc.bigInt(-20n, 200n).filter((number) => number !== 0n);
const anyPart: fc.Arbitrary<Part> = fc.record({
  before: anySigned,
  now: anySigned,
  isTold: fc.boolean(),
  hasValue: fc.boolean(),
});
const sumOf = (numbers: readonly bigint[]) => numbers.reduce((sum, one) => sum + one, 0n);
const anyParts = fc
  .tuple(anyPart, anyPart, anyPart)
  .filter(
    (parts) => sumOf(parts.map(({ before }) => before)) !== 0n && sumOf(parts.map(({ now }) => now)) !== 0n,
  );

/** What a report and last year's tell of a total and its parts, each number in the next way of the list. */
function worldOf(parts: readonly Part[], ways: readonly Printing[], isTimes: boolean) {
  let turn = 0;
  const way = () => ways[turn++ % ways.length]!;
  const ratio = (numerator: bigint, denominator: bigint) =>
    printed(denominator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator, {
      ...way(),
      unitMultiplier: 0,
    }).value;
  const total = { before: sumOf(parts.map((one) => one.before)), now: sumOf(parts.map((one) => one.now)) };
  const growth = ({ now, before }: typeof total, times: boolean): Comparison =>
    times
      ? givenComparison({ measure: 'TIMES', unit: 'times', value: ratio(now, before) })
      : givenComparison({ value: ratio(100n * (now - before), before) });
  const share = (now: bigint): Comparison =>
    givenComparison({
      against: 'WHOLE',
      baseTime: null,
      measure: 'SHARE',
      value: ratio(100n * now, total.now),
    });
  const isOpen = parts.some(({ isTold }) => !isTold);
  const openDimensions = isOpen ? ['source'] : [];
  const shown: Observation[] = [
    told('budget-revenue', null, {
      ...printed(total.now, 1n, way()),
      comparisons: [growth(total, isTimes)],
      openDimensions,
    }),
    ...parts.flatMap(({ now, before, isTold, hasValue }, index) => {
      const own = hasValue ? printed(now, 1n, way()) : {};
      const comparisons = [growth({ now, before }, false), share(now)];
      const change = { indicator: 'budget-revenue', ...own, comparisons };
      return isTold ? [part(`source=${SOURCES[index]!}`, null, change)] : [];
    }),
  ];
  const lastYear = [told('budget-revenue', null, { time: '2023-Q1', ...printed(total.before, 1n, way()) })];
  return givenScope(givenShownBook(shown, [earlier('2023-Q1', ...lastYear)]));
}

describe('given a total of exact parts of which some may be below zero', () => {
  it('when some of them are told and each number is printed anyhow, then there is no conflict', () => {
    const manyWays = fc.array(anyPrinting, { minLength: 5, maxLength: 9 });

    fc.assert(
      fc.property(anyParts, manyWays, fc.boolean(), (parts, ways, isTimes) => {
        const conflicts = evaluateRules(RULES, worldOf(parts, ways, isTimes)).filter(
          ({ finding }) => finding.verdict === 'CONFLICT',
        );

        expect(conflicts.map((outcome) => checkExpression(outcome, () => WORDS, 'EN'))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
