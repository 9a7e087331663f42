import { describe, expect, it } from 'vitest';

import {
  SECTION_STATUSES,
  type SectionStatus,
} from '../../../../subgraphs/office/completeness/completeness.ts';
import type { AgencyStanding } from '../../../../subgraphs/office/completeness/standing.ts';
import { givenCompleteness, givenObligation, givenStanding, givenUnpublished, onlySection } from './given.ts';

const WHILE_IT_RUNS = '2024-03-15T00:00:00.000Z';
const AFTER_IT = '2024-04-10T12:00:00.000Z';
const PAST_DEADLINE = '2024-05-20T00:00:00.000Z';
const MISSING = [{ indicator: 'members-disciplined', reason: null }];

type Case = readonly [SectionStatus, string, AgencyStanding, string, boolean, number | null, object[]];

const CASES: readonly Case[] = [
  ['PUBLISHED', 'is published', [givenStanding()], PAST_DEADLINE, false, 2, []],
  ['SUBMITTED', 'is submitted in time', [givenUnpublished('SUBMITTED')], AFTER_IT, false, 0, MISSING],
  ['SUBMITTED', 'still waits', [givenUnpublished('SUBMITTED')], PAST_DEADLINE, true, 0, MISSING],
  ['RETURNED', 'is sent back in time', [givenUnpublished('RETURNED')], AFTER_IT, false, 0, MISSING],
  ['RETURNED', 'is still sent back', [givenUnpublished('RETURNED')], PAST_DEADLINE, true, 0, MISSING],
  ['WITHHELD', 'is withheld', [givenUnpublished('WITHHELD')], AFTER_IT, false, 0, MISSING],
  ['NOT_DUE', 'is not there yet', [], WHILE_IT_RUNS, false, 0, MISSING],
  ['NOT_SUBMITTED', 'is not there after the period', [], AFTER_IT, false, 0, MISSING],
  ['LATE', 'is not there after the deadline', [], PAST_DEADLINE, true, 0, MISSING],
  ['UNREACHABLE', 'cannot be asked for', 'UNREACHABLE', PAST_DEADLINE, false, null, []],
];

describe('given an agency that owes figures within 15 days after a quarter', () => {
  it.each(CASES)('when it is %s because the word %s, then it says so', (...each) => {
    const [status, , inspection, asOf, late, figures, missing] = each;

    const section = onlySection(givenCompleteness({ asOf, standings: { inspection } }));

    expect(section).toMatchObject({ status, late, figures, missing });
    expect(section).toMatchObject({ calendar: 'CALENDAR', dueAt: '2024-04-15T16:59:59.999Z' });
  });

  it('when all cases are counted, then no status is left out', () => {
    expect([...new Set(CASES.map(([status]) => status))].sort()).toEqual([...SECTION_STATUSES].sort());
  });

  it('when it is published and then corrected, then the first release is the one that was in time', () => {
    const section = onlySection(givenCompleteness({ standings: { inspection: [givenStanding()] } }));

    expect(section).toMatchObject({ publishedAt: '2024-04-10T02:00:00.000Z', late: false });
  });

  it.each([
    ['2024-04-15T16:59:59.999Z', false],
    ['2024-04-15T17:00:00.000Z', true],
  ] as const)('when it is first published at %s, then late is %s', (firstPublishedAt, late) => {
    const standing = givenStanding({ firstPublishedAt });

    const section = onlySection(givenCompleteness({ standings: { inspection: [standing] } }));

    expect(section).toMatchObject({ status: 'PUBLISHED', publishedAt: firstPublishedAt, late });
  });

  it.each(['SUBMITTED', 'RETURNED'] as const)(
    'when a correction of what is published is %s, then what is published stands',
    (state) => {
      const inspection = [givenStanding({ state })];

      const section = onlySection(givenCompleteness({ standings: { inspection } }));

      expect(section).toMatchObject({ status: 'PUBLISHED', figures: 2, missing: [] });
    },
  );

  it('when what was published is taken back, then it is withheld and shows nothing', () => {
    const inspection = [givenStanding({ state: 'WITHHELD' })];

    const answer = givenCompleteness({ standings: { inspection } });

    expect(answer).toMatchObject({ expected: 1, received: 0 });
    expect(onlySection(answer)).toMatchObject({
      status: 'WITHHELD',
      publishedAt: '2024-04-10T02:00:00.000Z',
      late: false,
      figures: 0,
      missing: MISSING,
    });
  });

  it('when it has published of another period only, then nothing is there', () => {
    const inspection = [givenStanding({ period: '2023-Q1' })];

    const section = onlySection(givenCompleteness({ standings: { inspection } }));

    expect(section).toMatchObject({ status: 'LATE', publishedAt: null, figures: 0 });
  });
});

