import { describe, expect, it } from 'vitest';

import { catalogued } from '../../../../schema/errors/index.ts';
import { readUsage } from '../../../../subgraphs/_kit/catalogue/updating/usage.ts';
import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { givenObservation } from '../../../support/given.ts';
import { givenMove } from '../../../support/moves.ts';
import { openStore } from '../../../support/stores.ts';

const figures = (indicator: string) => ({ observations: [givenObservation({ indicator })] });

/** A store of 60 published drafts and one that is under way; what is read of its chain is counted. */
async function givenStore() {
  const store = await openStore();
  let sequence = 0;
  const append = (kind: 'SAVE' | 'PUBLISH', indicator: string, period = '2024-Q1') => {
    sequence += 1;
    const at = new Date(Date.parse('2024-04-01T00:00:00Z') + sequence * 1000).toISOString();
    const change = { sequence, kind, period, at, number: sequence, body: figures(indicator) };
    return store.append(givenMove(change));
  };
  for (let count = 1; count <= 60; count += 1) await append('PUBLISH', 'members');
  await append('SAVE', 'gifts');
  const seen = { read: 0, isCut: false };
  const counting: MoveStore = {
    ...store,
    chain: async (agency, after, limit) => {
      if (seen.isCut && after > 0) throw catalogued('STORE_UNAVAILABLE', { store: 'x', reason: 'cut' });
      const moves = await store.chain(agency, after, limit);
      seen.read += moves.length;
      return moves;
    },
  };
  const indicators = async () => [...(await readUsage('inspection', counting)).indicators].sort();
  return { append, seen, indicators };
}

describe('given a chain of many releases', () => {
  it('when it is asked again what is in use, then only what is new is read', async () => {
    const { append, seen, indicators } = await givenStore();
    expect(await indicators()).toEqual(['gifts', 'members']);
    expect(seen.read).toBe(61);

    await append('PUBLISH', 'cells');

    expect(await indicators()).toEqual(['cells', 'members']);
    expect(seen.read).toBe(62);
  });

  it('when another draft takes the place of one that was read, then only that one counts', async () => {
    const { append, indicators } = await givenStore();
    await indicators();

    await append('SAVE', 'cells');
    await append('SAVE', 'homes', '2024-Q2');

    expect(await indicators()).toEqual(['cells', 'homes', 'members']);
  });

  it('when the store fails in between, then the next question tells all the same', async () => {
    const { seen, indicators } = await givenStore();
    seen.isCut = true;
    await expect(indicators()).rejects.toThrow();
    seen.isCut = false;

    expect(await indicators()).toEqual(['gifts', 'members']);
  });

  it('when two ask at once, then both are told all, and it is read once', async () => {
    const { seen, indicators } = await givenStore();

    expect(await Promise.all([indicators(), indicators()])).toEqual([
      ['gifts', 'members'],
      ['gifts', 'members'],
    ]);
    expect(seen.read).toBe(61);
  });
});
