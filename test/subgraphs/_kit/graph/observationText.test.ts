import { describe, expect, it } from 'vitest';

import { dataOf } from '../../../support/answers.ts';
import { givenComparison, givenObservation, givenRelease } from '../../../support/given.ts';
import { report, SECTIONS, type Entities } from '../../../support/reports.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const release = givenRelease({
  observations: [
    givenObservation({ value: '39', comparisons: [givenComparison({ value: '-4.1' })] }),
    givenObservation({ value: '29', breakdown: { form: 'reprimand' } }),
    givenObservation({ value: '10', breakdown: { form: 'warning' } }),
  ],
});

describe('given a published total with its parts', () => {
  it('when its text is asked for in a section, then it is Vietnamese unless English is asked for', async () => {
    const { ask } = await givenAgency([release]);

    const answer = await ask(SECTIONS('discipline { members { text english: text(locale: EN) } }'), {
      reports: [report()],
    });

    expect((dataOf(answer) as Entities<unknown>)._entities[0]?.invented).toEqual({
      discipline: {
        members: {
          text: '39 đảng viên (khiển trách 29, cảnh cáo 10), giảm 4,1% so với cùng kỳ năm trước',
          english: '39 Party members (reprimand 29, warning 10), down 4.1% on the same period of last year',
        },
      },
    });
  });

  it('when texts are asked for page by page, then a total tells its parts on whatever page they are', async () => {
    const { ask } = await givenAgency([release]);

    const answer = await ask('{ invented { observations(first: 1) { nodes { text } } } }');

    expect(dataOf(answer)).toEqual({
      invented: {
        observations: {
          nodes: [{ text: '39 đảng viên (khiển trách 29, cảnh cáo 10), giảm 4,1% so với cùng kỳ năm trước' }],
        },
      },
    });
  });
});
