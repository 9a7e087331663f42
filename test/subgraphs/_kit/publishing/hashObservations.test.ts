import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Observation } from '../../../../schema/values/index.ts';
import { hashObservations } from '../../../../subgraphs/_kit/publishing/hashObservations.ts';
import { readFigures } from '../../../../subgraphs/_kit/figures/readFigures.ts';
import {
  asStoredBefore,
  givenCatalogue,
  givenComparison,
  givenFigures,
  givenFile,
  givenObservation,
  givenSource,
  GROWTH,
} from '../../../support/given.ts';

const figures = [
  givenObservation({
    openDimensions: ['level', 'form'],
    sources: [givenSource(), givenSource({ section: 'B' }), givenSource({ footnote: 1 })],
    comparisons: [
      givenComparison({ sources: [givenSource(), givenSource({ section: 'B' })] }),
      givenComparison({ measure: 'TIMES', unit: 'times' }),
    ],
  }),
  givenObservation({ breakdown: { level: 'branch', form: 'warning' } }),
  givenObservation({ breakdown: { form: 'warning' } }),
  givenObservation({ time: '2023' }),
];

const shuffle = <T>(items: readonly T[], ranks: readonly number[]): T[] =>
  items
    .map((item, index) => ({ item, rank: ranks[index % ranks.length] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);

/** The same figures with every list that has no order of its own shuffled. */
const shuffledFigures = fc.array(fc.nat(), { minLength: 1, maxLength: 7 }).map((ranks) =>
  shuffle(figures, ranks).map((one) => ({
    ...one,
    openDimensions: shuffle(one.openDimensions, ranks),
    sources: shuffle(one.sources, ranks),
    breakdown: Object.fromEntries(shuffle(Object.entries(one.breakdown), ranks)),
    comparisons: shuffle(one.comparisons, ranks).map((comparison) => ({
      ...comparison,
      sources: shuffle(comparison.sources, ranks),
    })),
  })),
);

describe('given the figures of a release', () => {
  it('when they are hashed, then it is a SHA-256 in hex', () => {
    const hash = hashObservations(figures);

    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('when figures, sources, comparisons and dimensions stand in any order, then the hash is the same', () => {
    const hash = hashObservations(figures);

    fc.assert(fc.property(shuffledFigures, (shuffled) => hashObservations(shuffled) === hash));
  });

  it('when rows of a file stand in any order, then the hash is the same', () => {
    const rows = [{}, GROWTH, { section: 'B' }, { breakdown: 'form=warning' }, { ...GROWTH, section: 'B' }];
    const hashOf = (ordered: typeof rows) => {
      const [draft] = readFigures([givenFile(givenFigures(...ordered))], givenCatalogue(), 'inspection');
      return hashObservations(draft!.observations);
    };
    const hash = hashOf(rows);

    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (order) => hashOf(order) === hash),
      { numRuns: 20 },
    );
  });

  it('when they are hashed, then they are not changed', () => {
    const before = structuredClone(figures);

    hashObservations(figures);

    expect(figures).toEqual(before);
  });
});

describe('given figures of which one thing is changed', () => {
  const [one] = figures;
  const changes: readonly (readonly [string, Partial<Observation>])[] = [
    ['indicator', { indicator: 'gifts' }],
    ['organisation', { organisation: 'ha-tinh' }],
    ['time', { time: '2024-03' as never }],
    ['breakdown', { breakdown: { form: 'reprimand' } }],
    ['unit', { unit: 'person-time' }],
    ['setter', { setBy: 'tỉnh' }],
    ['day', { asAt: '2024-03-31' as never }],
    ['decimals', { value: '2.0' as never }],
    ['value to none', { value: null }],
    ['multiplier', { unitMultiplier: 3 }],
    ['qualifier', { qualifier: 'OVER' }],
    ['stage', { stage: 'ESTIMATED' }],
    ['missing', { missing: 'WITHHELD' }],
    ['open dimensions', { openDimensions: ['form'] }],
    ['note', { note: '' }],
    ['calendar', { calendar: 'ADMINISTRATIVE' }],
    ['break in series', { seriesBreak: 'cách tính mới' }],
    ['confidentiality', { confidentiality: 'INTERNAL' }],
    ['number of sources', { sources: [givenSource(), givenSource({ section: 'B' })] }],
    ['footnote', { sources: [givenSource(), givenSource({ section: 'B' }), givenSource({ footnote: 2 })] }],
    ['comparisons', { comparisons: [] }],
    [
      'comparison',
      { comparisons: one!.comparisons.map((comparison) => ({ ...comparison, qualifier: 'OVER' })) },
    ],
  ];

  it.each(changes)('when it is the %s, then the hash is another', (_what, change) => {
    const hash = hashObservations([{ ...one!, ...change }, ...figures.slice(1)]);

    expect(hash).not.toBe(hashObservations(figures));
  });

  it('when a figure is left out, then the hash is another', () => {
    const hashes = figures.map((_, index) =>
      hashObservations(figures.filter((_figure, place) => place !== index)),
    );

    expect(new Set([...hashes, hashObservations(figures)]).size).toBe(5);
  });

  it('when notes are any two texts, then the hashes are alike for equal ones only', () => {
    const hashOf = (note: string) => hashObservations([givenObservation({ note })]);
    const anyText = fc.string({ unit: 'binary' });

    fc.assert(
      fc.property(anyText, anyText, (a, b) => (hashOf(a) === hashOf(b)) === (a === b)),
      { numRuns: 30 },
    );
  });
});

describe('given figures that were hashed before calendars, breaks in series and confidentiality were told', () => {
  // Hashes that the code of that time gave.
  const cases: readonly (readonly [string, Observation, string])[] = [
    ['a plain one', givenObservation(), '37806c08e9950a53500404b9029f5cb59b2e982705b043ac85545ede737b7010'],
    [
      'a full one',
      givenObservation({
        time: '2023',
        breakdown: { form: 'warning' },
        asAt: '2024-03-31',
        qualifier: 'NEARLY',
        openDimensions: ['level'],
        comparisons: [givenComparison()],
        note: 'x',
      }),
      '22e24690f80e14b7e80558f69249095e9064956049b61e627d45d7db0bbb415f',
    ],
  ];

  it.each(cases)('when %s is hashed again, then the hash is the same', (_what, observation, expected) => {
    const hashes = [observation, asStoredBefore(observation)].map((one) => hashObservations([one]));

    expect(hashes).toEqual([expected, expected]);
  });
});
