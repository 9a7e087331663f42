import type { Principal, Role } from '../../schema/values/index.ts';

/** Somebody with roles for one agency, and for one organisation where it is named. */
export function person(
  subject: string,
  roles: Role | readonly Role[],
  agency: string | null = 'invented',
  organisation: string | null = null,
): Principal {
  const all = typeof roles === 'string' ? [roles] : roles;
  return { subject, grants: all.map((role) => ({ role, agency, organisation })) };
}

/** Who works at the invented agency. */
export const OFFICER = person('lan', 'OFFICER');
export const APPROVER = person('minh', 'APPROVER');
export const ADMINISTRATOR = person('quang', 'ADMINISTRATOR');
export const ANALYST = person('thu', 'ANALYST');
export const READER = person('nam', 'READER');
