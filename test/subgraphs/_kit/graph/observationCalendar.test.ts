import { describe, expect, it } from 'vitest';

import { dataOf } from '../../../support/answers.ts';
import { givenObservation, givenRelease } from '../../../support/given.ts';
import { report, SECTIONS, type Entities } from '../../../support/reports.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const release = givenRelease({
  observations: [
    givenObservation({ value: '3', calendar: 'ADMINISTRATIVE', seriesBreak: 'Từ 2024 tính cả dự bị' }),
    givenObservation({ value: '2' }),
  ],
});

describe('given one quarter counted in both calendars', () => {
  it('when its figures are asked for, then each names its calendar and what breaks its series', async () => {
    const { ask } = await givenAgency([release]);

    const answer = await ask('{ invented { observations { nodes { value calendar seriesBreak } } } }');

    expect(dataOf(answer)).toEqual({
      invented: {
        observations: {
          nodes: [
            { value: '2', calendar: 'CALENDAR', seriesBreak: null },
            { value: '3', calendar: 'ADMINISTRATIVE', seriesBreak: 'Từ 2024 tính cả dự bị' },
          ],
        },
      },
    });
  });

  it("when the form is asked for, then its field shows the calendar's own quarter", async () => {
    const { ask } = await givenAgency([release]);

    const answer = await ask(SECTIONS('discipline { members { value calendar } }'), { reports: [report()] });

    expect((dataOf(answer) as Entities<unknown>)._entities[0]?.invented).toEqual({
      discipline: { members: { value: '2', calendar: 'CALENDAR' } },
    });
  });
});
