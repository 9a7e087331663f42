import { describe, expect, it } from 'vitest';

import type { Release } from '../../../../schema/values/index.ts';
import { faultCodesOf } from '../../../support/answers.ts';
import { april } from '../../../support/stores.ts';
import { givenJudge, givenTotals, reportOf, type JudgeOptions } from './given.ts';

const PROGRAMME =
  'part-of-whole:inspection/programme-units/sum level:party-building/grassroots-organisations';
const DISCIPLINED = 'part-of-whole:inspection/members-disciplined/sum form:party-building/members';
const SAME = 'same-fact:inspection/programme-units/sum level:party-building/grassroots-organisations';

/** Programmes of 43 units, of which only 42 organisations are known; and no number of members. */
const ofInspection = givenTotals(
  'inspection',
  { 'programme-units': '43', 'members-disciplined': '6' },
  { publishedAt: april(2) },
);
const ofParty = givenTotals(
  'party-building',
  { 'grassroots-organisations': '42' },
  { publishedAt: april(4) },
);
const correctionOfParty = givenTotals(
  'party-building',
  { 'grassroots-organisations': '43', members: '5000' },
  { number: 2, publishedAt: april(9) },
);

interface Result {
  readonly code: string;
  readonly verdict: string;
  readonly reason: string | null;
  readonly unreached: readonly string[];
  readonly expression: string;
}

/** One line a result: rule, verdict, why, who, and the arithmetic. */
const line = ({ code, verdict, reason, unreached, expression }: Result): string =>
  [code, verdict, reason, ...unreached, expression].filter(Boolean).join(' ');

async function reconciled(
  releases: readonly Release[],
  { argument = '', ...options }: { argument?: string } & JudgeOptions = {},
): Promise<readonly string[]> {
  const judge = await givenJudge(releases);
  const answer = await judge(
    `reconciliation${argument} { code verdict reason unreached expression }`,
    options,
  );
  return (reportOf(answer) as { reconciliation: readonly Result[] }).reconciliation.map(line);
}

describe('given agencies that contradict each other', () => {
  it('when they are reconciled, then results come in the order of the rules, with their arithmetic', async () => {
    expect(await reconciled([ofInspection, ofParty])).toEqual([
      `${PROGRAMME} CONFLICT 43 > 42`,
      `${DISCIPLINED} NOT_TESTABLE FIGURE_MISSING 6 ≤? ?`,
      `${SAME} CONFLICT 43 ≠ 42`,
    ]);
  });

  it.each([
    ['one verdict', '(verdict: CONFLICT)', [PROGRAMME, SAME]],
    ['a list', '(verdict: [NOT_TESTABLE, HOLDS])', [DISCIPLINED]],
    ['no verdict', '(verdict: [])', []],
    ['an agency', '(agency: "party-building")', [PROGRAMME, DISCIPLINED, SAME]],
    ['an agency whose rules say nothing', '(agency: "socio-economic")', []],
    ['an agency without rules', '(agency: "mass-organisations")', []],
    ['an agency and a verdict', '(agency: "inspection", verdict: NOT_TESTABLE)', [DISCIPLINED]],
    ['nulls', '(agency: null, verdict: null)', [PROGRAMME, DISCIPLINED, SAME]],
  ])('when %s is asked for, then only these are told', async (_what, argument, expected) => {
    const lines = await reconciled([ofInspection, ofParty], { argument });

    expect(lines.map((each) => each.slice(0, each.search(/ (CONFLICT|NOT_TESTABLE)/)))).toEqual(expected);
  });

  it('when figures are told, then each with its agency', async () => {
    const judge = await givenJudge([ofInspection, ofParty]);

    const answer = await judge(
      `reconciliation(verdict: CONFLICT) {
        rule severity organisation time
        figures { agency indicator label text value unit sources { document } }
        sides { text interval { low high } }
      }`,
    );

    expect((reportOf(answer) as { reconciliation: readonly unknown[] }).reconciliation[0]).toEqual({
      rule: 'Đơn vị được thẩm định chương trình kiểm tra, giám sát không nhiều hơn số tổ chức cơ sở đảng',
      severity: 'ERROR',
      organisation: 'ha-tinh-khoi',
      time: '2024-Q1',
      figures: [
        {
          agency: 'inspection',
          indicator: 'programme-units',
          label: 'Đơn vị được thẩm định chương trình kiểm tra, giám sát',
          text: '43',
          value: '43',
          unit: 'unit',
          sources: [{ document: 'bao-cao' }],
        },
        {
          agency: 'party-building',
          indicator: 'grassroots-organisations',
          label: 'Tổ chức cơ sở đảng',
          text: '42',
          value: '42',
          unit: 'organisation',
          sources: [{ document: 'bao-cao' }],
        },
      ],
      sides: [
        { text: '43 đơn vị', interval: { low: '43', high: '43' } },
        { text: '42 đơn vị', interval: { low: '42', high: '42' } },
      ],
    });
  });
});

