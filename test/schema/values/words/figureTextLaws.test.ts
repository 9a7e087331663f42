import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  COMPARISON_BASES,
  COMPARISON_MEASURES,
  figureText,
  LOCALES,
  MISSING_REASONS,
  QUALIFIERS,
  STAGES,
  type Label,
  type Locale,
  type Qualifier,
  type SaidComparison,
  type SaidFigure,
  type SaidNumber,
  type SaidPart,
  type Stage,
} from '../../../../schema/values/index.ts';
import { anyDecimal, anyPeriod } from '../../../support/arbitraries.ts';
import { MEMBERS, PERCENT } from '../../../support/said.ts';

const QUALIFIER_WORDS: Readonly<Record<Qualifier, Label>> = {
  NEARLY: { VI: 'gần', EN: 'nearly' },
  ABOUT: { VI: 'khoảng', EN: 'about' },
  OVER: { VI: 'trên', EN: 'over' },
  AT_LEAST: { VI: 'ít nhất', EN: 'at least' },
  AT_MOST: { VI: 'không quá', EN: 'at most' },
};
const STAGE_WORDS: Readonly<Record<Stage, Label>> = {
  PLANNED: { VI: 'kế hoạch', EN: 'planned' },
  ESTIMATED: { VI: 'ước', EN: 'estimated' },
  PRELIMINARY: { VI: 'sơ bộ', EN: 'preliminary' },
  FINAL: { VI: '', EN: '' },
};

const number: fc.Arbitrary<SaidNumber> = fc.record({
  value: anyDecimal,
  unitMultiplier: fc.nat(15),
  qualifier: fc.constantFrom(null, ...QUALIFIERS),
  noun: fc.constantFrom(MEMBERS, PERCENT),
});
const part: fc.Arbitrary<SaidPart> = fc
  .tuple(number, fc.constantFrom(...STAGES))
  .map(([said, stage]) => ({ ...said, stage, label: { VI: 'Phần', EN: 'Part' } }));
const comparison: fc.Arbitrary<SaidComparison> = fc
  .record({
    against: fc.constantFrom(...COMPARISON_BASES),
    baseTime: fc.option(anyPeriod),
    setBy: fc.constantFrom(null, 'Tỉnh'),
    peer: fc.constantFrom(null, 'Cả nước'),
    measure: fc.constantFrom(...COMPARISON_MEASURES),
    said: number,
  })
  .map(({ said, ...rest }) => ({ ...said, ...rest }));
/** Figures that say something, of every kind. */
const anyFigure: fc.Arbitrary<SaidFigure> = fc
  .record({
    number: fc.option(number),
    stage: fc.constantFrom(...STAGES),
    setBy: fc.constantFrom(null, 'Trung ương'),
    missing: fc.constantFrom(null, ...MISSING_REASONS),
    comparisons: fc.array(comparison, { maxLength: 3 }),
    parts: fc.array(part, { maxLength: 3 }),
    hasMoreParts: fc.boolean(),
  })
  .map((figure) => (figure.number ? { ...figure, missing: null } : figure))
  .filter(
    ({ number: own, missing, comparisons }) => own !== null || missing !== null || comparisons.length > 0,
  );

/** How often a word stands in a text. */
const count = (text: string, word: string): number => text.split(word).length - 1;

/** All numbers that a text must hold: its own, of its parts, of its comparisons. */
const numbersOf = ({ number: own, parts, comparisons }: SaidFigure): SaidNumber[] => [
  ...(own ? [own, ...parts] : []),
  ...comparisons,
];

const holds = (check: (figure: SaidFigure, text: string, locale: Locale) => void) => {
  for (const locale of LOCALES) {
    fc.assert(fc.property(anyFigure, (figure) => check(figure, figureText(figure, locale), locale)));
  }
};

describe('given any figure', () => {
  it('when it is said, then every qualifier stands in the text as often as it qualifies a number', () => {
    holds((figure, text, locale) => {
      for (const qualifier of QUALIFIERS) {
        const expected = numbersOf(figure).filter((one) => one.qualifier === qualifier).length;

        expect(count(text, `${QUALIFIER_WORDS[qualifier][locale]} `)).toBe(expected);
      }
    });
  });

  it('when it is said, then its stage stands at the beginning', () => {
    holds((figure, text, locale) => {
      expect(text.startsWith(STAGE_WORDS[figure.stage][locale])).toBe(true);
    });
  });

  it('when a part is of another stage than its total, then that is said as well', () => {
    holds((figure, text, locale) => {
      const other = figure.number ? figure.parts.filter(({ stage }) => stage !== figure.stage) : [];
      for (const { stage } of other) {
        const word = stage === 'FINAL' ? { VI: 'chính thức', EN: 'final' } : STAGE_WORDS[stage];

        expect(text).toContain(`${locale === 'VI' ? 'phần' : 'part'} ${word[locale]}`);
      }
    });
  });

  it('when it is said, then who set it is named, and nothing is left unsaid', () => {
    holds((figure, text) => {
      expect(count(text, 'Trung ương')).toBe(figure.setBy === null ? 0 : 1);
      expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|^ | $|\( | \)|, ,|, $/);
    });
  });

  it('when two differ in stage or qualifier alone, then their texts differ', () => {
    fc.assert(
      fc.property(
        anyFigure.filter(({ number: own }) => own !== null),
        fc.constantFrom(...STAGES),
        fc.constantFrom(null, ...QUALIFIERS),
        fc.constantFrom(...LOCALES),
        (figure, stage, qualifier, locale) => {
          const other: SaidFigure = { ...figure, stage, number: { ...figure.number!, qualifier } };
          const isSame = figure.stage === stage && figure.number?.qualifier === qualifier;

          expect(figureText(other, locale) === figureText(figure, locale)).toBe(isSame);
        },
      ),
    );
  });
});
