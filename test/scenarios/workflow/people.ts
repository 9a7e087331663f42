import type { MoveKind, Principal, Role } from '../../../schema/values/index.ts';

const AGENCY = 'inspection';

/** A person with a token, and what the rules of the house let that person do; written by hand, not asked of the code. */
export interface Person {
  readonly name: string;
  readonly principal: Principal | null;
  readonly may: readonly MoveKind[];
  /** The one organisation that it holds for; null for all. */
  readonly organisation: string | null;
}

function person(
  name: string,
  subject: string,
  roles: readonly Role[],
  may: readonly MoveKind[],
  { agency = AGENCY, organisation = null }: { agency?: string; organisation?: string | null } = {},
): Person {
  const grants = roles.map((role) => ({ role, agency, organisation }));
  return { name, principal: { subject, grants }, may, organisation };
}

const WRITES: readonly MoveKind[] = ['SAVE', 'SUBMIT'];
const DECIDES: readonly MoveKind[] = ['RETURN', 'APPROVE', 'PUBLISH', 'WITHDRAW'];

/** Everyone who comes to the agency. `dung` has two roles, in one token or in two. */
export const PEOPLE: readonly Person[] = [
  person('an, officer', 'an', ['OFFICER'], WRITES),
  person('binh, officer of one organisation', 'binh', ['OFFICER'], WRITES, { organisation: 'ha-tinh-khoi' }),
  person('chi, approver', 'chi', ['APPROVER'], DECIDES),
  person('dung, officer and approver', 'dung', ['OFFICER', 'APPROVER'], [...WRITES, ...DECIDES]),
  person('dung, with a token as officer', 'dung', ['OFFICER'], WRITES),
  person('dung, with a token as approver', 'dung', ['APPROVER'], DECIDES),
  person('em, approver of one organisation', 'em', ['APPROVER'], DECIDES, { organisation: 'ha-tinh' }),
  person('giang, of another agency', 'giang', ['OFFICER', 'APPROVER', 'ADMINISTRATOR'], [], {
    agency: 'office',
  }),
  person('hoa, administrator', 'hoa', ['ADMINISTRATOR'], ['WITHDRAW']),
  person('khanh, reader and analyst', 'khanh', ['READER', 'ANALYST'], []),
  { name: 'nobody in particular', principal: null, may: [], organisation: null },
];
