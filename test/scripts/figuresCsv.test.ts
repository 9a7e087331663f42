import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Figure } from '../../scripts/fetchFigures.ts';
import { printFigures } from '../../scripts/printFigures.ts';
import {
  MISSING_REASONS,
  QUALIFIERS,
  STAGES,
  type CalendarDate,
  type Comparison,
  type Observation,
  type Source,
} from '../../schema/values/index.ts';
import { readFigures } from '../../subgraphs/_kit/figures/readFigures.ts';
import { anyDecimal, anyPeriod } from '../support/arbitraries.ts';
import { givenCatalogue } from '../support/given.ts';

/** Texts as people write them into notes and names: commas, quotes, line breaks, diacritics, formulas. */
const anyText = fc
  .string({
    unit: fc.constantFrom('a', 'Đ', 'ệ', ' ', ',', ';', '"', '\n', '=', '1', '.', "'", '-', '+', '@'),
    minLength: 1,
    maxLength: 12,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '');

const anySource: fc.Arbitrary<Source> = fc.record({
  document: fc.constantFrom('khoi-2020', 'tinh-2023'),
  section: fc.constantFrom('', 'A.I.1', 'B'),
  footnote: fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }),
});
const anySources = fc.uniqueArray(anySource, {
  minLength: 1,
  maxLength: 3,
  selector: (source) => JSON.stringify(source),
});

const anyNumber = {
  unitMultiplier: fc.constantFrom(0, 3, 6, 9),
  qualifier: fc.option(fc.constantFrom(...QUALIFIERS), { nil: null }),
};

const anyComparison: fc.Arbitrary<Comparison> = fc.record({
  against: fc.constant('PLAN' as const),
  baseTime: fc.option(anyPeriod, { nil: null }),
  setBy: fc.option(anyText, { nil: null }),
  peer: fc.constant(null),
  measure: fc.constant('ATTAINMENT' as const),
  value: anyDecimal,
  unit: fc.constant('percent'),
  ...anyNumber,
  // What is in per cent has no power of ten.
  unitMultiplier: fc.constant(0),
  sources: anySources,
});

const identity = {
  indicator: fc.constant('budget-revenue'),
  organisation: fc.constantFrom('ha-tinh', 'ha-tinh-khoi'),
  time: anyPeriod,
  calendar: fc.constantFrom(null, 'ADMINISTRATIVE' as const),
  breakdown: fc.constantFrom<Record<string, string>>({}, { source: 'domestic' }, { source: 'customs' }),
  unit: fc.constant('VND'),
};

const circumstances = {
  asAt: fc.option(fc.constant('2020-12-30' as CalendarDate), { nil: null }),
  openDimensions: fc.constantFrom<string[]>([], ['source']),
  note: fc.option(anyText, { nil: null }),
  seriesBreak: fc.option(anyText, { nil: null }),
  confidentiality: fc.constantFrom(null, 'INTERNAL' as const, 'RESTRICTED' as const),
};

/** A figure with its value, why it has none, or only a comparison of it. */
const anyObservation: fc.Arbitrary<Observation> = fc
  .record({
    ...identity,
    ...circumstances,
    ...anyNumber,
    stage: fc.constantFrom(...STAGES),
    plannedBy: anyText,
    value: anyDecimal,
    missing: fc.constantFrom(...MISSING_REASONS),
    kind: fc.constantFrom('value', 'missing', 'compared'),
    comparisons: fc.uniqueArray(anyComparison, {
      minLength: 1,
      maxLength: 2,
      selector: ({ baseTime, setBy }) => `${baseTime ?? ''}|${setBy ?? ''}`,
    }),
    sources: anySources,
  })
  .map(({ kind, plannedBy, ...one }) => ({
    ...one,
    setBy: one.stage === 'PLANNED' ? plannedBy : null,
    ...(kind === 'value' ? { missing: null } : { value: null, unitMultiplier: 0, qualifier: null }),
    ...(kind === 'compared' ? { missing: null, sources: [] } : {}),
    ...(kind === 'missing' ? { comparisons: [] } : {}),
  }));

/** As the gateway answers it: codes as objects, with the release that it stands in. */
function asAnswered(observation: Observation, period: string): Figure {
  const { indicator, calendar, confidentiality, unit, breakdown, openDimensions, comparisons, ...same } =
    observation;
  return {
    ...same,
    agency: 'inspection',
    indicator: { code: indicator, label: 'Thu ngân sách' },
    calendar: calendar ?? 'CALENDAR',
    confidentiality: confidentiality ?? 'PUBLIC',
    unit: { code: unit },
    breakdown: Object.entries(breakdown).map(([dimension, code]) => ({
      code,
      dimension: { code: dimension },
    })),
    openDimensions: openDimensions.map((code) => ({ code })),
    comparisons: comparisons.map((one) => ({ ...one, unit: { code: one.unit } })),
    release: { period, number: 1 },
  };
}

describe('given any figures', () => {
  it('when they are printed as the figures CSV and read again, then they are the same figures', () => {
    const catalogue = givenCatalogue();
    const figures = fc.uniqueArray(anyObservation, {
      minLength: 1,
      maxLength: 4,
      selector: ({ organisation, time, calendar, breakdown, setBy }) =>
        JSON.stringify([organisation, time, calendar, breakdown, setBy]),
    });

    fc.assert(
      fc.property(figures, (observations) => {
        const csv = printFigures(
          observations.map((one) => asAnswered(one, '2020')),
          null,
        );

        const drafts = readFigures(
          [{ name: 'figures.csv', bytes: Buffer.from(csv) }],
          catalogue,
          'inspection',
        );

        const organisations = [...new Set(observations.map(({ organisation }) => organisation))];
        expect(drafts.map(({ rows: _, ...draft }) => draft)).toEqual(
          organisations.map((organisation) => ({
            organisation,
            period: '2020',
            observations: observations.filter((one) => one.organisation === organisation),
          })),
        );
      }),
    );
  });
});
