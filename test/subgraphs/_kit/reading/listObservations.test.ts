import { describe, expect, it } from 'vitest';

import type { Instant, Period } from '../../../../schema/values/index.ts';
import { createContext } from '../../../../subgraphs/_kit/graph/context.ts';
import {
  listObservations,
  settleAsOf,
  type ObservationFilter,
} from '../../../../subgraphs/_kit/reading/listObservations.ts';
import { givenComparison, givenObservation, givenRelease, givenSource } from '../../../support/given.ts';
import { april } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const NOW = Date.parse('2024-04-20T12:00:00.250Z');

describe('given a question at 12:00:00.250', () => {
  it.each([
    ['no moment', null, '2024-04-20T12:00:00.000Z'],
    ['no moment at all', undefined, '2024-04-20T12:00:00.000Z'],
    ['an earlier moment', april(1), april(1)],
    ['this very moment', '2024-04-20T12:00:00.250Z', '2024-04-20T12:00:00.250Z'],
  ])('when it names %s, then the knowledge time is %s', (_what, asked, expected) => {
    const settled = settleAsOf(asked as Instant | null | undefined, NOW);

    expect(settled).toBe(expected);
  });

  it('when it names a moment a millisecond ahead, then it is refused', () => {
    const settle = () => settleAsOf('2024-04-20T12:00:00.251Z' as Instant, NOW);

    expect(settle).toThrow('lies in the future');
  });
});

/** Values of the figures that a filter meets. */
async function valuesOf(
  releases: readonly ReturnType<typeof givenRelease>[],
  filter: ObservationFilter,
  asOf = april(20),
) {
  const { reading } = await givenAgency(releases);
  const found = await listObservations(createContext(reading), filter, asOf);
  return found.map(({ value }) => value);
}

describe('given figures of several indicators, times and documents', () => {
  const periods = (...texts: string[]) => texts as Period[];
  const releases = [
    givenRelease({
      observations: [
        givenObservation({ value: '1' }),
        givenObservation({ value: '2', time: '2023' }),
        givenObservation({
          value: '3',
          indicator: 'gifts',
          unit: 'gift',
          sources: [givenSource({ document: 'other' })],
        }),
        givenObservation({
          value: null,
          indicator: 'industrial-production',
          unit: 'not-stated',
          sources: [],
          comparisons: [givenComparison({ sources: [givenSource({ document: 'other' })] })],
        }),
      ],
    }),
    givenRelease({
      organisation: 'ha-tinh',
      observations: [givenObservation({ organisation: 'ha-tinh', value: '5' })],
    }),
    givenRelease({ period: '2023', observations: [givenObservation({ value: '6', time: '2022' })] }),
  ];

  it.each([
    ['nothing', {}, ['5', '6', '2', '1', '3', null]],
    [
      'nothing, written out',
      { indicators: null, organisations: null, periods: null, times: null, documents: null },
      ['5', '6', '2', '1', '3', null],
    ],
    ['an indicator', { indicators: ['gifts'] }, ['3']],
    ['two indicators', { indicators: ['gifts', 'members-disciplined'] }, ['5', '6', '2', '1', '3']],
    ['no indicators', { indicators: [] }, []],
    ['an organisation', { organisations: ['ha-tinh'] }, ['5']],
    ['a reporting period', { periods: periods('2023') }, ['6']],
    ['a time', { times: periods('2023', '2022') }, ['6', '2']],
    ['a document, also where only a comparison is printed', { documents: ['other'] }, ['3', null]],
    [
      'several at once',
      { indicators: ['members-disciplined'], times: periods('2024-Q1'), organisations: ['ha-tinh-khoi'] },
      ['1'],
    ],
  ])(
    'when the filter names %s, then these come, by organisation, period and report',
    async (_what, filter, expected) => {
      const values = await valuesOf(releases, filter);

      expect(values).toEqual(expected);
    },
  );
});

describe('given a fact that releases of two periods hold', () => {
  const holds = (
    period: string,
    day: number,
    value: string,
    change: Parameters<typeof givenObservation>[0] = {},
  ) =>
    givenRelease({
      period,
      publishedAt: april(day),
      observations: [givenObservation({ value, time: '2023', ...change })],
    });

  it.each([
    ['the later period was published last', [holds('2024-Q1', 1, '1'), holds('2024-Q2', 2, '2')], ['2']],
    ['the earlier period was published last', [holds('2024-Q1', 2, '1'), holds('2024-Q2', 1, '2')], ['1']],
    [
      'they are parts of a total, not the same fact',
      [holds('2024-Q1', 1, '1'), holds('2024-Q2', 2, '2', { breakdown: { form: 'warning' } })],
      ['1', '2'],
    ],
    [
      'they follow different calendars, not the same fact',
      [holds('2024-Q1', 1, '1'), holds('2024-Q2', 2, '2', { calendar: 'ADMINISTRATIVE' })],
      ['1', '2'],
    ],
    [
      'both follow the administrative calendar',
      [
        holds('2024-Q1', 1, '1', { calendar: 'ADMINISTRATIVE' }),
        holds('2024-Q2', 2, '2', { calendar: 'ADMINISTRATIVE' }),
      ],
      ['2'],
    ],
    [
      'they are a plan and a result, not the same fact',
      [holds('2024-Q1', 1, '1'), holds('2024-Q2', 2, '2', { setBy: 'tỉnh', stage: 'PLANNED' })],
      ['1', '2'],
    ],
  ])('when %s, then it is shown from the newest published', async (_when, releases, expected) => {
    const values = await valuesOf(releases, {});

    expect(values).toEqual(expected);
  });

  it('when the newer was not yet published, then the older is shown', async () => {
    const values = await valuesOf([holds('2024-Q1', 1, '1'), holds('2024-Q2', 2, '2')], {}, april(1));

    expect(values).toEqual(['1']);
  });
});
