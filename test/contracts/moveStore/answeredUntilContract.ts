import { describe, expect, it } from 'vitest';

import type { Instant } from '../../../schema/values/index.ts';
import { april } from '../../support/stores.ts';
import { givenMoveStore, openAt, type CreatePlace } from './givenMoveStore.ts';

const agency = 'inspection';

export function answeredUntilContract(createPlace: CreatePlace): void {
  describe('given an agency that has answered nothing', () => {
    const store = givenMoveStore(createPlace);

    it('when it is asked until when it has answered, then there is no such moment', async () => {
      expect(await store().answeredUntil(agency)).toBeNull();
    });
  });

  describe('given an agency that has answered until 5 April', () => {
    const given = givenMoveStore(createPlace);
    const store = async () => {
      await given().raiseAnsweredUntil(agency, april(5));
      return given();
    };

    it.each([
      ['a later moment', april(6), april(6)],
      ['the same moment', april(5), april(5)],
      ['an earlier moment', april(4), april(5)],
      ['a moment a millisecond later', '2024-04-05T00:00:00.001Z', '2024-04-05T00:00:00.001Z'],
    ])('when it is raised to %s, then it never goes back', async (_what, instant, expected) => {
      const held = await store();

      await held.raiseAnsweredUntil(agency, instant as Instant);

      expect(await held.answeredUntil(agency)).toBe(expected);
    });

    it('when another agency is asked, then it has answered nothing', async () => {
      expect(await (await store()).answeredUntil('party-building')).toBeNull();
    });
  });

  describe('given two stores at one place', () => {
    it('when both raise it to many moments at once, ten times, then the latest stays each time', async () => {
      const place = await createPlace();
      const stores = [await openAt(place), await openAt(place)];

      for (let round = 1; round <= 10; round++) {
        const moments = [3, 9, 7, 12, 8, 11].map((minute) =>
          new Date(Date.UTC(2024, 3, round, 0, minute)).toISOString(),
        );
        await Promise.all(
          moments.map((moment, index) => stores[index % 2]!.raiseAnsweredUntil(agency, moment as Instant)),
        );

        expect(await stores[0]!.answeredUntil(agency)).toBe(
          `2024-04-${String(round).padStart(2, '0')}T00:12:00.000Z`,
        );
      }
    });
  });
}
