import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

import { createHealthRecord } from '../../../scripts/chaos/health.ts';
import { ILLNESSES, planIllnesses } from '../../../scripts/chaos/illnesses.ts';
import { judgeMemory } from '../../../scripts/chaos/memory.ts';
import { otherWords } from '../../../scripts/chaos/supergraphs.ts';
import { createRandom } from '../../differential/random.ts';

describe('given an agency that was ill from 1000 to 2000', () => {
  it.each([
    ['before that', 0, 999, true],
    ['up to its beginning', 500, 1000, false],
    ['in the midst of it', 1200, 1300, false],
    ['500 ms after its end', 2500, 2600, false],
    ['501 ms after its end', 2501, 2600, true],
  ])('when a request took place %s, then 500 ms later it was well', (_when, from, to, expected) => {
    const health = createHealthRecord();
    health.fellIll('inspection', 1000);
    expect(health.ill()).toEqual(['inspection']);
    health.recovered('inspection', 2000);

    expect(health.wasWell('inspection', from, to, 500)).toBe(expected);
    expect(health.wasWell('office', from, to, 500)).toBe(true);
    expect(health.ill()).toEqual([]);
  });

  it('when it was slow by itself, then it was not well either', () => {
    const health = createHealthRecord();
    health.wasSlow('inspection', [[3000, 4500]]);

    expect(health.wasWell('inspection', 4600, 4700, 500)).toBe(false);
    expect(health.wasWell('inspection', 5001, 5100, 500)).toBe(true);
    expect(health.slowCounts()).toEqual({ inspection: 1 });
  });

  it('when it has not recovered, then it is never well from then on', () => {
    const health = createHealthRecord();
    health.fellIll('inspection', 1000);

    expect(health.wasWell('inspection', 999_999, 999_999, 0)).toBe(false);
  });
});

describe('given a plan of illnesses', () => {
  const plan = (seed: number, free: readonly string[]) => {
    const planned = planIllnesses(createRandom(seed, 4), (agency) => free.includes(agency));
    return Array.from({ length: 2 * ILLNESSES.length }, () => planned.next().value);
  };

  it('when it is carried out, then all kinds come first, once each, and only to those who are free', () => {
    const planned = plan(1, ['inspection', 'office']);

    expect(new Set(planned.slice(0, ILLNESSES.length).map((one) => one?.kind))).toEqual(new Set(ILLNESSES));
    expect(new Set(planned.map((one) => one?.agency))).toEqual(new Set(['inspection', 'office']));
    expect(plan(1, [])).toEqual(planned.map(() => null));
  });

  it('when the seed is the same, then it is the same plan', () => {
    expect(plan(1, ['inspection'])).toEqual(plan(1, ['inspection']));
    expect(plan(1, ['inspection'])).not.toEqual(plan(2, ['inspection']));
  });
});

describe('given samples of memory, one a second', () => {
  const samples = (count: number, rssAt: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => ({ rss: rssAt(index), heap: 50 }));

  it.each([
    ['stays the same', samples(200, () => 100), true],
    ['fills up in the beginning', samples(200, (index) => Math.min(index * 4, 100)), true],
    ['jumps now and then', samples(200, (index) => (index % 10 === 0 ? 900 : 100)), true],
    ['grows all the time', samples(200, (index) => 100 + index), false],
    ['is looked at for too short a time', samples(119, (index) => 100 + index), null],
  ])('when it %s, then that is told', (_what, taken, isFlat) => {
    expect(judgeMemory(taken).isFlat).toBe(isFlat);
  });
});

describe('given a supergraph', () => {
  it('when it is told in other words, then it is another text of the same graph', () => {
    const sdl = '"""What is there."""\ntype Query {\n  """A report."""\n  report: String\n}\n';

    const [first, second] = [otherWords(sdl, 1), otherWords(sdl, 2)];

    expect(new Set([sdl, first, second]).size).toBe(3);
    expect(Object.keys(buildSchema(first).getType('Query')?.toConfig() ?? {})).toContain('name');
    expect(first).toContain('What is there. (text 1)');
  });
});
