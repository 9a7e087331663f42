/** What came of a nonce: it is new, it was seen, or there is no room to remember it. */
export type NonceOutcome = 'new' | 'seen' | 'full';

/** Remembers nonces for a time. */
export interface NonceMemory {
  remember(nonce: string): NonceOutcome;
}

/**
 * Remembers each nonce for `keptMs` at least and twice that at most, in two generations of `limit` each, of which the
 * older is dropped whole: no search through old ones, and no more memory than that whatever comes.
 */
export function createNonceMemory(keptMs: number, limit: number, now: () => number): NonceMemory {
  let current = new Set<string>();
  let previous = new Set<string>();
  let begun = now();

  const turn = (): void => {
    const age = now() - begun;
    if (age < keptMs) return;
    previous = age < 2 * keptMs ? current : new Set();
    current = new Set();
    begun = now();
  };

  return {
    remember(nonce) {
      turn();
      if (current.has(nonce) || previous.has(nonce)) return 'seen';
      if (current.size >= limit) return 'full';
      current.add(nonce);
      return 'new';
    },
  };
}
