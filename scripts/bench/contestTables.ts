import { BFF } from './contestants.ts';
import type { Size } from './graph/shape.ts';
import type { Measured } from './measuring/contest.ts';
import { markdownTable } from './measuring/markdown.ts';

/** What was measured of all contestants with a report of one size. */
export interface SizeResult {
  readonly size: Size;
  readonly measured: readonly Measured[];
}

const HEAD = ['', 'CPU ms', '× BFF', 'req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'RSS MB', 'new query, CPU ms'];

/** All numbers of one size, with each CPU per request beside that of the BFF. */
export function contestTable(measured: readonly Measured[]): string {
  return markdownTable(
    HEAD,
    measured.map((one) => [
      one.name,
      one.cpu.toFixed(3),
      timesBff(one, measured),
      one.rate.toFixed(0),
      ...[one.p50, one.p95, one.p99].map((time) => time.toFixed(1)),
      one.memory.toFixed(0),
      one.newQuery === null ? '' : one.newQuery.toFixed(0),
    ]),
  );
}

/** CPU per request beside that of the BFF: contestants downwards, sizes (agencies / figures) across. */
export function ratioTable(results: readonly SizeResult[]): string {
  const names = results[0]?.measured.map(({ name }) => name) ?? [];
  return markdownTable(
    ['', ...results.map(({ size }) => `${size.agencies} / ${size.figures}`)],
    names.map((name, index) => [name, ...results.map(({ measured }) => timesBff(measured[index], measured))]),
  );
}

function timesBff(one: Measured | undefined, measured: readonly Measured[]): string {
  const bff = measured.find(({ name }) => name === BFF);
  return ((one?.cpu ?? Number.NaN) / (bff?.cpu ?? Number.NaN)).toFixed(2);
}
