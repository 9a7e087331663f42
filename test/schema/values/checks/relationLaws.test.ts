import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  atMost,
  attainmentOf,
  averageOf,
  equal,
  growthBetween,
  growthOfQuotient,
  notBelowZero,
  partOfWhole,
  shareOf,
  stockFlow,
  structureSumsTo100,
  totalOfParts,
  weightedTotal,
  type Finding,
  type Operand,
} from '../../../../schema/values/index.ts';
import { anyOperand, anyWidening, widened } from './arbitraries.ts';

type Check = (a: Operand, b: Operand, c: Operand, d: Operand) => Finding;

const checks: [string, Check][] = [
  ['equal', (a, b) => equal(a, b)],
  ['atMost', (a, b) => atMost(a, b)],
  ['notBelowZero', (a) => notBelowZero(a)],
  ['partOfWhole', (a, b) => partOfWhole(a, b)],
  ['totalOfParts', (a, b, c, d) => totalOfParts(a, [b, c, d])],
  ['totalOfParts, open', (a, b, c, d) => totalOfParts(a, [b, c, d], 'OPEN')],
  ['totalOfParts, open to any sign', (a, b, c, d) => totalOfParts(a, [b, c, d], 'OPEN_TO_ANY_SIGN')],
  [
    'weightedTotal',
    (a, b, c, d) =>
      weightedTotal(
        a,
        [b, c].map((count) => ({ count, weight: d })),
      ),
  ],
  ['structureSumsTo100', (a, b, c, d) => structureSumsTo100([a, b, c, d])],
  ['stockFlow', (a, b, c, d) => stockFlow(a, b, [c], [d])],
  ['shareOf', (a, b, c) => shareOf(a, b, c)],
  ['attainmentOf', (a, b) => attainmentOf(a, b, null)],
  ['averageOf', (a, b, c) => averageOf(a, b, c)],
  ['averageOf an unknown count', (a, b) => averageOf(a, b, null)],
  ['percent change', (a, b, c) => growthBetween(a, b, { measure: 'PERCENT_CHANGE', change: c })],
  ['times', (a, b, c) => growthBetween(a, b, { measure: 'TIMES', change: c })],
  ['times of an unknown base', (a, b) => growthBetween(a, null, { measure: 'TIMES', change: b })],
  ['absolute change', (a, b, c) => growthBetween(a, b, { measure: 'ABSOLUTE_CHANGE', change: c })],
  [
    'absolute change of an unknown base',
    (a, b) => growthBetween(a, null, { measure: 'ABSOLUTE_CHANGE', change: b }),
  ],
  [
    'growthOfQuotient',
    (a, b, c) =>
      growthOfQuotient({
        total: { measure: 'TIMES', change: a },
        count: { measure: 'TIMES', change: b },
        average: { measure: 'PERCENT_CHANGE', change: c },
      }),
  ],
];

const fourOperands = fc.tuple(anyOperand, anyOperand, anyOperand, anyOperand);

describe('given any operands', () => {
  it.each(checks)('when those of %s are widened, then nothing becomes a conflict', (_name, check) => {
    const fourWidenings = fc.tuple(anyWidening, anyWidening, anyWidening, anyWidening);

    fc.assert(
      fc.property(fourOperands, fourWidenings, ([a, b, c, d], [v, w, x, y]) => {
        fc.pre(check(a, b, c, d).verdict !== 'CONFLICT');
        const wider = check(widened(a, v), widened(b, w), widened(c, x), widened(d, y));

        expect(wider.verdict).not.toBe('CONFLICT');
      }),
      { numRuns: 300, maxSkipsPerRun: 10_000 },
    );
  });

  it('when two are compared from either side, then the verdict is the same', () => {
    fc.assert(
      fc.property(anyOperand, anyOperand, (a, b) => {
        expect(equal(a, b).verdict).toBe(equal(b, a).verdict);
      }),
    );
  });

  it('when one is compared with itself, then it holds', () => {
    fc.assert(
      fc.property(anyOperand, (a) => {
        expect(equal(a, a).verdict).toBe('HOLDS');
      }),
    );
  });

  it('when parts are put in another order, then the verdict is the same', () => {
    const parts = fc
      .array(anyOperand, { minLength: 1, maxLength: 5 })
      .chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
        ),
      );

    fc.assert(
      fc.property(anyOperand, parts, fc.constantFrom('OPEN', 'CLOSED'), (total, [list, shuffled], kind) => {
        expect(totalOfParts(total, shuffled, kind).verdict).toBe(totalOfParts(total, list, kind).verdict);
      }),
    );
  });
});
