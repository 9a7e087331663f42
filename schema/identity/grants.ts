import { ROLES, type Grant, type Role } from '../values/index.ts';

const FIELDS = new Set(['role', 'agency', 'organisation']);
const ROLE_BY_WORD: ReadonlyMap<unknown, Role> = new Map(ROLES.map((role) => [role.toLowerCase(), role]));

/**
 * Reads the claim `roles`: `[{ role, agency?, organisation? }]`, the role in lower case. Null when it is malformed:
 * a grant that is not understood whole, say for a field that is misspelt, could be one for more than was meant.
 */
export function readGrants(claim: unknown): readonly Grant[] | null {
  if (!Array.isArray(claim)) return null;
  const grants: Grant[] = [];
  for (const entry of claim as unknown[]) {
    const grant = readGrant(entry);
    if (!grant) return null;
    grants.push(grant);
  }
  return grants;
}

function readGrant(entry: unknown): Grant | null {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return null;
  if (Object.keys(entry).some((field) => !FIELDS.has(field))) return null;
  const { role: word, agency, organisation } = entry as Readonly<Record<string, unknown>>;
  const role = ROLE_BY_WORD.get(word);
  if (!role || !isScope(agency) || !isScope(organisation)) return null;
  return { role, agency: agency ?? null, organisation: organisation ?? null };
}

/** Left out is "all"; an empty text or a null is somebody's mistake, and not to be taken for "all". */
function isScope(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value !== '');
}
