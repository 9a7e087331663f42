import { describe, expect, it } from 'vitest';

import { givenMove } from '../../support/moves.ts';
import { givenMoveStore, type CreatePlace } from './givenMoveStore.ts';

export function chainContract(createPlace: CreatePlace): void {
  describe('given a chain of twelve moves about two organisations, and one of another agency', () => {
    const moves = Array.from({ length: 12 }, (_, index) =>
      givenMove({ sequence: index + 1, kind: 'SAVE', organisation: index % 2 === 0 ? 'b' : 'a' }),
    );
    // Inserted out of order: the order of a chain is that of its sequences, as numbers.
    const store = givenMoveStore(createPlace, [
      givenMove({ agency: 'party-building', sequence: 5 }),
      ...moves.toReversed(),
    ]);

    it.each([
      ['from its beginning', 0, 100, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
      ['its first', 0, 1, [1]],
      ['a part of it', 8, 3, [9, 10, 11]],
      ['more than is left', 10, 3, [11, 12]],
      ['what follows its end', 12, 3, []],
    ])('when %s is read, then those come in order', async (_what, after, limit, expected) => {
      const found = await store().chain('inspection', after, limit);

      expect(found.map(({ sequence }) => sequence)).toEqual(expected);
    });

    it('when it is read page by page, then every move comes once and exactly', async () => {
      const read = [
        ...(await store().chain('inspection', 0, 5)),
        ...(await store().chain('inspection', 5, 5)),
        ...(await store().chain('inspection', 10, 5)),
      ];

      expect(read).toEqual(moves);
    });

    it('when its head is asked for, then it is the highest sequence', async () => {
      expect(await store().head('inspection')).toEqual({
        sequence: 12,
        at: moves[11]!.at,
        hash: moves[11]!.hash,
      });
    });
  });
}
