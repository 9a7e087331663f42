import { describe, expect, it } from 'vitest';

import { givenComparison, givenObservation, givenRelease } from '../../../support/given.ts';
import { dataOf } from '../../../support/answers.ts';
import { april, countingQueries } from '../../../support/stores.ts';
import { report, SECTIONS, type Entities } from '../../../support/reports.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const ofOffice = givenRelease({
  observations: [
    givenObservation({ value: '1', breakdown: { form: 'warning' } }),
    givenObservation({ value: '2', comparisons: [givenComparison()] }),
    givenObservation({ value: '9', time: '2023' }),
    givenObservation({ indicator: 'gifts', unit: 'VND', value: '20', unitMultiplier: 6 }),
  ],
});
const ofArea = givenRelease({
  organisation: 'ha-tinh',
  publishedAt: april(2),
  observations: [
    givenObservation({
      organisation: 'ha-tinh',
      indicator: 'budget-revenue',
      unit: 'VND',
      value: '1853.40',
      unitMultiplier: 9,
      openDimensions: ['source'],
    }),
  ],
});

describe('given releases about an organisation and about its area', () => {
  it('when the section of its report is asked for, then every figure has its place', async () => {
    const { ask } = await givenAgency([ofOffice, ofArea]);

    const answer = await ask(
      SECTIONS(`
        discipline {
          members { value comparisons { measure unit { code } reported { value } } }
          warned { value }
          membersByForm { value breakdown { code dimension { code } } }
          membersInPreviousYear { value time }
        }
        economy { revenue { value unitMultiplier interval { low high } openDimensions { code } } }
        submissions { organisation period state release { number publishedAt } }
        observations { value }`),
      { reports: [report()] },
    );

    expect((dataOf(answer) as Entities<unknown>)._entities[0]?.invented).toEqual({
      discipline: {
        members: {
          value: '2',
          comparisons: [
            { measure: 'PERCENT_CHANGE', unit: { code: 'percent' }, reported: { value: '5.23' } },
          ],
        },
        warned: { value: '1' },
        membersByForm: [{ value: '1', breakdown: [{ code: 'warning', dimension: { code: 'form' } }] }],
        membersInPreviousYear: { value: '9', time: '2023' },
      },
      economy: {
        revenue: {
          value: '1853.40',
          unitMultiplier: 9,
          interval: { low: '1853.395', high: '1853.405' },
          openDimensions: [{ code: 'source' }],
        },
      },
      submissions: [
        {
          organisation: 'ha-tinh-khoi',
          period: '2024-Q1',
          state: 'PUBLISHED',
          release: { number: 1, publishedAt: april(1) },
        },
        {
          organisation: 'ha-tinh',
          period: '2024-Q1',
          state: 'PUBLISHED',
          release: { number: 1, publishedAt: april(2) },
        },
      ],
      observations: ['9', '2', '1', '20', '1853.40'].map((value) => ({ value })),
    });
  });

  it('when labels are asked for in both languages, then both are given', async () => {
    const { ask } = await givenAgency([ofOffice]);

    const answer = await ask(
      SECTIONS(`discipline { warned {
        indicator { vi: label en: label(locale: EN) definition(locale: EN) group { label(locale: EN) } }
        unit { vi: label(locale: VI) en: label(locale: EN) }
        breakdown { vi: label en: label(locale: EN) dimension { label(locale: EN) } }
      } }`),
      { reports: [report()] },
    );

    expect((dataOf(answer) as Entities<unknown>)._entities[0]?.invented).toEqual({
      discipline: {
        warned: {
          indicator: {
            vi: 'Đảng viên bị kỷ luật',
            en: 'Members disciplined',
            definition: 'Members disciplined in the period.',
            group: { label: 'Discipline' },
          },
          unit: { vi: 'Người', en: 'Person' },
          breakdown: [{ vi: 'Cảnh cáo', en: 'Warning', dimension: { label: 'Form' } }],
        },
      },
    });
  });

  it.each([
    ['the area itself', { organisation: 'ha-tinh' }, ['ha-tinh']],
    ['an organisation without an area', { area: null }, ['ha-tinh-khoi']],
    ['an organisation whose area was not told', { area: undefined }, ['ha-tinh-khoi']],
    ['an organisation that has published nothing', { organisation: 'x' }, ['ha-tinh']],
    ['nobody', { organisation: 'x', area: 'y' }, []],
    ['a moment before the area published', { asOf: april(1) }, ['ha-tinh-khoi']],
  ])(
    'when the report is of %s, then its submissions are those that exist',
    async (_whose, change, expected) => {
      const { ask } = await givenAgency([ofOffice, ofArea]);

      const answer = await ask(SECTIONS('submissions { organisation }'), { reports: [report(change)] });

      const [entity] = (dataOf(answer) as Entities<{ submissions: { organisation: string }[] }>)._entities;
      expect(entity?.invented.submissions.map(({ organisation }) => organisation)).toEqual(expected);
    },
  );

  it('when nothing is published, then the section is there without figures', async () => {
    const { ask } = await givenAgency();

    const answer = await ask(
      SECTIONS(
        'discipline { members { value } membersByForm { value } } observations { value } submissions { state }',
      ),
      { reports: [report()] },
    );

    expect((dataOf(answer) as Entities<unknown>)._entities[0]?.invented).toEqual({
      discipline: { members: null, membersByForm: [] },
      observations: [],
      submissions: [],
    });
  });

  it('when several reports are asked for at once, then the store is asked once', async () => {
    let queries: string[] = [];
    const { ask } = await givenAgency([ofOffice, ofArea], (store) => {
      const counting = countingQueries(store);
      queries = counting.queries;
      return counting.store;
    });
    const reports = [
      report(),
      report({ organisation: 'ha-tinh' }),
      report({ asOf: april(1) }),
      report({ organisation: 'x', area: null }),
    ];

    const answer = await ask(SECTIONS('observations { value }'), { reports });

    const counts = (dataOf(answer) as Entities<{ observations: unknown[] }>)._entities.map(
      ({ invented }) => invented.observations.length,
    );
    expect([counts, queries]).toEqual([[5, 1, 4, 0], ['newestOfLines of 5']]);
  });
});
