import { Counter, Gauge, Histogram } from 'prom-client';

import { createFigures, SECONDS_BUCKETS, type Figures } from '../../../schema/running/index.ts';

/** What came of a request: its status was below 400, 400 or more, 500 or more, or nobody waited for it. */
export type AnswerOutcome = 'answered' | 'refused' | 'failed' | 'abandoned';

/** What a subgraph counts. */
export interface AgencyFigures extends Figures {
  /** Takes part in the number of requests in flight. */
  began(): void;
  answered(outcome: AnswerOutcome, seconds: number): void;
  /** The store was used; `outcome` is "failed" where it threw. */
  storeUsed(method: string, outcome: 'done' | 'failed', seconds: number): void;
  /** A release was kept. */
  published(): void;
}

/** The figures of one subgraph. */
export function createAgencyFigures(): AgencyFigures {
  const figures = createFigures();
  const registers = [figures.registry];
  const requests = new Histogram({
    name: 'party_report_operation_seconds',
    help: 'Time until a request to this subgraph was answered.',
    labelNames: ['outcome'] as const,
    buckets: SECONDS_BUCKETS,
    registers,
  });
  const store = new Histogram({
    name: 'party_report_store_seconds',
    help: 'Time that the store took, by method.',
    labelNames: ['method', 'outcome'] as const,
    buckets: SECONDS_BUCKETS,
    registers,
  });
  const inFlight = new Gauge({
    name: 'party_report_requests_in_flight',
    help: 'Requests that have no answer yet.',
    registers,
  });
  const releases = new Counter({
    name: 'party_report_releases_published_total',
    help: 'Releases that this process has published, those of its figures folder among them.',
    registers,
  });
  return {
    ...figures,
    began: () => inFlight.inc(),
    answered(outcome, seconds) {
      inFlight.dec();
      requests.observe({ outcome }, seconds);
    },
    storeUsed: (method, outcome, seconds) => store.observe({ method, outcome }, seconds),
    published: () => releases.inc(),
  };
}
