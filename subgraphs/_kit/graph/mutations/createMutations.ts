import { createApprovalMutations } from './approvalMutations.ts';
import { createCatalogueMutation, type CatalogueUpdating } from './catalogueMutation.ts';
import { createDraftMutations } from './draftMutations.ts';
import { createImportMutation } from './importMutation.ts';
import { createPublicationMutations } from './publicationMutations.ts';

/**
 * The resolver classes with all mutations of one agency: flat, so that clients see whose figures they move by the name
 * alone. `prefix` is the agency's name in the graph, `PartyBuilding`.
 */
export function createMutations(prefix: string, updating: CatalogueUpdating): readonly (new () => object)[] {
  return [
    createDraftMutations(prefix),
    createImportMutation(prefix),
    createApprovalMutations(prefix),
    createPublicationMutations(prefix),
    createCatalogueMutation(prefix, updating),
  ];
}