describe('given an agency that was reached and shows nothing of an indicator', () => {
  it('when a rule needs it, then the figure is named in the words of its agency and has no number', async () => {
    const judge = await givenJudge([ofInspection, ofParty]);

    const answer = await judge(
      'reconciliation(verdict: NOT_TESTABLE) { sides { text } figures { agency indicator label text value unit sources { document } } }',
    );

    expect((reportOf(answer) as { reconciliation: readonly unknown[] }).reconciliation).toEqual([
      {
        sides: [],
        figures: [
          expect.objectContaining({ label: 'Đảng viên bị thi hành kỷ luật', text: '6' }) as object,
          {
            agency: 'party-building',
            indicator: 'members',
            label: 'Đảng viên',
            text: '?',
            value: null,
            unit: 'person',
            sources: [],
          },
        ],
      },
    ]);
  });
});

describe('given an agency that is not known', () => {
  it('when its rules are asked for, then it is refused with the one that was meant, and only the field is null', async () => {
    const judge = await givenJudge([ofInspection, ofParty]);

    const answer = await judge('title(locale: EN) reconciliation(agency: "inspektion") { code }');

    expect(faultCodesOf(answer)).toEqual(['CODE_UNKNOWN']);
    expect(answer.errors?.[0]?.message).toContain(
      'Did you mean "inspection"? Use a code of the directory of agencies.',
    );
    expect(answer.errors?.[0]?.path).toEqual(['_entities', 0, 'reconciliation']);
    expect(JSON.parse(JSON.stringify(answer.data))).toEqual({
      _entities: [{ title: expect.stringContaining('2024') as string, reconciliation: null }],
    });
  });

  it('when it is an empty text, then it is refused as well', async () => {
    const judge = await givenJudge([ofInspection, ofParty]);

    expect(faultCodesOf(await judge('reconciliation(agency: "") { code }'))).toEqual(['CODE_UNKNOWN']);
  });
});

describe('given agencies that publish one after the other, one of them with a correction', () => {
  it.each([
    ['before anybody published', april(1), []],
    [
      'before Party building published',
      april(3),
      [
        `${PROGRAMME} NOT_TESTABLE FIGURE_MISSING 43 ≤? ?`,
        `${DISCIPLINED} NOT_TESTABLE FIGURE_MISSING 6 ≤? ?`,
        `${SAME} NOT_TESTABLE FIGURE_MISSING 43 ≟ ?`,
      ],
    ],
    [
      'before the correction',
      april(8),
      [
        `${PROGRAMME} CONFLICT 43 > 42`,
        `${DISCIPLINED} NOT_TESTABLE FIGURE_MISSING 6 ≤? ?`,
        `${SAME} CONFLICT 43 ≠ 42`,
      ],
    ],
    [
      'from the correction on',
      april(9),
      [`${PROGRAMME} HOLDS 43 ≤ 43`, `${DISCIPLINED} HOLDS 6 ≤ 5.000`, `${SAME} HOLDS 43 = 43`],
    ],
  ])('when the report is of %s, then it is judged as it was known then', async (_when, asOf, expected) => {
    expect(await reconciled([ofInspection, ofParty, correctionOfParty], { asOf })).toEqual(expected);
  });
});

describe('given an agency whose facts are not there', () => {
  it.each([
    ['its section is null', { partyBuilding: null }],
    ['its section was not sent', { partyBuilding: undefined }],
    ['its facts could not be told', { partyBuilding: { facts: null } }],
    ['its facts were not sent', { partyBuilding: {} }],
    ['its facts are of a version to come', { partyBuilding: { facts: { version: 3, releases: [] } } }],
    ['its facts are of another shape', { partyBuilding: { facts: { version: 2, releases: 'none' } } }],
    ['its section is a text', { partyBuilding: 'a text' }],
  ])('when %s, then it counts as not reached', async (_what, sent) => {
    expect(await reconciled([ofInspection, ofParty], { sent })).toEqual([
      `${PROGRAMME} NOT_TESTABLE AGENCY_NOT_REACHED party-building 43 ≤? ?`,
      `${DISCIPLINED} NOT_TESTABLE AGENCY_NOT_REACHED party-building 6 ≤? ?`,
      `${SAME} NOT_TESTABLE AGENCY_NOT_REACHED party-building 43 ≟ ?`,
    ]);
  });
});
