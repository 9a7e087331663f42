import { ALL_FAULTS, type Fault } from '../../support/faults.ts';
import type { SectionAgency } from './faultyHouse.ts';

/** Every set of agencies twice, with faults dealt from shuffled packs of all of them: always the same deal. */
export function dealFaults(
  subsets: readonly (readonly SectionAgency[])[],
): [string, ReadonlyMap<SectionAgency, Fault>][] {
  const random = createRandom(20_240_331);
  let pack: Fault[] = [];
  const deal = (): Fault => {
    if (pack.length === 0) pack = [...ALL_FAULTS];
    return pack.splice(Math.floor(random() * pack.length), 1)[0]!;
  };
  return [...subsets, ...subsets].map((agencies) => {
    const faults = new Map(agencies.map((agency) => [agency, deal()]));
    return [[...faults].map(([agency, fault]) => `${agency}: ${fault}`).join(', '), faults];
  });
}

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
