import { describe, expect, it } from 'vitest';

import type { Instant } from '../../../../schema/values/index.ts';
import { givenJudge, givenTotals, reportOf } from './given.ts';

const RULES = 'rule,figure,parts,whole,severity,words_vi,words_en,retired';
const MORE = 'sum-across,party-building:members,inspection:members-disciplined;documents-issued,,WARNING';
const SAME =
  'same-fact,inspection:programme-units,,party-building:grassroots-organisations,ERROR,Một con số,One number';
const CODE = 'same-fact:inspection/programme-units:party-building/grassroots-organisations';
const AFTER = '2024-04-30T12:00:00.500Z' as Instant;

/** The Party building agency counts 42 organisations, inspection 43 units. */
async function givenTwo() {
  const judge = await givenJudge([
    givenTotals('inspection', { 'programme-units': '43' }),
    givenTotals('party-building', { 'grassroots-organisations': '42' }),
  ]);
  const reconciled = async (asOf: Instant, argument = '') => {
    const fields = `reconciliation${argument} { code rule severity verdict expression }`;
    const answer = await judge(fields, { asOf });
    return (reportOf(answer) as { reconciliation: { code: string }[] }).reconciliation.filter(
      ({ code }) => code === CODE,
    );
  };
  return { update: judge.update, reconciled };
}

describe('given agencies that contradict each other, and an office that a file tells so', () => {
  it('when the rule is put in, then reports have it from then on, as it says, and earlier ones have not', async () => {
    const { update, reconciled } = await givenTwo();

    const { added, faults } = await update('RECONCILIATION_RULES', [RULES, `${SAME},`]);

    expect([added, faults]).toEqual([[CODE], []]);
    const told = [
      { code: CODE, rule: 'Một con số', severity: 'ERROR', verdict: 'CONFLICT', expression: '43 ≠ 42' },
    ];
    expect(await reconciled(AFTER)).toEqual(told);
    expect(await reconciled(AFTER, '(agency: "inspection")')).toEqual(told);
    expect(await reconciled(AFTER, '(agency: "socio-economic")')).toEqual([]);
    expect(await reconciled('2024-04-30T11:59:59.000Z' as Instant)).toEqual([]);
  });

  it('when it is put in again, then nothing changes; when it is retired, then it is judged no more', async () => {
    const { update, reconciled } = await givenTwo();
    await update('RECONCILIATION_RULES', [RULES, `${SAME},`]);

    expect((await update('RECONCILIATION_RULES', [RULES, `${SAME},`, ''])).unchanged).toEqual([CODE]);
    expect((await update('RECONCILIATION_RULES', [RULES, `${SAME},yes`])).changed).toEqual([CODE]);
    expect(await reconciled(AFTER)).toEqual([]);
  });

  it.each([
    [
      'no other agency',
      'part-of-whole,conference-venues,,documents-issued,,,,',
      'it names no figure of another agency, as in party-building:members: it belongs into the list "rules"',
    ],
    [
      'an agency that there is not',
      'part-of-whole,inspektion:members,,documents-issued,,,,',
      'there is no agency "inspektion", but office, party-building, inspection, mass-organisations, socio-economic',
    ],
    [
      'a figure that the office does not count',
      'part-of-whole,document-issued,,inspection:members,,,,',
      'the catalogue has no indicator "document-issued" (did you mean "documents-issued"?)',
    ],
    [
      'what the code of the office says',
      'part-of-whole,inspection:members-asset-controlled,,party-building:members,,,,',
      'the code of the office declares it already',
    ],
  ])('when a rule names %s, then it is refused', async (_what, row, reason) => {
    const { update } = await givenTwo();

    const { added, faults } = await update('RECONCILIATION_RULES', [RULES, `${MORE},,,`, row]);

    expect(added).toEqual([]);
    expect(faults).toMatchObject([{ row: 3, column: 'rule', code: 'RULE_INVALID' }]);
    expect(faults[0]?.message).toContain(`does not fit the catalogue: ${reason}.`);
  });
});
