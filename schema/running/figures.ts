import { collectDefaultMetrics, Registry } from 'prom-client';

/** Upper bounds of the classes of latencies, in seconds: fine around what a cached, a merged and a slow report take. */
export const SECONDS_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a process tells Prometheus at `/metrics`: numbers of how it runs, none of a report's. */
export interface Figures {
  readonly registry: Registry;
  readonly contentType: string;
  /** The text of `/metrics`. */
  text(): Promise<string>;
}

/** A registry of its own, so that several servers in one process do not share their numbers; with those of the process. */
export function createFigures(): Figures {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return { registry, contentType: registry.contentType, text: () => registry.metrics() };
}
