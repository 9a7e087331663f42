import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

import type DataLoader from 'dataloader';

import type { Principal, Release } from '../../../schema/values/index.ts';
import type { KnowledgeClock } from '../publishing/knowledgeClock.ts';
import { createKnowledgeAt, type RequestReading } from '../reading/knowledge.ts';
import { createReadersView } from '../reading/readersView.ts';
import { createReleaseLoader, type Reading } from '../reading/sectionSource.ts';
import type { LineAt } from '../storage/moveStore.ts';
import type { ReleaseStore } from '../storage/releaseStore.ts';
import type { MoveLog } from '../submitting/moveLog.ts';

/** What resolvers of one request may use. */
export interface AgencyContext extends RequestReading {
  readonly releases: DataLoader<LineAt, Release | null, string>;
  /** Who asks; null for nobody in particular. */
  readonly principal: Principal | null;
  /** All moves, drafts among them: only for those who have been asked for the right. `store` is what they may read. */
  readonly log: MoveLog;
  /** What the request is called in the logs of others, as its header "x-request-id" says; null where it says nothing. */
  readonly requestId: string | null;
  /** What the agency signs its own words with: the first signs, and what any of them has signed is taken for its own. */
  readonly secrets: readonly [KeyObject, ...KeyObject[]];
}

/** What an agency reads and writes with, whoever asks. */
export interface AgencyMeans extends Reading {
  readonly store: ReleaseStore;
  /** The keys that it shares with the gateway; where it has none, one of this process. */
  readonly secrets?: readonly KeyObject[];
}

const PROCESS_SECRET = createSecretKey(randomBytes(32));

/**
 * The context of one request; its loader and what it has come to know live as long as the request. Published figures
 * are read through the principal's view of the store, and through nothing else; and only until the signal is aborted,
 * when nobody waits for the answer any more.
 */
export function createContext(
  means: AgencyMeans,
  principal: Principal | null = null,
  requestId: string | null = null,
  signal: AbortSignal | null = null,
): AgencyContext {
  const { agency, store, clock, presenters, secrets = [] } = means;
  const [first = PROCESS_SECRET, ...others] = secrets;
  const announce: KnowledgeClock['announce'] = async (asOf) => {
    // It asks the store and may raise its mark: reading for nobody must not hold up those who publish.
    signal?.throwIfAborted();
    return clock.announce(asOf);
  };
  const reading: Reading = {
    ...means,
    clock: { ...clock, announce },
    store: createReadersView(store, principal, presenters, signal),
  };
  return {
    ...reading,
    log: { agency, store, clock },
    releases: createReleaseLoader(reading),
    knowledgeAt: createKnowledgeAt(reading),
    principal,
    requestId,
    secrets: [first, ...others],
  };
}
