import { describe, expect, it } from 'vitest';

import {
  CONFIDENTIALITIES,
  hasRole,
  mayRead,
  ROLES,
  type Grant,
  type Principal,
  type Role,
} from '../../../schema/values/index.ts';

const SCOPE = { agency: 'inspection', organisation: 'ha-tinh-khoi' };

function givenPrincipal(...grants: Partial<Grant>[]): Principal {
  return {
    subject: 'an',
    grants: grants.map((grant) => ({ role: 'READER', agency: null, organisation: null, ...grant })),
  };
}

describe('given a role for something', () => {
  it.each<[string, Partial<Grant>, boolean]>([
    ['everything', {}, true],
    ['this agency', { agency: 'inspection' }, true],
    ['another agency', { agency: 'office' }, false],
    ['this organisation', { organisation: 'ha-tinh-khoi' }, true],
    ['another organisation', { organisation: 'ha-tinh' }, false],
    ['this agency and organisation', SCOPE, true],
    ['this agency, another organisation', { ...SCOPE, organisation: 'ha-tinh' }, false],
    ['another agency, this organisation', { ...SCOPE, agency: 'office' }, false],
    ['an agency without a name', { agency: '' }, false],
  ])('when it is for %s, then the principal has it here as expected', (_what, grant, expected) => {
    expect(hasRole(givenPrincipal({ role: 'OFFICER', ...grant }), ['OFFICER'], SCOPE)).toBe(expected);
  });

  it('when another role is asked for, then the principal has it not, whichever it is', () => {
    const had = ROLES.flatMap((role) => {
      const others = ROLES.filter((other) => other !== role);
      return hasRole(givenPrincipal({ role }), others, SCOPE) ? [role] : [];
    });

    expect(had).toEqual([]);
  });

  it('when agency and organisation come from two grants, then neither is enough', () => {
    const principal = givenPrincipal(
      { role: 'OFFICER', agency: 'inspection', organisation: 'ha-tinh' },
      { role: 'OFFICER', agency: 'office', organisation: 'ha-tinh-khoi' },
    );

    expect(hasRole(principal, ['OFFICER'], SCOPE)).toBe(false);
  });

  it('when one of several grants is enough, then the principal has the role', () => {
    const principal = givenPrincipal({ agency: 'office' }, { role: 'OFFICER', agency: 'inspection' });

    expect(hasRole(principal, ['APPROVER', 'OFFICER'], SCOPE)).toBe(true);
  });

  it('when no role is asked for, or nobody asks, then there is none', () => {
    expect(hasRole(givenPrincipal({}), [], SCOPE)).toBe(false);
    expect(hasRole(null, ROLES, SCOPE)).toBe(false);
  });
});

describe('given figures of inspection about an organisation', () => {
  /** Whether PUBLIC, INTERNAL, RESTRICTED may be read. */
  const table: [string, Principal | null, [boolean, boolean, boolean]][] = [
    ['nobody in particular', null, [true, false, false]],
    ['somebody without grants', givenPrincipal(), [true, false, false]],
    ['a reader of everything', givenPrincipal({}), [true, true, false]],
    ['a reader of this agency', givenPrincipal({ agency: 'inspection' }), [true, true, false]],
    ['a reader of another agency', givenPrincipal({ agency: 'office' }), [true, false, false]],
    ['a reader of another organisation', givenPrincipal({ organisation: 'ha-tinh' }), [true, false, false]],
    ...(['ANALYST', 'OFFICER', 'APPROVER', 'ADMINISTRATOR'] as const).flatMap(rowsOf),
  ];

  it.each(table)(
    'when %s asks, then what is PUBLIC, INTERNAL, RESTRICTED is shown as expected',
    (_who, principal, expected) => {
      expect(CONFIDENTIALITIES.map((one) => mayRead(principal, one, SCOPE))).toEqual(expected);
    },
  );

  it('when a confidentiality is none that we know, then nobody reads it', () => {
    expect(mayRead(givenPrincipal({ role: 'ADMINISTRATOR' }), 'SECRET' as never, SCOPE)).toBeFalsy();
  });
});

function rowsOf(role: Role): [string, Principal, [boolean, boolean, boolean]][] {
  return [
    [`${role} of everything`, givenPrincipal({ role }), [true, true, true]],
    [`${role} of this agency`, givenPrincipal({ role, agency: 'inspection' }), [true, true, true]],
    [`${role} of this agency and organisation`, givenPrincipal({ role, ...SCOPE }), [true, true, true]],
    [`${role} of another agency`, givenPrincipal({ role, agency: 'office' }), [true, false, false]],
    [
      `${role} of this agency, another organisation`,
      givenPrincipal({ role, agency: 'inspection', organisation: 'ha-tinh' }),
      [true, false, false],
    ],
  ];
}
