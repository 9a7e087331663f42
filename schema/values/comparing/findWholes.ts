import type { Breakdown } from '../breakdown.ts';
import type { Fact, FactVocabulary } from '../facts/factBook.ts';
import { lineageOf } from '../indicator.ts';

/** The wholes that a figure may be a part of, nearest first. */
export interface Wholes {
  readonly held: readonly Fact[];
  /** Whether each whole that the breakdown leads to is held. */
  readonly complete: boolean;
}

/**
 * The wholes along each dimension: the figure of the code's parent, of the parent's parent…, and without the
 * dimension. Of a figure of several dimensions only the nearest along each: which one is meant is open there.
 */
export function findWholes(
  breakdown: Breakdown,
  codes: FactVocabulary['codes'],
  look: (breakdown: Breakdown) => Fact | undefined,
): Wholes {
  const ways = Object.keys(breakdown).map((dimension) => {
    const possible = wholesAlong(dimension, breakdown, codes);
    const held = possible.map(look).filter((fact) => fact !== undefined);
    return { held, complete: held.length === possible.length };
  });
  const several = ways.length > 1;
  return {
    held: ways.flatMap(({ held }) => (several ? held.slice(0, 1) : held)),
    complete: ways.every(({ complete }) => complete),
  };
}

function wholesAlong(dimension: string, breakdown: Breakdown, codes: FactVocabulary['codes']): Breakdown[] {
  const { [dimension]: code = '', ...others } = breakdown;
  const around = lineageOf(code, codes.get(dimension)).slice(1);
  return [...around.map((parent) => ({ ...others, [dimension]: parent })), others];
}
