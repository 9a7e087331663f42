import { describe, expect, it } from 'vitest';

import { readGrants } from '../../../schema/identity/grants.ts';

describe('given the claim of roles', () => {
  it.each([
    ['none', [], []],
    ['one for everything', [{ role: 'reader' }], [{ role: 'READER', agency: null, organisation: null }]],
    [
      'several',
      [
        { role: 'officer', agency: 'inspection' },
        { role: 'approver', agency: 'office', organisation: 'ha-tinh' },
        { role: 'analyst', organisation: 'ha-tinh' },
        { role: 'administrator' },
      ],
      [
        { role: 'OFFICER', agency: 'inspection', organisation: null },
        { role: 'APPROVER', agency: 'office', organisation: 'ha-tinh' },
        { role: 'ANALYST', agency: null, organisation: 'ha-tinh' },
        { role: 'ADMINISTRATOR', agency: null, organisation: null },
      ],
    ],
  ])('when it holds %s, then these are the grants', (_what, claim, expected) => {
    expect(readGrants(claim)).toEqual(expected);
  });

  it.each([
    ['missing', undefined],
    ['null', null],
    ['a text', 'officer'],
    ['an object', { role: 'officer' }],
    ['a list of texts', ['officer']],
    ['a list with a null', [null]],
    ['a list of lists', [[{ role: 'officer' }]]],
    ['without a role', [{ agency: 'inspection' }]],
    ['of a role that is not known', [{ role: 'boss' }]],
    ['of a role in capitals', [{ role: 'OFFICER' }]],
    ['of a role that every object has', [{ role: 'constructor' }]],
    ['for an agency without a name, which is not all', [{ role: 'officer', agency: '' }]],
    ['for an agency of null, which is not all', [{ role: 'officer', agency: null }]],
    ['for two agencies in one', [{ role: 'officer', agency: ['inspection', 'office'] }]],
    ['for an organisation of null, which is not all', [{ role: 'officer', organisation: null }]],
    ['with a field misspelt, which would be all', [{ role: 'officer', organization: 'ha-tinh' }]],
    ['good and then wrong', [{ role: 'reader' }, { role: 'boss' }]],
  ])('when it is %s, then there are none', (_what, claim) => {
    expect(readGrants(claim)).toBeNull();
  });
});
