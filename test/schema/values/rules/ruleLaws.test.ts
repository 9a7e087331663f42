import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  checkExpression,
  decimalFromParts,
  decimalParts,
  evaluateRules,
  shiftDecimal,
  type CheckOutcome,
  type Comparison,
  type Decimal,
  type Observation,
} from '../../../../schema/values/index.ts';
import { givenRuleWords } from '../../../support/rules.ts';
import { anyPrinting, printed, type Printing } from '../checks/arbitraries.ts';
import { anyExact, changed, scopeOf, WORLD_RULES, worldOf, type Printer, type World } from './worlds.ts';

const WORDS = givenRuleWords();
const judge = (world: World): readonly CheckOutcome[] => evaluateRules(WORLD_RULES, scopeOf(world));

/** Every outcome by what it is about, as far as it does not hang on the order of the figures. */
const verdictsOf = (world: World): ReadonlyMap<string, CheckOutcome['finding']> =>
  new Map(judge(world).map((outcome) => [keyOf(outcome), outcome.finding]));

function keyOf({ rule, figures, time }: CheckOutcome): string {
  const named = figures.map(({ indicator, breakdown, fact, comparison }) =>
    JSON.stringify([
      indicator,
      Object.entries(breakdown).sort(),
      fact?.observation.setBy,
      comparison?.measure,
    ]),
  );
  // Of a growth within parts the side that is shown may change; its subject stays.
  return [rule.code, time, rule.kind === 'GROWTH_WITHIN_PARTS' ? named[0] : named.sort().join()].join('|');
}

/** Each number takes the next way of the list. */
function printerOf(ways: readonly Printing[]): Printer {
  let turn = 0;
  const next = (): Printing => ways[turn++ % ways.length]!;
  return {
    figure: (numerator, denominator = 1n) => printed(numerator, denominator, next()),
    ratio: (numerator, denominator) => printed(numerator, denominator, { ...next(), unitMultiplier: 0 }),
  };
}

const anyPrinter = fc.array(anyPrinting, { minLength: 7, maxLength: 11 }).map(printerOf);
const EXACT: Printing = { decimals: 0, unitMultiplier: 0, dropping: 'HALF_EVEN' };
/** Whole numbers in full, ratios with so many decimals that short ones are exact. */
const exactly: Printer = {
  figure: (numerator, denominator = 1n) =>
    printed(numerator, denominator, denominator === 1n ? EXACT : { ...EXACT, decimals: 4 }),
  ratio: (numerator, denominator) => printed(numerator, denominator, { ...EXACT, decimals: 4 }),
};

type Printed = Pick<Observation | Comparison, 'value' | 'unitMultiplier' | 'qualifier'>;

/** The figure and each comparison stated with it, printed in another way. */
function reprint(
  observation: Observation,
  change: <Of extends Printed>(one: Of, unit: string) => Of,
): Observation {
  const comparisons = observation.comparisons.map((one) => change(one, one.unit));
  return { ...change(observation, observation.unit), comparisons };
}

const isCount = (unit: string): boolean => WORDS.units.get(unit)?.kind === 'COUNT';

