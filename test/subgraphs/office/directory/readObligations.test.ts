import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readObligations } from '../../../../subgraphs/office/directory/readObligations.ts';
import { faultLine, faultsOf } from '../../../support/refusals.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

const HEADER = 'agency,organisation,frequency,calendar,deadline_days,from,to,indicators';
const AGENCIES = new Map([
  ['inspection', true],
  ['office', true],
]);
const ORGANISATIONS = new Map([
  ['ha-tinh', true],
  ['ha-tinh-khoi', true],
]);

function read(...lines: readonly string[]) {
  const path = join(tempFolder(), 'obligations.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return readObligations(path, AGENCIES, ORGANISATIONS);
}
const refusalsOf = (...rows: readonly string[]) => faultsOf(() => read(HEADER, ...rows));
const faultLinesOf = (...rows: readonly string[]) =>
  refusalsOf(...rows).map((found) => faultLine({ ...found, file: 'o' }));

describe('given a good list of obligations', () => {
  it('when it is read, then they stand in its order, empty cells as null', () => {
    const obligations = read(
      HEADER,
      'inspection,ha-tinh-khoi,QUARTER,ADMINISTRATIVE,15,2024-Q1,2025-Q4,members-disciplined;members-inspected',
      'office,ha-tinh,YEAR,CALENDAR,,,,',
    );

    expect(obligations).toEqual([
      {
        agency: 'inspection',
        organisation: 'ha-tinh-khoi',
        frequency: 'QUARTER',
        calendar: 'ADMINISTRATIVE',
        deadlineDays: 15,
        from: '2024-Q1',
        to: '2025-Q4',
        indicators: ['members-disciplined', 'members-inspected'],
      },
      {
        agency: 'office',
        organisation: 'ha-tinh',
        frequency: 'YEAR',
        calendar: 'CALENDAR',
        deadlineDays: null,
        from: null,
        to: null,
        indicators: [],
      },
    ]);
  });

  it.each([
    ['QUARTER', '2025-Q4', '2026-Q1'],
    ['HALF_YEAR', '2025-S2', '2026-S1'],
    ['MONTH', '2025-12', '2026-01'],
    ['YEAR', '2025', '2026'],
  ])('when one of %s ends at %s and the next begins at %s, then both are read', (frequency, to, from) => {
    const obligations = read(
      HEADER,
      `office,ha-tinh,${frequency},CALENDAR,,,${to},`,
      `office,ha-tinh,${frequency},CALENDAR,0,${from},,`,
    );

    expect(obligations.map(({ deadlineDays }) => deadlineDays)).toEqual([null, 0]);
  });

  it('when two differ in agency, organisation or frequency, then they may hold at the same time', () => {
    const obligations = read(
      HEADER,
      'office,ha-tinh,YEAR,CALENDAR,,,,',
      'office,ha-tinh,QUARTER,CALENDAR,,,,',
      'office,ha-tinh-khoi,YEAR,CALENDAR,,,,',
      'inspection,ha-tinh,YEAR,CALENDAR,,,,',
    );

    expect(obligations).toHaveLength(4);
  });
});

describe('given a faulty list of obligations', () => {
  const GOOD = 'office,ha-tinh,YEAR,CALENDAR,20,2024,2025,members';

  it.each([
    ['an unknown agency', 'inspektion,ha-tinh,YEAR,CALENDAR,,,,', ['o 3 agency CODE_UNKNOWN']],
    ['no agency', ',ha-tinh,YEAR,CALENDAR,,,,', ['o 3 agency CELL_REQUIRED']],
    ['two agencies', 'inspection;office,ha-tinh,YEAR,CALENDAR,,,,', ['o 3 agency CODE_UNKNOWN']],
    ['an unknown organisation', 'office,ha-tin,YEAR,CALENDAR,,,,', ['o 3 organisation CODE_UNKNOWN']],
    ['no organisation', 'office,,YEAR,CALENDAR,,,,', ['o 3 organisation CELL_REQUIRED']],
    ['no frequency', 'office,ha-tinh,,CALENDAR,,2024,,', ['o 3 frequency CELL_INVALID']],
    ['a daily frequency', 'office,ha-tinh,DAY,CALENDAR,,2024-01-01,,', ['o 3 frequency CELL_INVALID']],
    ['no calendar', 'office,ha-tinh,YEAR,,,2026,,', ['o 3 calendar CELL_INVALID']],
    [
      'a negative number of days',
      'office,ha-tinh,YEAR,CALENDAR,-1,2026,,',
      ['o 3 deadline_days CELL_INVALID'],
    ],
    ['half a day', 'office,ha-tinh,YEAR,CALENDAR,1.5,2026,,', ['o 3 deadline_days CELL_INVALID']],
    ['days in words', 'office,ha-tinh,YEAR,CALENDAR,mười,2026,,', ['o 3 deadline_days CELL_INVALID']],
    ['a thousand days', 'office,ha-tinh,YEAR,CALENDAR,1000,2026,,', ['o 3 deadline_days CELL_INVALID']],
    ['a fifth quarter', 'office,ha-tinh,QUARTER,CALENDAR,,2024-Q5,,', ['o 3 from PERIOD_INVALID']],
    ['a quarter of a year', 'office,ha-tinh,YEAR,CALENDAR,,2026-Q1,,', ['o 3 from CELL_INVALID']],
    ['a span of months', 'office,ha-tinh,YEAR,CALENDAR,,2026,2026-02/P12M,', ['o 3 to CELL_INVALID']],
    ['an end before its beginning', 'office,ha-tinh,YEAR,CALENDAR,,2027,2026,', ['o 3 to CELL_INVALID']],
    ['an indicator twice', 'office,ha-tinh,YEAR,CALENDAR,,2026,,a;b;a', ['o 3 indicators CELL_INVALID']],
    ['an empty indicator', 'office,ha-tinh,YEAR,CALENDAR,,2026,,a;;b', ['o 3 indicators CELL_INVALID']],
    [
      'a blank between indicators',
      'office,ha-tinh,YEAR,CALENDAR,,2026,,a; b',
      ['o 3 indicators CELL_INVALID'],
    ],
  ])('when it has %s, then it is refused there', (_what, row, expected) => {
    const faults = faultLinesOf(GOOD, row);

    expect(faults).toEqual(expected);
  });

  it.each([
    ['within it', '2024,2025'],
    ['from its last period on', '2025,'],
    ['until its first period', ',2024'],
    ['around it', '2020,2030'],
    ['always', ','],
  ])('when a second one holds %s, then it is refused where it begins', (_when, bounds) => {
    const faults = faultLinesOf(GOOD, `office,ha-tinh,YEAR,ADMINISTRATIVE,,${bounds},`);

    expect(faults).toEqual(['o 3 from OBLIGATION_OVERLAPS']);
  });

  it('when several overlap, then each names the first that it meets', () => {
    const faults = refusalsOf(
      'office,ha-tinh,YEAR,CALENDAR,,,2023,',
      GOOD,
      'office,ha-tinh,YEAR,CALENDAR,,2025,2026,',
      'office,ha-tinh,YEAR,CALENDAR,,2026,,',
    );

    expect(faults.map(({ row, fault }) => [row, fault.details])).toEqual([
      [4, { firstRow: 3 }],
      [5, { firstRow: 4 }],
    ]);
  });

  it('when rows are faulty in many ways, then all faults are told in the order of the rows', () => {
    const faults = faultLinesOf(
      'ofice,ha-tin,YEARLY,CALENDER,x,2024-Q5,x,a a',
      GOOD,
      'office,ha-tinh,YEAR,CALENDAR,-2,,,',
    );

    expect(faults).toEqual([
      'o 2 agency CODE_UNKNOWN',
      'o 2 organisation CODE_UNKNOWN',
      'o 2 frequency CELL_INVALID',
      'o 2 calendar CELL_INVALID',
      'o 2 deadline_days CELL_INVALID',
      'o 2 from PERIOD_INVALID',
      'o 2 to PERIOD_INVALID',
      'o 2 indicators CELL_INVALID',
      'o 4 deadline_days CELL_INVALID',
      'o 4 from OBLIGATION_OVERLAPS',
    ]);
  });

  it('when a code is misspelt, then the one that is meant is named', () => {
    const [agency, organisation] = refusalsOf('ofice,ha-tin,YEAR,CALENDAR,,,,');

    expect(agency?.fault.message).toContain('Agency "ofice" is not known. Did you mean "office"?');
    expect(organisation?.fault.message).toContain(
      'Organisation "ha-tin" is not known. Did you mean "ha-tinh"',
    );
  });
});
