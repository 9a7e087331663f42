import { describe, expect, it } from 'vitest';

import { findForeignFaults } from '../../scripts/importing/foreignRules.ts';

/** What the Party building agency counts, as a gateway tells it; every question is noted. */
function givenGateway() {
  const asked: string[] = [];
  const ask = (query: string) => {
    asked.push(query);
    const indicators = [
      { code: 'members', units: [{ code: 'person' }], dimensions: [{ code: 'sex' }] },
      { code: 'cells', units: [{ code: 'organisation' }], dimensions: [] },
    ];
    const parts = [{ code: 'female', dimension: { code: 'sex' } }];
    return Promise.resolve({ data: { partyBuilding: { indicators, parts } }, errors: [], text: '' });
  };
  const faultsOf = (row: string) => {
    const bytes = Buffer.from(`rule,figure,parts,whole\n${row}\n`);
    return findForeignFaults(ask, { name: 'between.csv', bytes });
  };
  return { asked, faultsOf };
}

const PLACE = 'between.csv, row 2, column "rule": Rule';

describe('given a file of rules between agencies', () => {
  it.each([
    ['what is counted', 'same-fact,total,,party-building:members[sex=female]/person', []],
    [
      'an indicator that is not counted',
      'same-fact,total,,party-building:member',
      [
        `${PLACE} "same-fact:total:party-building/member" does not fit the catalogue: the catalogue has no indicator "member" (did you mean "members"?). [RULE_INVALID]`,
      ],
    ],
    [
      'a code that its dimension has not',
      'same-fact,total,,party-building:members[sex=femal]',
      [
        `${PLACE} "same-fact:total:party-building/members/sex=femal" does not fit the catalogue: dimension "sex" has no code "femal" (did you mean "female"?). [RULE_INVALID]`,
      ],
    ],
    [
      'a sum of different units',
      'sum-across,party-building:members,party-building:cells;party-building:members,',
      [
        `${PLACE} "sum-across:party-building/members:party-building/cells:party-building/members" does not fit the catalogue: it adds figures of different units (person, organisation). [RULE_INVALID]`,
      ],
    ],
  ])('when a rule speaks of %s, then that is told', async (_what, row, expected) => {
    const { faultsOf } = givenGateway();

    expect(await faultsOf(row)).toEqual(expected);
  });

  it('when it names agencies, then only they are asked, and none where the office refuses the row', async () => {
    const { asked, faultsOf } = givenGateway();

    await faultsOf('same-fact,total,,nobody:members');
    await faultsOf('no-rule,total,,party-building:members');
    await faultsOf('same-fact,office:total,,party-building:members');

    expect(asked).toEqual([
      '{ partyBuilding { indicators { code units { code } dimensions { code } } parts { code dimension { code } } } }',
    ]);
  });
});
