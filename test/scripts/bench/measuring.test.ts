import { describe, expect, it } from 'vitest';

import { contestTable, ratioTable } from '../../../scripts/bench/contestTables.ts';
import type { Measured } from '../../../scripts/bench/measuring/contest.ts';
import { instantsFrom, instantsUpToNow } from '../../../scripts/bench/measuring/load.ts';
import { cpuMillisecondsOf, memoryOf } from '../../../scripts/bench/measuring/processUse.ts';
import { canonical, firstDifference } from '../../../scripts/bench/measuring/sameAnswer.ts';
import { median, quantile } from '../../../scripts/bench/measuring/statistics.ts';

describe('given the times of some requests', () => {
  const times = [40, 10, 30, 20];

  it.each([
    [0.5, 20],
    [0.75, 30],
    [0.95, 40],
    [0.99, 40],
    [0, 10],
  ])('when asked what a share of %d does not exceed, then it is %d', (share, expected) => {
    expect(quantile(times, share)).toBe(expected);
  });

  it('when there are none, then there is no median', () => {
    expect(median([])).toBeNaN();
  });
});

describe('given answers as texts', () => {
  it('when two say the same in another order of keys, then they are one', () => {
    expect(canonical('{"b":[{"y":1,"x":null}],"a":"1.50"}')).toBe('{"a":"1.50","b":[{"x":null,"y":1}]}');
  });

  it('when the items of a list stand in another order, then they are not', () => {
    expect(canonical('[1,2]')).not.toBe(canonical('[2,1]'));
  });

  it('when two differ, then it is shown where', () => {
    expect(firstDifference('{"value":"1"}', '{"value":"2"}')).toBe('…{"value":"1"}…\n…{"value":"2"}…');
  });
});

describe('given knowledge times', () => {
  it('when they are asked for, then each is a millisecond after the last', () => {
    const next = instantsFrom('2024-07-01T00:00:00.999Z');

    expect([next(), next()]).toEqual(['2024-07-01T00:00:00.999Z', '2024-07-01T00:00:01.000Z']);
  });

  it('when those up to now are used up, then they begin again, and none is in the future', () => {
    const next = instantsUpToNow(Date.now() - 2);

    const instants = Array.from({ length: 1000 }, next);

    expect(instants.every((instant) => Date.parse(instant) <= Date.now())).toBe(true);
    expect(new Set(instants).size).toBeGreaterThan(1);
  });
});

describe('given a process', () => {
  it('when it computes, then its CPU time grows by about that', () => {
    const before = cpuMillisecondsOf(process.pid);

    const until = process.cpuUsage().user + 200_000;
    while (process.cpuUsage().user < until);

    expect(cpuMillisecondsOf(process.pid) - before).toBeGreaterThanOrEqual(170);
  });

  it('when its memory is read, then it has not more now than at its peak', () => {
    expect(memoryOf(process.pid, 'now')).toBeGreaterThan(10);
    expect(memoryOf(process.pid, 'peak')).toBeGreaterThanOrEqual(memoryOf(process.pid, 'now') - 1);
  });
});

describe('given what was measured of two', () => {
  const measured = (name: string, cpu: number, newQuery: number | null): Measured => ({
    ...{ name, cpu, newQuery, rate: 500.4, p50: 1.26, p95: 2, p99: 3, memory: 100.4, requests: 1000 },
  });
  const both = [measured('by hand', 2, null), measured('we', 2.5, 44.4)];

  it('when the table is made, then each has its ratio to the first, and what is not measured is empty', () => {
    expect(contestTable(both, 'by hand').split('\n')).toEqual([
      '|         | CPU ms | ratio | req/s | p50 ms | p95 ms | p99 ms | RSS MB | new query, CPU ms |',
      '| ------- | -----: | ----: | ----: | -----: | -----: | -----: | -----: | ----------------: |',
      '| by hand |  2.000 |  1.00 |   500 |    1.3 |    2.0 |    3.0 |    100 |                   |',
      '| we      |  2.500 |  1.25 |   500 |    1.3 |    2.0 |    3.0 |    100 |                44 |',
    ]);
  });

  it('when several contests are laid side by side, then each has a column of ratios', () => {
    expect(ratioTable([{ name: '5 / 160', measured: both }], 'by hand')).toContain('| we      |    1.25 |');
  });
});
