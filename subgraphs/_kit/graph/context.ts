import type DataLoader from 'dataloader';

import type { Principal, Release } from '../../../schema/values/index.ts';
import { createKnowledgeAt, type RequestReading } from '../reading/knowledge.ts';
import { createReleaseLoader, type Reading } from '../reading/sectionSource.ts';
import type { LineAt } from '../storage/moveStore.ts';

/** What resolvers of one request may use. */
export interface AgencyContext extends RequestReading {
  readonly releases: DataLoader<LineAt, Release | null, string>;
  /** Who asks; null for nobody in particular. */
  readonly principal: Principal | null;
}

/** The context of one request; its loader and what it has come to know live as long as the request. */
export function createContext(reading: Reading, principal: Principal | null = null): AgencyContext {
  return {
    ...reading,
    releases: createReleaseLoader(reading),
    knowledgeAt: createKnowledgeAt(reading),
    principal,
  };
}
