import { describe, expect, it } from 'vitest';

import { givenMove } from '../../support/moves.ts';
import { april } from '../../support/stores.ts';
import { givenMoveStore, openAt, type CreatePlace } from './givenMoveStore.ts';

const agency = 'inspection';
const KEYS = [
  'a',
  '"a"',
  '$a',
  'a.b',
  '',
  '1',
  'null',
  'a\0b',
  'a\0c',
  '\ud800',
  '\ud801',
  '\u1ea0',
  'A\u0323',
  'A',
];

export function conflictContract(createPlace: CreatePlace): void {
  describe('given an agency with one move', () => {
    const first = givenMove({ key: 'a' });
    const store = givenMoveStore(createPlace, [first]);

    it.each([
      ['its sequence', { sequence: 1, key: 'b' }],
      ['its key', { sequence: 2, key: 'a' }],
      ['both', { sequence: 1, key: 'a' }],
    ])(
      'when another move with %s is appended, then it is refused and the first stays',
      async (_what, same) => {
        const outcome = store().append(givenMove({ ...same, kind: 'SAVE' }));

        await expect(outcome).rejects.toMatchObject({
          fault: { code: 'MOVE_CONFLICT', details: { move: `inspection|${same.sequence}` } },
        });
        expect(await store().chain(agency, 0, 10)).toEqual([first]);
      },
    );

    it.each([
      ['the next sequence without a key', { sequence: 2, key: null }],
      ['the next sequence under another key', { sequence: 2, key: 'b' }],
      ['the same by another agency', { agency: 'party-building', key: 'a' }],
    ])('when %s is appended, then it is accepted', async (_what, change) => {
      const outcome = store().append(givenMove(change));

      await expect(outcome).resolves.toBeUndefined();
    });
  });

  describe('given an empty store', () => {
    const store = givenMoveStore(createPlace);

    it('when several moves without a key are appended, then all are accepted', async () => {
      for (const sequence of [1, 2, 3]) await store().append(givenMove({ sequence, key: null }));

      expect(await store().head(agency)).toMatchObject({ sequence: 3 });
    });

    it('when moves are made under keys that differ a little, then each is found under its own', async () => {
      for (const [index, key] of KEYS.entries())
        await store().append(givenMove({ sequence: index + 1, key }));

      const found = await Promise.all(KEYS.map((key) => store().moveWithKey(agency, key)));

      expect(found.map((move) => move?.key)).toEqual(KEYS);
      expect(found.map((move) => move?.sequence)).toEqual(KEYS.map((_, index) => index + 1));
    });

    it('when a key is asked for that no move was made under, then there is none', async () => {
      await store().append(givenMove({ key: 'a' }));

      expect(await store().moveWithKey(agency, '1')).toBeNull();
    });
  });

  describe('given two stores at one place', () => {
    it('when both append the same sequence at once, fifty times, then each time exactly one wins', async () => {
      const place = await createPlace();
      const stores = [await openAt(place), await openAt(place)];
      const winners: number[] = [];

      for (let sequence = 1; sequence <= 50; sequence++) {
        const outcomes = await Promise.allSettled(
          stores.map((store, rival) => store.append(givenMove({ sequence, body: { rival } }))),
        );
        const refused = outcomes.filter(({ status }) => status === 'rejected');
        expect(refused).toMatchObject([{ reason: { fault: { code: 'MOVE_CONFLICT' } } }]);
        winners.push(outcomes.findIndex(({ status }) => status === 'fulfilled'));
      }

      const kept = await stores[0]!.chain(agency, 0, 100);
      expect(kept.map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: 50 }, (_, index) => index + 1),
      );
      expect(kept.map(({ body }) => body.rival)).toEqual(winners);
    });

    it('when twenty append the same sequence at once, then exactly one wins', async () => {
      const place = await createPlace();
      const stores = [await openAt(place), await openAt(place)];

      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, rival) => stores[rival % 2]!.append(givenMove({ body: { rival } }))),
      );

      const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await stores[0]!.chain(agency, 0, 10)).toEqual([givenMove({ body: { rival: winner } })]);
    });

    it('when both make a move under one key at once, then exactly one wins', async () => {
      const place = await createPlace();
      const [one, other] = [await openAt(place), await openAt(place)];

      const outcomes = await Promise.allSettled([
        one.append(givenMove({ sequence: 1, key: 'a', at: april(1) })),
        other.append(givenMove({ sequence: 2, key: 'a', at: april(2) })),
      ]);

      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await one.chain(agency, 0, 10)).toHaveLength(1);
    });
  });
}
