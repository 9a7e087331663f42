import { describe, expect, it } from 'vitest';

import type { ReleaseStore } from '../../../subgraphs/_kit/storage/releaseStore.ts';
import { april } from '../../support/stores.ts';
import { givenStore } from './givenStore.ts';

export function answeredUntilContract(createStore: () => Promise<ReleaseStore>): void {
  describe('given an agency that has answered nothing', () => {
    const store = givenStore(createStore);

    it('when it is asked until when it has answered, then there is no such moment', async () => {
      const until = await store().answeredUntil('inspection');

      expect(until).toBeNull();
    });
  });

  describe('given an agency that has answered until 5 April', () => {
    const given = givenStore(createStore);
    const store = async () => {
      await given().raiseAnsweredUntil('inspection', april(5));
      return given();
    };

    it.each([
      ['a later moment', april(6), april(6)],
      ['the same moment', april(5), april(5)],
      ['an earlier moment', april(4), april(5)],
      ['a moment a millisecond later', '2024-04-05T00:00:00.001Z', '2024-04-05T00:00:00.001Z'],
    ])('when it is raised to %s, then it never goes back', async (_what, instant, expected) => {
      const held = await store();

      await held.raiseAnsweredUntil('inspection', instant as never);

      expect(await held.answeredUntil('inspection')).toBe(expected);
    });

    it('when it is raised by many at once, then the latest stays', async () => {
      const held = await store();

      await Promise.all([9, 7, 12, 8, 11].map((day) => held.raiseAnsweredUntil('inspection', april(day))));

      expect(await held.answeredUntil('inspection')).toBe(april(12));
    });

    it('when another agency is asked, then it has answered nothing', async () => {
      const held = await store();

      const until = await held.answeredUntil('party-building');

      expect(until).toBeNull();
    });
  });
}
