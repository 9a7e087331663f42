import { describe, expect, it } from 'vitest';

import { readGraph } from '../../../gateway/graphs/readGraph.ts';
import { operationId } from '../../../gateway/operations/manifest.ts';
import { DEFAULT_OPERATION_SETTINGS } from '../../../gateway/operations/operationSettings.ts';
import { QUERY, supergraphWith } from './twoSupergraphs.ts';

const operations = DEFAULT_OPERATION_SETTINGS;
const texts = Array.from({ length: 120 }, (_, number) => `query Kept${number} { report { id } }`);
const keptOf = (...kept: readonly string[]) => new Map(kept.map((text) => [operationId(text), text]));

describe('given a manifest', () => {
  it('when a graph is read, then what was asked last and what it holds are planned, a hundred at most', async () => {
    const settings = { planCacheSize: 1000, operations, kept: keptOf(...texts) };

    const graph = await readGraph(supergraphWith('inspection'), settings, [{ text: QUERY, name: 'Report' }]);

    expect(graph.operations.size).toBe(100);
    expect(graph.recent.list()[0]?.text).toBe(QUERY);
  });

  it.each([
    ['the supergraph does not know', 'query Gone { gone }'],
    ['is none', 'query {'],
  ])('when it holds one that %s, then the others are planned', async (_what, text) => {
    const settings = { planCacheSize: 10, operations, kept: keptOf(text, texts[0]!) };

    const graph = await readGraph(supergraphWith('inspection'), settings);

    expect(graph.recent.list().map((one) => one.text)).toEqual([texts[0]]);
  });
});
