import type { Rule } from '../../../../schema/values/index.ts';
import { createApprovalMutations } from './approvalMutations.ts';
import { createDraftMutations } from './draftMutations.ts';
import { createImportMutation } from './importMutation.ts';
import { createPublicationMutations } from './publicationMutations.ts';

/**
 * The resolver classes with all mutations of one agency: flat, so that clients see whose figures they move by the name
 * alone. `prefix` is the agency's name in the graph, `PartyBuilding`; drafts are judged by its rules.
 */
export function createMutations(prefix: string, rules: readonly Rule[]): readonly (new () => object)[] {
  return [
    createDraftMutations(prefix, rules),
    createImportMutation(prefix, rules),
    createApprovalMutations(prefix, rules),
    createPublicationMutations(prefix, rules),
  ];
}
