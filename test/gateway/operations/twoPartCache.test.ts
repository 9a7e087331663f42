import { describe, expect, it } from 'vitest';

import { createTwoPartCache } from '../../../gateway/operations/twoPartCache.ts';

interface Entry {
  readonly text: string;
  readonly isGood?: boolean;
}

const given = (entries: number, characters: number, pinned: readonly string[] = []) =>
  createTwoPartCache<Entry>(entries, characters, ({ isGood = true }) => isGood, new Set(pinned));

describe('given room for a hundred texts', () => {
  it('when a million others come, then what has come twice is still there, and they are not', () => {
    const cache = given(100, 1_000_000);
    cache.set('report', { text: 'report' });
    cache.get('report');

    for (let index = 0; index < 1_000_000; index += 1) cache.set(`q${index}`, { text: '' });

    expect(cache.get('report')).toEqual({ text: 'report' });
    expect(cache.get('q1')).toBe(undefined);
    expect(cache.get('q999999')).toEqual({ text: '' });
  });

  it('when what is wrong comes again and again, then it takes no room of what is right', () => {
    const cache = given(10, 1_000_000);
    for (let index = 0; index < 9; index += 1) {
      cache.set(`good${index}`, { text: '' });
      cache.get(`good${index}`);
    }

    for (let index = 0; index < 100; index += 1) {
      cache.set(`bad${index}`, { text: '', isGood: false });
      cache.get(`bad${index}`);
    }

    expect(cache.get('good0')).toEqual({ text: '' });
  });

  it('when a text is pinned, then not even texts that come twice drive it out', () => {
    const cache = given(100, 1_000_000, ['report']);
    cache.set('report', { text: 'report' });

    for (let index = 0; index < 1000; index += 1) {
      cache.set(`q${index}`, { text: '' });
      cache.get(`q${index}`);
    }

    expect(cache.get('report')).toEqual({ text: 'report' });
  });
});

describe('given room for a thousand characters', () => {
  it('when long texts come, then fewer of them are kept', () => {
    const cache = given(1000, 1000);
    const texts = Array.from({ length: 20 }, (_, index) => String(index).padEnd(99, '-'));
    for (const text of texts) {
      cache.set(text, { text });
      cache.get(text);
    }

    expect(texts.filter((text) => cache.get(text)).length).toBe(9);
  });

  it('when one is longer than the room for what is new, then it is not kept', () => {
    const cache = given(1000, 1000);

    cache.set('x'.repeat(101), { text: '' });

    expect(cache.get('x'.repeat(101))).toBe(undefined);
  });
});
