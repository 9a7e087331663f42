import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addDays,
  comparePeriods,
  containsPeriod,
  nextPeriod,
  parsePeriod,
  periodEnd,
  periodFrequency,
  periodStart,
  previousPeriod,
  samePeriodLastYear,
} from '../../../schema/values/index.ts';
import { anyPeriod, anyPeriodText } from '../../support/arbitraries.ts';

describe('given any period', () => {
  it('when its text is parsed, then it is accepted as it stands', () => {
    fc.assert(
      fc.property(anyPeriodText, (text) => {
        expect(parsePeriod(text)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('when it is moved to a neighbour or a year back, then that is a period with an accepted text', () => {
    fc.assert(
      fc.property(anyPeriod, (one) => {
        const moved = [nextPeriod(one), previousPeriod(one), samePeriodLastYear(one)];

        expect(moved.map(parsePeriod)).toEqual(moved.map((value) => ({ ok: true, value })));
      }),
    );
  });

  it('when the next one is taken, then it begins on the day after, without a gap', () => {
    fc.assert(
      fc.property(anyPeriod, (one) => {
        expect(periodStart(nextPeriod(one))).toBe(addDays(periodEnd(one), 1));
      }),
    );
  });

  it('when the next one is taken and then the previous, then it is the same', () => {
    fc.assert(
      fc.property(anyPeriod, (one) => {
        expect([previousPeriod(nextPeriod(one)), nextPeriod(previousPeriod(one))]).toEqual([one, one]);
      }),
    );
  });

  it('when it is moved, then it keeps its frequency', () => {
    fc.assert(
      fc.property(anyPeriod, (one) => {
        expect(periodFrequency(nextPeriod(one))).toBe(periodFrequency(one));
        expect(periodFrequency(samePeriodLastYear(one))).toBe(periodFrequency(one));
      }),
    );
  });

  it('when it is asked whether it contains itself, then it does', () => {
    fc.assert(fc.property(anyPeriod, (one) => containsPeriod(one, one)));
  });
});

describe('given any two periods', () => {
  it('when both cover the same days, then they have the same text', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        expect(comparePeriods(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('given every stretch of whole months from a month of 2023, up to three years long', () => {
  const stretches = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0')).flatMap(
    (month) => Array.from({ length: 36 }, (_, months) => `2023-${month}/P${months + 1}M`),
  );
  const otherTexts = ['2023', '2023-S1', '2023-S2', '2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'].concat(
    Array.from({ length: 12 }, (_, month) => `2023-${String(month + 1).padStart(2, '0')}`),
  );

  it('when all texts that mean it are parsed, then exactly one is accepted', () => {
    const texts = [...stretches, ...otherTexts];

    const acceptedTexts = texts.flatMap((text) => {
      const parsed = parsePeriod(text);
      return parsed.ok ? [`${periodStart(parsed.value)} ${periodEnd(parsed.value)}`] : [];
    });

    expect(new Set(acceptedTexts).size).toBe(12 * 36);
    expect(acceptedTexts).toHaveLength(12 * 36);
  });
});
