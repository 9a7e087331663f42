import { describe, expect, it } from 'vitest';

import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { givenComparison, givenObservation, givenRelease, givenSource } from '../../../support/given.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const releases = [
  givenRelease({
    observations: [
      givenObservation({ value: '1', qualifier: 'NEARLY' }),
      givenObservation({ value: '2', breakdown: { form: 'warning' } }),
      givenObservation({
        value: '3',
        breakdown: { form: 'warning', level: 'grassroots' },
        stage: 'ESTIMATED',
      }),
      givenObservation({ value: '4', time: '2023', sources: [givenSource({ document: 'other' })] }),
      givenObservation({
        value: '5',
        time: '2022',
        comparisons: [givenComparison({ sources: [givenSource({ document: 'other' })] })],
      }),
    ],
  }),
];

describe('given figures of all kinds', () => {
  it.each([
    [{ qualifiers: ['NEARLY'] }, ['1']],
    [{ stages: ['ESTIMATED'] }, ['3']],
    [{ dimensions: ['form'] }, ['2', '3']],
    [{ dimensions: ['level'] }, ['3']],
    [{ documents: ['other'] }, ['4', '5']],
    [{ times: ['2022', '2023'] }, ['4', '5']],
    [{ units: ['VND'] }, []],
    [{ units: ['person'], stages: ['FINAL'], qualifiers: ['NEARLY', 'OVER'] }, ['1']],
    [{ indicators: [] }, []],
  ])(
    'when they are filtered by %j, then those that meet all conditions are given',
    async (filter, values) => {
      const agency = await givenAgency(releases);

      const answer = await agency.ask(
        'query ($filter: ObservationFilter) { invented { observations(filter: $filter) { nodes { value } } } }',
        { filter },
      );

      const { invented } = dataOf(answer) as { invented: { observations: { nodes: { value: string }[] } } };
      expect(invented.observations.nodes.map(({ value }) => value).sort()).toEqual(values);
    },
  );

  it.each([{ indicators: ['gift'] }, { units: ['vnd'] }, { dimensions: ['forms'] }])(
    'when the filter names a code that the agency does not have (%j), then that is said',
    async (filter) => {
      const agency = await givenAgency(releases);

      const answer = await agency.ask(
        'query ($filter: ObservationFilter) { invented { observations(filter: $filter) { totalCount } } }',
        { filter },
      );

      expect(faultCodesOf(answer)).toEqual(['CODE_UNKNOWN']);
    },
  );
});
