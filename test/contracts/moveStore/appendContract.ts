import { describe, expect, it } from 'vitest';

import { MOVE_KINDS } from '../../../schema/values/index.ts';
import { givenMove, hashOf, releaseOfNumber } from '../../support/moves.ts';
import { april, lineAt } from '../../support/stores.ts';
import { givenMoveStore, openAt, type CreatePlace } from './givenMoveStore.ts';

const agency = 'inspection';

export function appendContract(createPlace: CreatePlace): void {
  describe('given an empty store', () => {
    const store = givenMoveStore(createPlace);

    it('when it is asked for anything of an agency, then there is nothing', async () => {
      const held = store();

      const found = [
        await held.head(agency),
        await held.moveWithKey(agency, 'a'),
        await held.line(lineAt(april(9)), april(9)),
        await held.lastMoves({ agency }, april(9)),
        await held.newestOfLines([lineAt(april(9))]),
        await held.newestOfAll({ agency }, april(9)),
        await held.headers({ agency }, april(9)),
        await held.chain(agency, 0, 10),
      ];

      expect(found).toEqual([null, null, [], [], [null], [], [], []]);
    });

    it.each([...MOVE_KINDS, 'CATALOGUE'] as const)(
      'when a %s is appended, then it is read back exactly',
      async (kind) => {
        const move = givenMove({ kind, key: 'of the client' });

        await store().append(move);

        expect(await store().chain(agency, 0, 10)).toEqual([move]);
      },
    );

    it('when ten are appended one after another, then the head is the tenth', async () => {
      for (let sequence = 1; sequence <= 10; sequence++) {
        await store().append(givenMove({ sequence, number: sequence }));
      }

      expect(await store().head(agency)).toMatchObject({ sequence: 10, hash: hashOf(10) });
    });

    it('when another agency appends, then this one sees nothing', async () => {
      await store().append(givenMove({ agency: 'party-building', key: 'a' }));

      const found = [
        await store().head(agency),
        await store().moveWithKey(agency, 'a'),
        await store().newestOfLines([lineAt(april(9))]),
      ];

      expect(found).toEqual([null, null, [null]]);
    });
  });

  describe('given a place where a store was filled and closed', () => {
    it('when a store is opened there again, then everything is found', async () => {
      const place = await createPlace();
      const before = await place.open();
      await before.append(givenMove({ key: 'a' }));
      await before.raiseAnsweredUntil(agency, april(5));
      await before.close();

      const after = await openAt(place);

      expect(await after.head(agency)).toEqual({ sequence: 1, at: april(1), hash: hashOf(1) });
      expect(await after.moveWithKey(agency, 'a')).toEqual(givenMove({ key: 'a' }));
      expect(await after.newestOfLines([lineAt(april(1))])).toEqual([releaseOfNumber(1, april(1))]);
      expect(await after.answeredUntil(agency)).toBe(april(5));
    });
  });

  describe('given two stores at one place', () => {
    it('when one appends, then the other finds it', async () => {
      const place = await createPlace();
      const [one, other] = [await openAt(place), await openAt(place)];

      await one.append(givenMove());

      expect(await other.chain(agency, 0, 10)).toEqual([givenMove()]);
    });
  });
}
