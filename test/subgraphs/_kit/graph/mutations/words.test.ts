import { describe, expect, it } from 'vitest';

import { createMoving } from '../../../../support/mutations.ts';
import { givenAgency } from '../../../../support/testAgency.ts';

const givenMoving = async () => createMoving(await givenAgency());

describe('given a person who says why', () => {
  it.each([
    ['return', 'reasons.1', { reasons: ['thiếu', 'a'.repeat(2001)] }],
    ['withdraw', 'reason', { reason: 'a'.repeat(2001) }],
    ['correct', 'words', { words: 'a'.repeat(2001) }],
    ['submit', 'acknowledgements.0.note', { acknowledgements: [{ check: 'a', note: 'a'.repeat(2001) }] }],
  ] as const)(
    'when %s says more than 2,000 characters, then that is refused',
    async (move, place, change) => {
      const { answer } = await givenMoving();

      const { errors } = await answer(move, change);

      expect(errors?.map(({ message }) => message)).toEqual([
        `Argument "${place}" has 2001 characters: expected 1 to 2000. Say it in fewer words.`,
      ]);
    },
  );

  it('when they say 2,000 between blanks, then that is not too much', async () => {
    const { make, outcome } = await givenMoving();
    await make('save');
    await make('submit');

    expect(await outcome('return', { reasons: [` ${'a'.repeat(2000)} `] })).toBe('RETURNED');
  });
});
