import type { Principal, Role } from '../../schema/values/index.ts';

/** A person with one role, at the agency `invented` for all organisations where not said otherwise. */
export function person(
  role: Role,
  { agency = 'invented', organisation = null }: { agency?: string | null; organisation?: string | null } = {},
): Principal {
  return {
    subject: `${role}-${agency}-${organisation}`.toLowerCase(),
    grants: [{ role, agency, organisation }],
  };
}

/** Who has no right to what the agency `invented` says of `ha-tinh-khoi` but to what is public. */
export const OUTSIDERS: readonly (readonly [string, Principal | null])[] = [
  ['nobody in particular', null],
  ['a person without any role', { subject: 'guest', grants: [] }],
  ['an analyst of another agency', person('ANALYST', { agency: 'inspection' })],
  ['an officer of another agency', person('OFFICER', { agency: 'inspection' })],
  ['an officer of another organisation', person('OFFICER', { organisation: 'ha-tinh' })],
  ['an administrator of another agency', person('ADMINISTRATOR', { agency: 'office' })],
];

/** Who may also see what is INTERNAL there, and nothing RESTRICTED. */
export const READERS: readonly (readonly [string, Principal])[] = [
  ['a reader', person('READER')],
  ['a reader of this organisation', person('READER', { organisation: 'ha-tinh-khoi' })],
  [
    'a reader who works elsewhere',
    {
      subject: 'both',
      grants: [...person('READER').grants, ...person('OFFICER', { agency: 'office' }).grants],
    },
  ],
];

/** Who may see everything of it that is published. */
export const WORKERS: readonly (readonly [string, Principal])[] = [
  ['an analyst', person('ANALYST')],
  ['an officer of this organisation', person('OFFICER', { organisation: 'ha-tinh-khoi' })],
  ['an approver', person('APPROVER')],
  ['an administrator of all agencies', person('ADMINISTRATOR', { agency: null })],
];
