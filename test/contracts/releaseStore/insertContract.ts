import { describe, expect, it } from 'vitest';

import { RELEASE_SIZE_LIMIT } from '../../../schema/values/index.ts';
import type { ReleaseStore } from '../../../subgraphs/_kit/storage/releaseStore.ts';
import { givenComparison, givenObservation, givenRelease, givenSource } from '../../support/given.ts';
import { april, lineAt } from '../../support/stores.ts';
import { givenStore } from './givenStore.ts';

const DIGITS = '123456789012345678901234567890';

const AWKWARD_TEXTS = [
  ['quotes', `"Tỉnh ủy" 'Hà Tĩnh' \`x\``],
  ['a backslash', 'a\\b\\u0041'],
  ['an emoji', '👩🏽‍🌾 🇻🇳'],
  ['a dollar', '$set'],
  ['dots', 'A.I.2.'],
  ['control characters', '\u0001\u0007\b\t\n\v\f\r\u001f\u007f'],
  ['line ends of Windows', 'a\r\nb'],
  ['Vietnamese, composed', 'Đảng ủy Khối'.normalize('NFC')],
  ['Vietnamese, decomposed', 'Đảng ủy Khối'.normalize('NFD')],
  ['SQL', `'; DROP TABLE releases; --`],
  ['blanks at both ends', '  a  '],
  ['an empty text', ''],
  ['the word null', 'null'],
] as const;

export function insertContract(createStore: () => Promise<ReleaseStore>): void {
  describe('given an empty store', () => {
    const store = givenStore(createStore);

    it('when a release of every kind of figure is inserted, then it is read back exactly', async () => {
      const release = givenRelease({
        supersedes: null,
        observations: [
          givenObservation({ value: DIGITS, breakdown: { form: 'warning', level: 'branch' } }),
          givenObservation({ value: `-${DIGITS}.0${DIGITS}`, unitMultiplier: 9, qualifier: 'NEARLY' }),
          givenObservation({ value: null, missing: 'NOT_YET_AVAILABLE', sources: [], openDimensions: [] }),
          givenObservation({ value: '1853.40', asAt: '2024-03-31', openDimensions: ['form', 'level'] }),
          givenObservation({ value: null, comparisons: [givenComparison({ baseTime: null, sources: [] })] }),
          givenObservation({
            setBy: 'Trung ương',
            stage: 'PLANNED',
            sources: [givenSource({ footnote: 3 })],
          }),
        ],
      });

      await store().insert(release);
      const found = await store().newestOfLines([lineAt(april(1))]);

      expect(found).toEqual([release]);
    });

    it.each(AWKWARD_TEXTS)(
      'when a note holds %s, then it is read back code point by code point',
      async (_what, text) => {
        await store().insert(givenRelease({ observations: [givenObservation({ note: text })] }));

        const [found] = await store().newestOfLines([lineAt(april(1))]);

        expect(found?.observations[0]?.note).toBe(text);
      },
    );

    it.each(['$a', 'a.b', 'a b', 'Hà Tĩnh', '__proto__'])(
      'when a dimension is named %j, then its code is read back',
      async (dimension) => {
        const breakdown = JSON.parse(`{"${dimension}":"x"}`) as Record<string, string>;
        await store().insert(givenRelease({ observations: [givenObservation({ breakdown })] }));

        const [found] = await store().newestOfLines([lineAt(april(1))]);

        expect(JSON.stringify(found?.observations[0]?.breakdown)).toBe(`{"${dimension}":"x"}`);
      },
    );

    it('when a release has no observations, then it is read back empty', async () => {
      await store().insert(givenRelease({ observations: [] }));

      const [found] = await store().newestOfLines([lineAt(april(1))]);

      expect(found?.observations).toEqual([]);
    });

    it('when a release is as large as a release may be, then all of it is read back, in its order', async () => {
      const observations = Array.from({ length: RELEASE_SIZE_LIMIT }, (_, index) =>
        givenObservation({ value: String(index) }),
      );

      await store().insert(givenRelease({ observations }));
      const [found] = await store().newestOfLines([lineAt(april(1))]);

      expect(found?.observations.map(({ value }) => value)).toEqual(observations.map(({ value }) => value));
    });

    it('when many insert the same number of a line at once, then exactly one wins', async () => {
      const rivals = Array.from({ length: 20 }, (_, rival) => givenRelease({ hash: `of rival ${rival}` }));

      const outcomes = await Promise.allSettled(rivals.map((release) => store().insert(release)));

      const winners = rivals.filter((_, rival) => outcomes[rival]?.status === 'fulfilled');
      const [kept] = await store().newestOfLines([lineAt(april(1))]);
      expect(winners).toEqual([kept]);
    });
  });

  describe('given a line with one release', () => {
    const first = givenRelease({ hash: 'of the first' });
    const store = givenStore(createStore, [first]);

    it('when its number is inserted again, then it is refused and the first is untouched', async () => {
      const again = givenRelease({ hash: 'of another', observations: [] });

      const outcome = store().insert(again);

      await expect(outcome).rejects.toMatchObject({
        fault: { code: 'RELEASE_CONFLICT', details: { key: 'inspection|ha-tinh-khoi|2024-Q1|1' } },
      });
      expect(await store().newestOfLines([lineAt(april(1))])).toEqual([first]);
    });

    it.each([
      ['the next number', { number: 2 }],
      ['another agency', { agency: 'party-building' }],
      ['another organisation', { organisation: 'ha-tinh' }],
      ['another period', { period: '2024-Q2' }],
    ])('when %s is inserted, then it is accepted', async (_what, change) => {
      const outcome = store().insert(givenRelease(change));

      await expect(outcome).resolves.toBeUndefined();
    });
  });
}
