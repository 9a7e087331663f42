import { describe, expect, it } from 'vitest';

import { hashObservations } from '../../../../subgraphs/_kit/publishing/hashObservations.ts';
import { isSealOf, sealFigures } from '../../../../subgraphs/_kit/publishing/sealFigures.ts';
import { givenObservation } from '../../../support/given.ts';

const open = [givenObservation({ value: '39' })];
const secret = [...open, givenObservation({ value: '7', time: '2023', confidentiality: 'RESTRICTED' })];

describe('given figures that are all public', () => {
  it('when they are sealed, then the seal is their hash, each time', () => {
    expect(sealFigures(open)).toEqual({ hash: hashObservations(open) });
    expect(isSealOf(sealFigures(open), open)).toBe(true);
    expect(isSealOf(sealFigures(open), secret)).toBe(false);
  });
});

describe('given figures of which one is not public', () => {
  it('when it is sought by trying all that it may be, then the hash fits none', () => {
    const { hash } = sealFigures(secret);

    const guesses = Array.from({ length: 100 }, (_, value) =>
      hashObservations([
        ...open,
        givenObservation({ value: String(value), time: '2023', confidentiality: 'RESTRICTED' }),
      ]),
    );

    expect(guesses).not.toContain(hash);
  });

  it('when they are sealed again, then the seal is another, and both are theirs', () => {
    const [one, other] = [sealFigures(secret), sealFigures(secret)];

    expect(one.hash).not.toBe(other.hash);
    expect([one, other].map((seal) => isSealOf(seal, secret))).toEqual([true, true]);
    expect(isSealOf(one, open)).toBe(false);
    expect(isSealOf({ hash: one.hash }, secret)).toBe(false);
  });
});
