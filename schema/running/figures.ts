import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Upper bounds of the classes of latencies, in seconds: fine around what a cached, a merged and a slow report take. */
const SECONDS_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

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

/** Adds times that something took, in seconds; `name` without the prefix of the house. */
export function addSeconds<Label extends string>(
  { registry }: Figures,
  name: string,
  help: string,
  labelNames: readonly Label[],
): Histogram<Label> {
  return new Histogram({ ...described(name, help, registry), labelNames, buckets: SECONDS_BUCKETS });
}

/** Adds a count that only grows. */
export function addCount<Label extends string = never>(
  { registry }: Figures,
  name: string,
  help: string,
  labelNames: readonly Label[] = [],
): Counter<Label> {
  return new Counter({ ...described(name, help, registry), labelNames });
}

/** Adds a number that goes up and down; `read` sets it whenever somebody asks. */
export function addLevel<Label extends string = never>(
  { registry }: Figures,
  name: string,
  help: string,
  labelNames: readonly Label[] = [],
  read: (level: Gauge<Label>) => void = () => undefined,
): Gauge<Label> {
  return new Gauge({
    ...described(name, help, registry),
    labelNames,
    collect() {
      read(this);
    },
  });
}

function described(name: string, help: string, registry: Registry) {
  return { name: `party_report_${name}`, help, registers: [registry] };
}
