import { describe, expect, it } from 'vitest';

import { readSupergraph } from '../../../gateway/supergraph.ts';
import { figuresOf } from '../../../scripts/bench/graph/figures.ts';
import { composeGraph } from '../../../scripts/bench/graph/graph.ts';
import { figuresIn, sectionsOf } from '../../../scripts/bench/graph/shape.ts';
import { readStubSettings, stubUrls, writeStubSettings } from '../../../scripts/bench/graph/stubSettings.ts';

describe('given the size of a report', () => {
  it.each([
    [5, 160, 160],
    [5, 10, 10],
    [20, 1600, 1600],
    [20, 10, 19],
  ])(
    'when %d agencies hold %d figures, then the report has %d: one at least in each section',
    (agencies, figures, expected) => {
      const size = { agencies, figures };

      expect(figuresIn(size)).toBe(expected);
      const held = JSON.stringify([...figuresOf(size).values()]);
      expect(held.split('"value":').length - 1).toBe(expected);
    },
  );

  it('when a section holds more than its form, then the rest is in its observations', () => {
    expect(sectionsOf({ agencies: 2, figures: 55 })).toEqual([
      {
        agency: 'agency-1',
        field: 'section1',
        type: 'Section1',
        groups: [10, 10, 10, 10],
        observations: 15,
      },
    ]);
  });

  it('when its subgraphs are composed, then our gateway reads the supergraph', () => {
    const supergraph = composeGraph({ agencies: 3, figures: 90 }, new Map());

    expect(readSupergraph(supergraph).agencies).toEqual(['agency-1', 'agency-2', 'office']);
  });

  it('when its processes are told of it, then they read the same, and know every address', () => {
    const told = readStubSettings(writeStubSettings({ agencies: 3, figures: 90, firstPort: 12_000 }));

    expect(told).toEqual({ agencies: 3, figures: 90, firstPort: 12_000 });
    expect([...stubUrls(told)]).toEqual([
      ['office', 'http://127.0.0.1:12000/graphql'],
      ['agency-1', 'http://127.0.0.1:12001/graphql'],
      ['agency-2', 'http://127.0.0.1:12002/graphql'],
    ]);
  });
});
