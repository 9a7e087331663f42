import type { Measured } from './measuring/contest.ts';
import { markdownTable } from './measuring/markdown.ts';

/** What was measured of all contestants in one contest. */
export interface NamedResult {
  readonly name: string;
  readonly measured: readonly Measured[];
}

const HEAD = ['', 'CPU ms', 'ratio', 'req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'RSS MB', 'new query, CPU ms'];

/** All numbers of one contest, with the ratio of each CPU per request to that of `base`. */
export function contestTable(measured: readonly Measured[], base: string): string {
  return markdownTable(
    HEAD,
    measured.map((one) => [
      one.name,
      one.cpu.toFixed(3),
      ratioOf(one, measured, base),
      one.rate.toFixed(0),
      ...[one.p50, one.p95, one.p99].map((time) => time.toFixed(1)),
      one.memory.toFixed(0),
      one.newQuery === null ? '' : one.newQuery.toFixed(0),
    ]),
  );
}

/** Ratios of CPU per request to that of `base`: contestants downwards, contests across. */
export function ratioTable(results: readonly NamedResult[], base: string): string {
  const names = results[0]?.measured.map(({ name }) => name) ?? [];
  return markdownTable(
    ['', ...results.map((one) => one.name)],
    names.map((name, index) => [
      name,
      ...results.map(({ measured }) => ratioOf(measured[index], measured, base)),
    ]),
  );
}

function ratioOf(one: Measured | undefined, measured: readonly Measured[], base: string): string {
  const measure = measured.find(({ name }) => name === base);
  return ((one?.cpu ?? Number.NaN) / (measure?.cpu ?? Number.NaN)).toFixed(2);
}