describe('given a world of exact numbers of which every rule is true', () => {
  it('when each number is printed anyhow, then there is no conflict', () => {
    fc.assert(
      fc.property(anyExact, anyPrinter, (exact, printer) => {
        const conflicts = judge(worldOf(exact, printer)).filter(
          ({ finding }) => finding.verdict === 'CONFLICT',
        );

        expect(conflicts.map((outcome) => checkExpression(outcome, () => WORDS, 'EN'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('when each number is printed exactly, then rules of every kind speak and sums of whole numbers hold', () => {
    const outcomes = judge(worldOf([12n, 4n, 6n, 8n], exactly));

    expect(new Set(outcomes.map(({ rule }) => rule.code)).size).toBe(WORLD_RULES.length);
    expect(outcomes.filter(({ finding }) => finding.verdict === 'NOT_TESTABLE')).toEqual([]);
    expect(
      outcomes.filter(
        ({ rule, finding }) => /TOTAL|SUM|STOCK/.test(rule.kind) && finding.verdict !== 'HOLDS',
      ),
    ).toEqual([]);
  });

  it('when some of its numbers are widened, then what held is no conflict', () => {
    const anyWidening = fc.array(fc.constantFrom('AS_IS', 'ABOUT', 'ROUNDED'), {
      minLength: 5,
      maxLength: 9,
    });

    fc.assert(
      fc.property(anyExact, anyWidening, (exact, ways) => {
        const world = worldOf(exact, exactly);
        const wide = changed(world, (one, index) => {
          const way = ways[index % ways.length];
          return way === 'AS_IS' ? one : reprint(one, way === 'ABOUT' ? about : rounded);
        });
        const after = verdictsOf(wide);

        for (const [key, { verdict }] of verdictsOf(world)) {
          if (verdict === 'HOLDS') expect([key, after.get(key)?.verdict]).not.toEqual([key, 'CONFLICT']);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** A world of which the rules are not true: some numbers are those of another world. */
const anyMixedWorld: fc.Arbitrary<World> = fc
  .tuple(anyExact, anyExact, anyPrinter, fc.array(fc.boolean(), { minLength: 5, maxLength: 9 }))
  .map(([exact, other, printer, own]) => {
    const foreign = worldOf(other, printer);
    const others = [...foreign.shown, ...foreign.lastYear, ...foreign.lastQuarter];
    return changed(worldOf(exact, printer), (one, index) => (own[index % own.length] ? one : others[index]!));
  });

describe('given a world of any numbers', () => {
  it('when its figures are told in another order, then the verdicts stay', () => {
    fc.assert(
      fc.property(anyMixedWorld, fc.infiniteStream(fc.nat(1000)), (world, ranks) => {
        const shuffled = world.shown
          .map((one) => [ranks.next().value, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);

        expect(sorted(verdictsOf({ ...world, shown: shuffled }))).toEqual(sorted(verdictsOf(world)));
      }),
      { numRuns: 40 },
    );
  });

  it('when its numbers have other multipliers for the same digits, then the verdicts stay', () => {
    fc.assert(
      fc.property(anyMixedWorld, fc.array(fc.nat(6), { minLength: 5, maxLength: 9 }), (world, more) => {
        const other = changed(world, (one, index) => ({
          ...one,
          value: one.value && shiftDecimal(one.value, -more[index % more.length]!),
          unitMultiplier: one.unitMultiplier + more[index % more.length]!,
        }));

        expect(sorted(verdictsOf(other))).toEqual(sorted(verdictsOf(world)));
      }),
      { numRuns: 40 },
    );
  });

  it('when a check is said in either language, then its relation is the same', () => {
    fc.assert(
      fc.property(anyMixedWorld, (world) => {
        for (const outcome of judge(world)) {
          const [vietnamese, english] = (['VI', 'EN'] as const).map((locale) =>
            checkExpression(outcome, () => WORDS, locale).replaceAll(/[^=≈≠≤>]/g, ''),
          );

          expect(vietnamese).toBe(english);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('when its numbers are printed more precisely, then a conflict stays', () => {
    const anySteps = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 5, maxLength: 9 });

    fc.assert(
      fc.property(anyMixedWorld, anySteps, (world, steps) => {
        const finer = changed(world, (one, index) =>
          reprint(one, (number, unit) => refined(number, steps[index % steps.length]!, isCount(unit))),
        );
        const after = verdictsOf(finer);

        for (const [key, { verdict }] of verdictsOf(world)) {
          if (verdict === 'CONFLICT') expect([key, after.get(key)?.verdict]).toEqual([key, 'CONFLICT']);
        }
      }),
      { numRuns: 40 },
    );
  });
});

function sorted(verdicts: ReadonlyMap<string, CheckOutcome['finding']>): readonly string[] {
  return [...verdicts].map(([key, { verdict, reason }]) => [key, verdict, reason].join(' ')).sort();
}

function about<Of extends Printed>(one: Of): Of {
  return { ...one, qualifier: 'ABOUT' };
}

/** With one digit less: 1853.4 for 1853.40, 12 nghìn for 12345 and so on. */
function rounded<Of extends Printed>(one: Of): Of {
  if (one.value === null) return one;
  const { digits, scale } = decimalParts(one.value);
  const magnitude = digits < 0n ? -digits : digits;
  const up = (magnitude + 5n) / 10n;
  const value = decimalFromParts({ digits: digits < 0n ? -up : up, scale: Math.max(scale - 1, 0) });
  return { ...one, value, unitMultiplier: one.unitMultiplier + (scale > 0 ? 0 : 1) };
}

/** With one decimal more, which is one of those that were rounded away; a whole thing is not divided. */
function refined<Of extends Printed>(one: Of, step: number, isOfCount: boolean): Of {
  if (one.value === null) return one;
  const { digits, scale } = decimalParts(one.value);
  if (isOfCount && scale >= one.unitMultiplier) return one;
  const value: Decimal = decimalFromParts({ digits: digits * 10n + BigInt(step), scale: scale + 1 });
  return { ...one, value };
}
