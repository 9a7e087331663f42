import type DataLoader from 'dataloader';

import type { Principal, Release } from '../../../schema/values/index.ts';
import { createReleaseLoader, type Reading } from '../reading/sectionSource.ts';
import type { LineAt } from '../storage/releaseStore.ts';

/** What resolvers of one request may use. */
export interface AgencyContext extends Reading {
  readonly releases: DataLoader<LineAt, Release | null, string>;
  /** Who asks; null for nobody in particular. */
  readonly principal: Principal | null;
}

/** The context of one request; its loader lives as long as the request. */
export function createContext(reading: Reading, principal: Principal | null = null): AgencyContext {
  return { ...reading, releases: createReleaseLoader(reading), principal };
}
