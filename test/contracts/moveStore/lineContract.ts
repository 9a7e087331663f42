import { describe, expect, it } from 'vitest';

import { givenMove, headerOfMove } from '../../support/moves.ts';
import { april, lineAt } from '../../support/stores.ts';
import { givenMoveStore, type CreatePlace } from './givenMoveStore.ts';

const agency = 'inspection';

export function lineContract(createPlace: CreatePlace): void {
  describe('given a line saved, submitted, returned and saved again, and moves of other lines', () => {
    const saved = givenMove({ sequence: 1, kind: 'SAVE', at: april(1), key: 'k1' });
    const submitted = givenMove({ sequence: 3, kind: 'SUBMIT', at: april(3) });
    const returned = givenMove({ sequence: 4, kind: 'RETURN', at: april(5) });
    const savedAgain = givenMove({ sequence: 10, kind: 'SAVE', at: april(7) });
    const ofArea = givenMove({ sequence: 2, kind: 'SAVE', at: april(2), organisation: 'ha-tinh' });
    const ofQ2 = givenMove({ sequence: 5, kind: 'PUBLISH', at: april(6), period: '2024-Q2' });
    const store = givenMoveStore(createPlace, [
      savedAgain,
      ofQ2,
      returned,
      submitted,
      ofArea,
      saved,
      givenMove({ agency: 'party-building', kind: 'SAVE', at: april(4) }),
    ]);
    const line = lineAt(april(9));

    it.each([
      ['before the first', '2024-03-31T23:59:59.999Z', []],
      ['at exactly the first', april(1), [saved]],
      ['a millisecond before the third', '2024-04-04T23:59:59.999Z', [saved, submitted]],
      ['at exactly the third', april(5), [saved, submitted, returned]],
      ['long after the last', '2030-01-01T00:00:00.000Z', [saved, submitted, returned, savedAgain]],
    ])(
      'when its moves are asked for %s, then those made by then come in order',
      async (_when, asOf, expected) => {
        expect(await store().line(line, asOf as never)).toEqual(expected);
      },
    );

    it('when the moves of a line are asked for that has none, then there are none', async () => {
      expect(await store().line({ ...line, organisation: 'nghe-an' }, april(9))).toEqual([]);
    });

    it.each([
      ['before the first', '2024-03-31T23:59:59.999Z', []],
      ['at exactly the first', april(1), [saved]],
      ['a millisecond before the second of a line', '2024-04-02T23:59:59.999Z', [ofArea, saved]],
      ['at exactly the second of a line', april(3), [ofArea, submitted]],
      ['long after the last', '2030-01-01T00:00:00.000Z', [ofArea, savedAgain, ofQ2]],
    ])(
      'when the last move of each line is asked for %s, then they come by line, without body',
      async (_when, asOf, expected) => {
        const found = await store().lastMoves({ agency }, asOf as never);

        expect(found).toEqual(expected.map(headerOfMove));
      },
    );

    it.each([
      ['an organisation', { organisations: ['ha-tinh'] }, [2]],
      ['a period', { periods: ['2024-Q2'] }, [5]],
      ['several of both', { organisations: ['ha-tinh-khoi', 'ha-tinh'], periods: ['2024-Q1'] }, [2, 10]],
      ['what does not exist', { organisations: ['nghe-an'] }, []],
      ['none of the organisations', { organisations: [] }, []],
      ['none of the periods', { periods: [] }, []],
    ])('when the last moves are filtered by %s, then only those come', async (_what, filter, expected) => {
      const found = await store().lastMoves({ agency, ...filter } as never, april(9));

      expect(found.map(({ sequence }) => sequence)).toEqual(expected);
    });
  });
}
