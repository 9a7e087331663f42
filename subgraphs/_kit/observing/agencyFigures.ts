import {
  addCount,
  addLevel,
  addSeconds,
  createFigures,
  type Figures,
} from '../../../schema/running/index.ts';
import type { ReleaseOrigin } from '../storage/releaseStore.ts';

/** What came of a request: its status was below 400, 400 or more, 500 or more, or nobody waited for it. */
export type AnswerOutcome = 'answered' | 'refused' | 'failed' | 'abandoned';

/** What a subgraph counts. */
export interface AgencyFigures extends Figures {
  /** Takes part in the number of requests in flight. */
  began(): void;
  answered(outcome: AnswerOutcome, seconds: number): void;
  /** The store was used; `outcome` is "failed" where it threw. */
  storeUsed(method: string, outcome: 'done' | 'failed', seconds: number): void;
  /** Readers were given so many releases, from what is kept in memory or from the store. */
  releasesRead(from: ReleaseOrigin, count: number): void;
  /** A release was kept. */
  published(): void;
}

/** The figures of one subgraph. */
export function createAgencyFigures(): AgencyFigures {
  const figures = createFigures();
  const requests = addSeconds(
    figures,
    'operation_seconds',
    'Time until a request to this subgraph was answered.',
    ['outcome'],
  );
  const store = addSeconds(figures, 'store_seconds', 'Time that the store took, by method.', [
    'method',
    'outcome',
  ]);
  const inFlight = addLevel(figures, 'requests_in_flight', 'Requests that have no answer yet.');
  const read = addCount(
    figures,
    'releases_read_total',
    'Releases that readers were given, from the cache or from the store.',
    ['from'],
  );
  const releases = addCount(
    figures,
    'releases_published_total',
    'Releases that this process has published, those of its figures folder among them.',
  );
  return {
    ...figures,
    began: () => inFlight.inc(),
    answered(outcome, seconds) {
      inFlight.dec();
      requests.observe({ outcome }, seconds);
    },
    storeUsed: (method, outcome, seconds) => store.observe({ method, outcome }, seconds),
    releasesRead: (from, count) => read.inc({ from }, count),
    published: () => releases.inc(),
  };
}
