import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Outcome, compareOperation } from './compareOperations.ts';
import { type House, openHouse } from './house.ts';

const SEED = 2024;
const COUNT = 300;

describe('given the gateway, and one process with the resolvers of all agencies', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  }, 60_000);

  afterAll(() => house.close());

  it('when both are asked anything, agencies failing or not, then both answer the same', async () => {
    const outcomes: Outcome[] = [];
    for (let index = 0; index < COUNT; index++) outcomes.push(await compareOperation(house, SEED, index));

    expect(
      outcomes
        .map(({ difference }) => difference)
        .filter(Boolean)
        .slice(0, 3)
        .join('\n\n'),
    ).toBe('');
    expect(outcomes.filter(({ isValid }) => isValid)).toHaveLength(COUNT);
  }, 120_000);
});
