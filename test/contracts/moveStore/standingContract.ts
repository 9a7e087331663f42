import { describe, expect, it } from 'vitest';

import { headerOf } from '../../support/given.ts';
import { givenMove, releaseOfNumber } from '../../support/moves.ts';
import { april, lineAt } from '../../support/stores.ts';
import { givenMoveStore, type CreatePlace } from './givenMoveStore.ts';

const agency = 'inspection';

/** What an index tells of a release of this number. */
function standing(sequence: number, number: number, publishedAt = april(number)) {
  return { sequence, ...headerOf(releaseOfNumber(number, publishedAt)) };
}

export function standingContract(createPlace: CreatePlace): void {
  describe('given a line released twice and then withdrawn, with a draft between, and a release of another agency', () => {
    const store = givenMoveStore(createPlace, [
      givenMove({ sequence: 1, number: 1, at: april(1) }),
      givenMove({ sequence: 2, kind: 'SAVE', at: april(2) }),
      givenMove({ sequence: 3, number: 2, at: april(2) }),
      givenMove({ sequence: 4, number: 3, at: april(4), kind: 'WITHDRAW' }),
      givenMove({ agency: 'party-building', sequence: 1, number: 7 }),
    ]);

    it('when it is asked what stands, then the place and the header of the release are told, and no more', async () => {
      const lines = [lineAt(april(3)), lineAt(april(4)), lineAt(april(1))];

      expect(await store().standingOfLines(lines)).toStrictEqual([standing(3, 2), null, standing(1, 1)]);
      expect(await store().standingOfAll({ agency }, april(3))).toStrictEqual([standing(3, 2)]);
      expect(await store().standingOfAll({ agency }, april(4))).toStrictEqual([]);
    });

    it('when no line is asked for, then nothing stands', async () => {
      expect(await store().standingOfLines([])).toEqual([]);
    });

    it('when releases are asked for by their places, then they come with the length of what was stored', async () => {
      const found = await store().releases(agency, [3, 1]);

      const [first, second] = [...found].sort((a, b) => a.sequence - b.sequence);
      const bytes = Buffer.byteLength(JSON.stringify(givenMove().body));
      expect(first).toStrictEqual({ sequence: 1, release: releaseOfNumber(1, april(1)), bytes });
      expect(second).toMatchObject({ sequence: 3, release: releaseOfNumber(2, april(2)) });
    });

    it.each([
      ['no places', []],
      ['places of drafts and withdrawals', [2, 4]],
      ['places that no move has', [0, -1, 5, 2 ** 40]],
    ])('when %s are asked for, then there is no release', async (_what, sequences) => {
      expect(await store().releases(agency, sequences)).toEqual([]);
    });

    it('when one place is asked for twice, then its release comes once', async () => {
      expect(await store().releases(agency, [1, 1])).toHaveLength(1);
    });

    it('when so many places are asked for as no statement has arguments, then their releases come', async () => {
      const places = Array.from({ length: 40_000 }, (_, index) => index + 1);

      expect(await store().releases(agency, places)).toHaveLength(2);
    });

    it('when a place is asked for that another agency has too, then each has its own release', async () => {
      const found = [await store().releases('party-building', [1]), await store().releases(agency, [1])];

      expect(found.map(([one]) => [one?.release.agency, one?.release.number])).toEqual([
        ['party-building', 7],
        ['inspection', 1],
      ]);
    });
  });
}
