import { describe, expect, it } from 'vitest';

import type { ReleaseStore } from '../../../subgraphs/_kit/storage/releaseStore.ts';
import { givenRelease } from '../../support/given.ts';
import { april, lineAt } from '../../support/stores.ts';
import { givenStore } from './givenStore.ts';

export function newestOfLinesContract(createStore: () => Promise<ReleaseStore>): void {
  describe('given a line with releases of 1, 5 and 9 April, and two other lines', () => {
    const first = givenRelease({ number: 1, publishedAt: april(1) });
    const second = givenRelease({ number: 2, publishedAt: april(5) });
    const third = givenRelease({ number: 3, publishedAt: april(9) });
    const ofArea = givenRelease({ organisation: 'ha-tinh', publishedAt: april(2) });
    const ofQ2 = givenRelease({ period: '2024-Q2', publishedAt: april(3) });
    // Inserted out of order: what is newest is a matter of the releases, not of their insertion.
    const store = givenStore(createStore, [third, ofArea, first, ofQ2, second]);

    it.each([
      ['before the first', '2024-03-31T23:59:59.999Z', null],
      ['at exactly the first', april(1), first],
      ['a millisecond before the second', '2024-04-04T23:59:59.999Z', first],
      ['at exactly the second', april(5), second],
      ['a millisecond after the second', '2024-04-05T00:00:00.001Z', second],
      ['long after the last', '2030-01-01T00:00:00.000Z', third],
    ])('when it is asked for %s, then what was known then is found', async (_when, asOf, expected) => {
      const found = await store().newestOfLines([lineAt(asOf)]);

      expect(found).toEqual([expected]);
    });

    it('when no line is asked for, then the answer is empty', async () => {
      const found = await store().newestOfLines([]);

      expect(found).toEqual([]);
    });

    it('when several are asked for, then they come in the order asked, null for the absent', async () => {
      const found = await store().newestOfLines([
        lineAt(april(9), 'ha-tinh-khoi', '2024-Q2'),
        lineAt(april(9), 'nghe-an'),
        lineAt(april(9), 'ha-tinh'),
        lineAt(april(1), 'ha-tinh'),
        lineAt(april(9)),
      ]);

      expect(found).toEqual([ofQ2, null, ofArea, null, third]);
    });

    it('when one line is asked for at two moments and twice at one, then each gets its answer', async () => {
      const found = await store().newestOfLines([lineAt(april(5)), lineAt(april(1)), lineAt(april(5))]);

      expect(found).toEqual([second, first, second]);
    });

    it('when another agency asks, then it sees none of them', async () => {
      const found = await store().newestOfLines([{ ...lineAt(april(9)), agency: 'party-building' }]);

      expect(found).toEqual([null]);
    });
  });
}
