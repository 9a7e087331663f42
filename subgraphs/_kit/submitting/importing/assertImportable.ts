import { catalogued } from '../../../../schema/errors/index.ts';
import { refusalOf, type Correction, type Principal } from '../../../../schema/values/index.ts';
import type { ImportedLine } from './importedLine.ts';
import { actorOf, refused } from '../makeMove.ts';

/** What a person wants to import. */
export interface ImportRequest {
  readonly principal: Principal | null;
  /** Why what was published is changed; null where nothing was. */
  readonly correction: Correction | null;
}

/**
 * Asks before anything is stored whether every line may be saved by this person, as it stands now.
 * @throws TOKEN_REQUIRED, RIGHT_MISSING, MOVE_NOT_ALLOWED, CORRECTION_NOT_EXPLAINED
 */
export function assertImportable(
  agency: string,
  lines: readonly ImportedLine[],
  { principal, correction }: ImportRequest,
): void {
  for (const line of lines) {
    const command = saveOf(line, correction);
    const { organisation } = line;
    const by = actorOf(agency, { organisation, command, principal });
    if (line.isPublished || line.isDraft) continue;
    const refusal = refusalOf(line.submission, command, by);
    if (refusal) throw refused(refusal, command, line.submission, agency);
  }
}

/** A reason is given for what was published once, and for nothing else. */
export function saveOf({ observations, submission }: ImportedLine, correction: Correction | null) {
  return { kind: 'SAVE', observations, correction: submission.lastNumber > 0 ? correction : null } as const;
}

/** Whoever may write nothing at all for the agency shall not have files read. @throws TOKEN_REQUIRED, RIGHT_MISSING */
export function assertOfficer(agency: string, principal: Principal | null): void {
  if (principal === null) throw catalogued('TOKEN_REQUIRED', {});
  const isOfficer = principal.grants.some(
    (grant) => grant.role === 'OFFICER' && (grant.agency === null || grant.agency === agency),
  );
  if (!isOfficer) {
    throw catalogued('RIGHT_MISSING', { move: 'SAVE', roles: ['OFFICER'], agency, organisation: null });
  }
}
