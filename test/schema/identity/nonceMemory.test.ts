import { describe, expect, it } from 'vitest';

import { createNonceMemory } from '../../../schema/identity/nonceMemory.ts';

describe('given a memory that keeps nonces for 100 ms', () => {
  it.each([0, 1, 99, 100])('when one comes again after %d ms, then it was seen', (wait) => {
    let now = 1000;
    const memory = createNonceMemory(100, 10, () => now);
    // The worst moment: just before a generation ends.
    now += 99;
    memory.remember('a');
    now += wait;

    expect(memory.remember('a')).toBe('seen');
  });

  it('when one comes again after 200 ms, then it is forgotten', () => {
    let now = 1000;
    const memory = createNonceMemory(100, 10, () => now);
    memory.remember('a');
    now += 200;

    expect(memory.remember('a')).toBe('new');
  });

  it('when there is no room, then new ones are told so, and old ones are not forgotten for them', () => {
    let now = 1000;
    const memory = createNonceMemory(100, 2, () => now);

    const told = ['a', 'b', 'c', 'a'].map((nonce) => memory.remember(nonce));
    now += 100;
    const later = ['c', 'b', 'd'].map((nonce) => memory.remember(nonce));

    expect(told).toEqual(['new', 'new', 'full', 'seen']);
    expect(later).toEqual(['new', 'seen', 'new']);
  });
});
