import type { Confidentiality } from './confidentiality.ts';

/** What a person may be trusted with. No role includes another: who needs two is granted two. */
export const ROLES = ['READER', 'ANALYST', 'OFFICER', 'APPROVER', 'ADMINISTRATOR'] as const;
export type Role = (typeof ROLES)[number];

/** The roles of those who work with figures: they see what is RESTRICTED. */
const WORKING_ROLES: readonly Role[] = ['ANALYST', 'OFFICER', 'APPROVER', 'ADMINISTRATOR'];

/** A role, and what it holds for. */
export interface Grant {
  readonly role: Role;
  /** The one agency it holds for; null for all. */
  readonly agency: string | null;
  /** The one organisation whose figures it holds for; null for all. */
  readonly organisation: string | null;
}

/** Who asks, as a token says. Who shows no token is `null`: nobody in particular, without any grant. */
export interface Principal {
  /** The person's one lasting name; two principals with equal subjects are the same person. */
  readonly subject: string;
  readonly grants: readonly Grant[];
}

/** Whose figures, about whom: what a right is asked for. */
export interface Scope {
  readonly agency: string;
  readonly organisation: string;
}

/** Whether a principal has one of the roles for these figures. Nobody in particular has none. */
export function hasRole(principal: Principal | null, roles: readonly Role[], scope: Scope): boolean {
  return principal?.grants.some((grant) => roles.includes(grant.role) && covers(grant, scope)) ?? false;
}

/** Whether figures of this confidentiality may be shown to a principal. */
export function mayRead(
  principal: Principal | null,
  confidentiality: Confidentiality,
  scope: Scope,
): boolean {
  switch (confidentiality) {
    case 'PUBLIC':
      return true;
    case 'INTERNAL':
      return hasRole(principal, ROLES, scope);
    case 'RESTRICTED':
      return hasRole(principal, WORKING_ROLES, scope);
  }
}

function covers({ agency, organisation }: Grant, scope: Scope): boolean {
  return (
    (agency === null || agency === scope.agency) &&
    (organisation === null || organisation === scope.organisation)
  );
}