describe('given an agency that owes several indicators', () => {
  it('when some lack in its release, then they are listed in the order of the obligation, with its reason', () => {
    const obligations = [givenObligation({ indicators: ['d', 'c', 'b', 'a'] })];
    const indicators = new Map([
      ['a', 'WITHHELD'],
      ['c', 'REPORTED'],
      ['d', 'NOT_YET_AVAILABLE'],
      ['x', 'NOT_COLLECTED'],
    ] as const);

    const section = onlySection(
      givenCompleteness({ obligations, standings: { inspection: [givenStanding({ indicators })] } }),
    );

    expect(section.missing).toEqual([
      { indicator: 'd', reason: 'NOT_YET_AVAILABLE' },
      { indicator: 'b', reason: null },
      { indicator: 'a', reason: 'WITHHELD' },
    ]);
  });
});

describe('given a report with an area around its organisation', () => {
  const both = [givenObligation({ organisation: 'ha-tinh' }), givenObligation()];

  it("when both are owed, then the report's organisation stands before its area", () => {
    const { sections } = givenCompleteness({ obligations: both });

    expect(sections.map(({ organisation }) => organisation)).toEqual(['ha-tinh-khoi', 'ha-tinh']);
  });

  it('when its organisation is the area itself, then it is listed once', () => {
    const answer = givenCompleteness({ organisation: 'ha-tinh', obligations: both });

    expect(onlySection(answer).organisation).toBe('ha-tinh');
  });

  it('when agencies are in an order, then so are the sections, whatever the order of the obligations', () => {
    const obligations = [...both, givenObligation({ agency: 'office' })];

    const { sections } = givenCompleteness({
      agencies: ['office', 'inspection'],
      obligations,
      standings: { inspection: [], office: [] },
    });

    expect(sections.map(({ agency, organisation }) => `${agency} ${organisation}`)).toEqual([
      'office ha-tinh-khoi',
      'inspection ha-tinh-khoi',
      'inspection ha-tinh',
    ]);
  });

  it('when an agency is not reached, then it is listed for all that it owes, and nothing is known of it', () => {
    const { sections, ...counts } = givenCompleteness({ obligations: both, standings: {} });

    expect(counts).toEqual({ expected: 2, received: 0 });
    expect(sections.map(({ organisation, status }) => `${organisation} ${status}`)).toEqual([
      'ha-tinh-khoi UNREACHABLE',
      'ha-tinh UNREACHABLE',
    ]);
    expect(sections[1]).toEqual({
      agency: 'inspection',
      organisation: 'ha-tinh',
      status: 'UNREACHABLE',
      calendar: 'CALENDAR',
      dueAt: '2024-04-15T16:59:59.999Z',
      publishedAt: null,
      late: false,
      figures: null,
      missing: [],
    });
  });

  it('when an agency that owes nothing is not reached, then it is listed once and is not expected', () => {
    const answer = givenCompleteness({ obligations: [], standings: {} });

    expect(answer).toMatchObject({ expected: 0, received: 0 });
    expect(onlySection(answer)).toMatchObject({
      organisation: 'ha-tinh-khoi',
      status: 'UNREACHABLE',
      calendar: null,
      dueAt: null,
    });
  });
});

describe('given an agency that owes nothing', () => {
  it('when it has published nothing, then it is not listed', () => {
    expect(givenCompleteness({ obligations: [] })).toEqual({ expected: 0, received: 0, sections: [] });
  });

  it.each(['SUBMITTED', 'RETURNED', 'WITHHELD'] as const)(
    'when its word is %s and nothing is published, then it is not listed',
    (state) => {
      const standings = { inspection: [givenUnpublished(state)] };

      expect(givenCompleteness({ obligations: [], standings }).sections).toEqual([]);
    },
  );

  it('when it has published all the same, then it is listed, and is neither expected nor late', () => {
    const answer = givenCompleteness({ obligations: [], standings: { inspection: [givenStanding()] } });

    expect(answer).toMatchObject({ expected: 0, received: 0 });
    expect(onlySection(answer)).toEqual({
      agency: 'inspection',
      organisation: 'ha-tinh-khoi',
      status: 'PUBLISHED',
      calendar: null,
      dueAt: null,
      publishedAt: '2024-04-10T02:00:00.000Z',
      late: false,
      figures: 2,
      missing: [],
    });
  });
});
