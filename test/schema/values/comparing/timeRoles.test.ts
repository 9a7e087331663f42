import { describe, expect, it } from 'vitest';

import { timeRoles, type Period } from '../../../../schema/values/index.ts';

/** How the times of two figures, each with the reporting period of its release, correspond. */
function correspondence([time, period]: readonly string[], [other, otherPeriod]: readonly string[]): string {
  const [exact, roomy] = timeRoles(time as Period, period as Period);
  const [otherExact, otherRoomy] = timeRoles(other as Period, otherPeriod as Period);
  return exact === otherExact ? 'exactly' : roomy === otherRoomy ? 'roomily' : 'not';
}

describe('given the times of two figures and the reporting periods of their releases', () => {
  it.each([
    ['own periods', ['2024-Q1', '2024-Q1'], ['2023-Q1', '2023-Q1'], 'exactly'],
    ['own periods of different length', ['2024-Q1', '2024-Q1'], ['2020', '2020'], 'exactly'],
    ['own spans', ['2023-01/P9M', '2023-01/P9M'], ['2022', '2022'], 'exactly'],
    ['the own period and the year before', ['2023', '2023'], ['2022', '2023'], 'not'],
    ['years before', ['2023', '2024-Q1'], ['2019', '2020'], 'exactly'],
    ['years before, the one in a later quarter', ['2023', '2024-Q3'], ['2022', '2023-Q2'], 'exactly'],
    ['the year around the period and the year before', ['2024', '2024-Q1'], ['2022', '2023-Q1'], 'not'],
    ['years around the period', ['2024', '2024-Q1'], ['2023', '2023-Q3'], 'exactly'],
    ['quarters before', ['2023-Q4', '2024-Q1'], ['2024-Q1', '2024-Q2'], 'exactly'],
    [
      'quarters before, of a month and of a quarter',
      ['2023-Q4', '2024-02'],
      ['2019-Q4', '2020-Q1'],
      'exactly',
    ],
    ['a quarter and a month', ['2023-Q4', '2024-Q1'], ['2019-10', '2020-Q1'], 'not'],
    ['half-years of the year', ['2023-S2', '2023'], ['2020-S2', '2020'], 'exactly'],
    ['half-years of the year, another one', ['2023-S1', '2023'], ['2020-S2', '2020'], 'not'],
    ['last months of the quarter', ['2024-03', '2024-Q1'], ['2023-06', '2023-Q2'], 'exactly'],
    ['school years', ['2023-09/P9M', '2024-Q1'], ['2019-09/P9M', '2020'], 'exactly'],
    [
      'school years, seen from another quarter',
      ['2023-09/P9M', '2024-Q3'],
      ['2019-09/P9M', '2020'],
      'roomily',
    ],
    ['school years, the one about to begin', ['2023-09/P9M', '2024-Q1'], ['2023-09/P9M', '2023-Q1'], 'not'],
    ['school years, the one before', ['2022-09/P9M', '2024-Q1'], ['2019-09/P9M', '2020-Q1'], 'not'],
    ['rolling spans', ['2023-07/P11M', '2024-Q2'], ['2023-04/P11M', '2024-Q1'], 'exactly'],
    ['spans of different length', ['2023-09/P9M', '2024-Q1'], ['2019-09/P10M', '2020'], 'not'],
    ['last days before', ['2023-12-31', '2024-Q1'], ['2022-12-31', '2023-Q1'], 'exactly'],
    ['days of the same month away', ['2020-12-30', '2020'], ['2023-12-31', '2023'], 'roomily'],
    ['days of other months away', ['2023-12-31', '2024-Q1'], ['2023-12-31', '2024-Q2'], 'not'],
  ])('when they are %s, then %j and %j correspond %s', (_what, one, other, expected) => {
    expect(correspondence(one, other)).toBe(expected);
  });
});
