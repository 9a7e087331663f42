import { describe, expect, it } from 'vitest';

import { RELEASE_SIZE_LIMIT } from '../../../schema/values/index.ts';
import { MOVE_BODY_LIMIT } from '../../../subgraphs/_kit/storage/moveRecord.ts';
import { asStoredBefore, givenComparison, givenObservation, givenSource } from '../../support/given.ts';
import { givenMove, givenPublishBody } from '../../support/moves.ts';
import { april, lineAt } from '../../support/stores.ts';
import { givenMoveStore, type CreatePlace } from './givenMoveStore.ts';

const DIGITS = '123456789012345678901234567890';

const AWKWARD_TEXTS = [
  ['quotes', `"Tỉnh ủy" 'Hà Tĩnh' \`x\``],
  ['a backslash', 'a\\b\\u0041'],
  ['an emoji', '👩🏽‍🌾 🇻🇳'],
  ['a dollar', '$set'],
  ['dots', 'A.I.2.'],
  ['NUL', 'a\0b'],
  ['half of a surrogate pair', 'a\ud800'],
  ['control characters', '\u0001\u0007\b\t\n\v\f\r\u001f\u007f'],
  ['line ends of Windows', 'a\r\nb'],
  ['Vietnamese, composed', 'Đảng ủy Khối'.normalize('NFC')],
  ['Vietnamese, decomposed', 'Đảng ủy Khối'.normalize('NFD')],
  ['SQL', `'; DROP TABLE moves; --`],
  ['blanks at both ends', '  a  '],
  ['an empty text', ''],
  ['the word null', 'null'],
] as const;

const AWKWARD_NAMES = ['$a', '$set', 'a.b', '', 'a b', 'a\0b', 'Hà Tĩnh', '_id', '__proto__'];

/** So many lists in one another. */
const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

export function bodyContract(createPlace: CreatePlace): void {
  describe('given an empty store', () => {
    const store = givenMoveStore(createPlace);
    const keep = async (body: Readonly<Record<string, unknown>>) => {
      await store().append(givenMove({ kind: 'SAVE', body }));
      return (await store().chain('inspection', 0, 1))[0]?.body;
    };

    it('when a release of every kind of figure is published, then its figures are read back exactly', async () => {
      const observations = [
        givenObservation({ value: DIGITS, breakdown: { form: 'warning', level: 'branch' } }),
        givenObservation({ value: `-${DIGITS}.0${DIGITS}`, unitMultiplier: 9, qualifier: 'NEARLY' }),
        givenObservation({ value: null, missing: 'NOT_YET_AVAILABLE', sources: [], openDimensions: [] }),
        givenObservation({ value: '1853.40', asAt: '2024-03-31', openDimensions: ['form', 'level'] }),
        givenObservation({ value: null, comparisons: [givenComparison({ baseTime: null, sources: [] })] }),
        givenObservation({ setBy: 'Trung ương', stage: 'PLANNED', sources: [givenSource({ footnote: 3 })] }),
      ];

      await store().append(givenMove({ body: { ...givenPublishBody(1), observations } }));

      const [found] = await store().newestOfLines([lineAt(april(1))]);
      expect(found?.observations).toEqual(observations);
    });

    it('when a release was published before some words were told, then they are empty in what is read', async () => {
      const observations = [asStoredBefore(givenObservation({ value: '3' }))];

      await store().append(givenMove({ body: { ...givenPublishBody(1), observations } }));

      const [ofLine] = await store().newestOfLines([lineAt(april(1))]);
      const [ofAll] = await store().newestOfAll({ agency: 'inspection' }, april(1));
      const words = { value: '3', calendar: null, seriesBreak: null, confidentiality: null };
      expect([ofLine, ofAll].map((release) => release?.observations)).toMatchObject([[words], [words]]);
    });

    it.each(AWKWARD_TEXTS)('when a text holds %s, then it is kept as it is', async (_what, text) => {
      expect(await keep({ note: text, list: [text] })).toEqual({ note: text, list: [text] });
    });

    it.each(AWKWARD_NAMES)('when a member is named %j, then it is kept as it is', async (name) => {
      const text = `{${JSON.stringify(name)}:{${JSON.stringify(name)}:1}}`;

      const kept = await keep(JSON.parse(text) as Record<string, unknown>);

      expect(JSON.stringify(kept)).toBe(text);
    });

    it.each([
      ['numbers', [0, -1, 0.1, 9_007_199_254_740_991, -9_007_199_254_740_991, 1e21, 5e-324]],
      ['texts of digits', [DIGITS, '1.50', '-0', '1e5']],
      ['nulls, truths and empty lists', [null, true, false, [], {}, [[]], [null]]],
      ['what looks like a date or an id', ['2024-04-01T00:00:00.000Z', { $oid: '0'.repeat(24) }]],
      ['300 lists in one another', deep(300)],
    ])('when it holds %s, then they are kept as they are', async (_what, value) => {
      expect(await keep({ value })).toStrictEqual({ value });
    });

    it('when its members have an order, then they keep it', async () => {
      const kept = await keep({ b: 1, a: { d: 1, c: 2 } });

      expect(JSON.stringify(kept)).toBe('{"b":1,"a":{"d":1,"c":2}}');
    });

    it('when a release is as large as a release may be, then all of it is read back, in its order', async () => {
      const observations = Array.from({ length: RELEASE_SIZE_LIMIT }, (_, index) =>
        givenObservation({ value: String(index) }),
      );

      await store().append(givenMove({ body: { ...givenPublishBody(1), observations } }));

      const [found] = await store().newestOfLines([lineAt(april(1))]);
      expect(found?.observations.map(({ value }) => value)).toEqual(observations.map(({ value }) => value));
    });

    it('when a body is as long as a body may be, then it is read back', async () => {
      // Three bytes each, and eleven around them.
      const note = 'ạ'.repeat((MOVE_BODY_LIMIT - 12) / 3);

      const kept = await keep({ note });

      expect(kept?.note === note).toBe(true);
    });

    it('when a body is longer than a body may be, then it is refused and nothing is kept', async () => {
      const outcome = keep({ note: 'a'.repeat(MOVE_BODY_LIMIT) });

      await expect(outcome).rejects.toMatchObject({
        fault: { code: 'MOVE_TOO_LARGE', details: { bytes: 15_728_651, limit: 15_728_640 } },
      });
      expect(await store().head('inspection')).toBeNull();
    });

    it.each(['a\0b', 'a\ud800'])(
      'when an organisation is named %j, then the move is refused',
      async (organisation) => {
        const outcome = store().append(givenMove({ organisation }));

        await expect(outcome).rejects.toThrow('codes are plain texts');
        expect(await store().head('inspection')).toBeNull();
      },
    );
  });
}
