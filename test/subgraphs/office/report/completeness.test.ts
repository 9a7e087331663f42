import { describe, expect, it } from 'vitest';

import { april } from '../../../support/stores.ts';
import { givenJudge, givenTotals, reportOf, type JudgeOptions } from './given.ts';

const ofInspection = givenTotals(
  'inspection',
  { 'programme-units': '43', 'members-disciplined': '6' },
  { publishedAt: april(2) },
);
const correction = givenTotals(
  'inspection',
  { 'members-disciplined': '6' },
  { number: 2, publishedAt: april(9) },
);
const ofOffice = givenTotals('office', {}, { publishedAt: april(3) });

interface Section {
  readonly agency: string;
  readonly organisation: string;
  readonly status: string;
  readonly publishedAt: string | null;
  readonly figures: number | null;
  readonly missing: readonly unknown[];
}

const COMPLETENESS =
  'completeness { expected received sections { agency organisation status publishedAt figures missing { indicator } } }';

/** One line a section about the bloc: agency, status, when it was first published, figures, and how many are missing. */
const line = ({ agency, status, publishedAt, figures, missing }: Section): string =>
  [agency, status, publishedAt, figures, missing.length].join(' ');

async function completenessOf(options: JudgeOptions) {
  const judge = await givenJudge([ofInspection, correction, ofOffice]);
  const answer = await judge(COMPLETENESS, options);
  const { completeness } = reportOf(answer) as {
    completeness: { expected: number; received: number; sections: readonly Section[] };
  };
  const { expected, received, sections } = completeness;
  return {
    expected,
    received,
    lines: sections.filter(({ organisation }) => organisation === 'ha-tinh-khoi').map(line),
  };
}

describe('given a report of which some agencies have published', () => {
  it('when its completeness is asked for, then what is corrected counts from its first release', async () => {
    expect(await completenessOf({ asOf: april(20) })).toEqual({
      expected: 8,
      received: 2,
      lines: [
        `office PUBLISHED ${april(3)} 0 3`,
        'party-building NOT_SUBMITTED  0 7',
        `inspection PUBLISHED ${april(2)} 1 5`,
        'mass-organisations NOT_SUBMITTED  0 5',
      ],
    });
  });

  it('when it is asked for as of a moment before the correction and the office, then as it stood then', async () => {
    expect(await completenessOf({ asOf: april(2) })).toEqual({
      expected: 8,
      received: 1,
      lines: [
        'office NOT_SUBMITTED  0 3',
        'party-building NOT_SUBMITTED  0 7',
        `inspection PUBLISHED ${april(2)} 2 5`,
        'mass-organisations NOT_SUBMITTED  0 5',
      ],
    });
  });

  it('when it is asked for as of a moment before anybody published, then nothing is received', async () => {
    expect(await completenessOf({ asOf: april(1) })).toEqual({
      expected: 8,
      received: 0,
      lines: [
        'office NOT_SUBMITTED  0 3',
        'party-building NOT_SUBMITTED  0 7',
        'inspection NOT_SUBMITTED  0 6',
        'mass-organisations NOT_SUBMITTED  0 5',
      ],
    });
  });

  it.each([
    ['was not reached', { inspection: null }],
    ['tells no facts', { inspection: { facts: null } }],
    ['tells facts of another version', { inspection: { facts: { version: 1, releases: [] } } }],
  ])('when an agency %s, then it is unreachable and nothing of it is received', async (_what, sent) => {
    const { expected, received, lines } = await completenessOf({ asOf: april(20), sent });

    expect({ expected, received }).toEqual({ expected: 8, received: 1 });
    expect(lines).toContain('inspection UNREACHABLE   0');
  });
});

describe('given an agency that has published, but not all that it owes', () => {
  it('when the missing indicators are asked for, then they have the names of its catalogue in both languages', async () => {
    const judge = await givenJudge([ofInspection]);

    const answer = await judge(
      'completeness { sections { agency organisation missing { vi: label en: label(locale: EN) } } }',
    );

    const { completeness } = reportOf(answer) as {
      completeness: { sections: readonly (Section & { readonly missing: readonly object[] })[] };
    };
    const inspection = completeness.sections.find(({ agency }) => agency === 'inspection');
    expect(inspection?.missing[0]).toEqual({
      vi: 'Tổ chức đảng được kiểm tra',
      en: 'Party organisations inspected',
    });
  });
});
