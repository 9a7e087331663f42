import type { Principal } from '../../../schema/values/index.ts';

/** Whether somebody is an administrator of an agency as a whole: what is about all its organisations needs such a grant. */
export function administers(principal: Principal | null, agency: string): boolean {
  const isGranted = principal?.grants.some(
    (grant) =>
      grant.role === 'ADMINISTRATOR' &&
      grant.organisation === null &&
      (grant.agency === null || grant.agency === agency),
  );
  return isGranted ?? false;
}
